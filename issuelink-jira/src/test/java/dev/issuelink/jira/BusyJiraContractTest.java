package dev.issuelink.jira;

import dev.issuelink.testkit.contract.ChangeFeedContract;
import dev.issuelink.testkit.contract.DirectoryContract;
import dev.issuelink.testkit.contract.ListingContract;
import dev.issuelink.testkit.contract.MarkerContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.jira.FakeJira;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * Holds the adapter to those parts of the contract that a busy Jira Cloud makes hard: it gives fewer issues than it is
 * asked for, and its index lags.
 */
class BusyJiraContractTest {
    private static final int FEW = 40;
    private static final Duration LAG = Duration.ofMinutes(4);

    private static TrackerHarness sparing() {
        return new JiraHarness(FakeJira.cloud().pageSize(FEW), true, FEW);
    }

    @Nested
    class Listings extends ListingContract {
        @Override
        protected TrackerHarness createHarness() {
            return sparing();
        }
    }

    @Nested
    class Feed extends ChangeFeedContract {
        @Override
        protected TrackerHarness createHarness() {
            return sparing();
        }
    }

    @Nested
    class Directory extends DirectoryContract {
        @Override
        protected TrackerHarness createHarness() {
            return sparing();
        }
    }

    @Nested
    class Markers extends MarkerContract {
        @Override
        protected TrackerHarness createHarness() {
            return new JiraHarness(FakeJira.cloud().searchLag(LAG), true);
        }
    }
}
