package dev.issuelink.testkit;

import dev.issuelink.testkit.contract.MarkerContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import java.time.Duration;

/** A tracker whose markers are found only after a while. */
class LaggingInMemoryTrackerContractTest extends MarkerContract {
    @Override
    protected TrackerHarness createHarness() {
        return new InMemoryTrackerHarness(Duration.ofSeconds(30));
    }
}
