package dev.issuelink.testkit.contract;

import org.junit.jupiter.api.Nested;

/**
 * The whole contract of {@link dev.issuelink.spi.IssueTrackerAdapter}. A provider author extends it with a class of one
 * method that makes a {@link TrackerHarness}, and lets JUnit run it:
 *
 * <pre>{@code
 * class MyTrackerContractTest extends IssueTrackerAdapterContract {
 *     @Override
 *     protected TrackerHarness createHarness() {
 *         return new MyTrackerHarness();
 *     }
 * }
 * }</pre>
 *
 * <p>What the adapter declares has to work, and what it does not declare has to fail with
 * {@link dev.issuelink.error.ErrorCode#UNSUPPORTED}; tests of what is not declared are reported as skipped, and no others.
 */
public abstract class IssueTrackerAdapterContract {
    /** For authors of providers. */
    protected IssueTrackerAdapterContract() {}

    /**
     * Makes the adapter under test and its tracker.
     *
     * @return a new harness with an empty tracker; the contract closes it
     */
    protected abstract TrackerHarness createHarness();

    @Nested
    class Issues extends IssueContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Updates extends UpdateContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Texts extends TextContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Markers extends MarkerContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Deletions extends DeletionContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Comments extends CommentContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class ChangeFeed extends ChangeFeedContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Listings extends ListingContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Directory extends DirectoryContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Webhooks extends WebhookContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class WebhookEvents extends WebhookEventContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class WebhookRegistrations extends WebhookRegistrationContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Capabilities extends CapabilityContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }

    @Nested
    class Failures extends FailureContract {
        @Override
        protected TrackerHarness createHarness() {
            return IssueTrackerAdapterContract.this.createHarness();
        }
    }
}
