package dev.issuelink.testkit;

import dev.issuelink.testkit.contract.IssueTrackerAdapterContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import java.time.Duration;

class InMemoryTrackerContractTest extends IssueTrackerAdapterContract {
    @Override
    protected TrackerHarness createHarness() {
        return new InMemoryTrackerHarness(Duration.ZERO);
    }
}
