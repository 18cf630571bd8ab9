package dev.issuelink.testkit;

import dev.issuelink.spi.Capability;
import dev.issuelink.testkit.contract.CapabilityContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import java.time.Duration;
import java.util.EnumSet;

/** A tracker that can only be read: everything else must say that it is unsupported. */
class BareInMemoryTrackerContractTest extends CapabilityContract {
    @Override
    protected TrackerHarness createHarness() {
        var lacking = EnumSet.complementOf(EnumSet.of(Capability.READ_ISSUES));
        return new InMemoryTrackerHarness(Duration.ZERO, lacking.toArray(Capability[]::new));
    }
}
