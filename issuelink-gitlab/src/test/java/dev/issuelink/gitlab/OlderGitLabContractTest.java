package dev.issuelink.gitlab;

import dev.issuelink.testkit.contract.ChangeFeedContract;
import dev.issuelink.testkit.contract.CommentContract;
import dev.issuelink.testkit.contract.DeletionContract;
import dev.issuelink.testkit.contract.DirectoryContract;
import dev.issuelink.testkit.contract.IssueContract;
import dev.issuelink.testkit.contract.ListingContract;
import dev.issuelink.testkit.contract.MarkerContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.contract.UpdateContract;
import dev.issuelink.testkit.contract.WebhookEventContract;
import dev.issuelink.testkit.contract.WebhookRegistrationContract;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import org.junit.jupiter.api.Nested;

/**
 * Holds the adapter to those parts of the contract that an older GitLab can keep: one that counts pages, knows no
 * signatures, lies below a path of its server, and whose project is configured by its path.
 */
class OlderGitLabContractTest {
    private static TrackerHarness older() {
        return new GitLabHarness(FakeGitLab.builder().version("17.9.2-ee").under("/tools/gitlab"), true);
    }

    @Nested
    class Issues extends IssueContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Updates extends UpdateContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Feed extends ChangeFeedContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Listings extends ListingContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Comments extends CommentContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Markers extends MarkerContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Deletions extends DeletionContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class Directory extends DirectoryContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class WebhookEvents extends WebhookEventContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }

    @Nested
    class WebhookRegistrations extends WebhookRegistrationContract {
        @Override
        protected TrackerHarness createHarness() {
            return older();
        }
    }
}
