package dev.issuelink.gitlab;

import dev.issuelink.testkit.contract.IssueTrackerAdapterContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.gitlab.FakeGitLab;

/** Holds the adapter to the contract, over the fake of a recent GitLab. */
class GitLabContractTest extends IssueTrackerAdapterContract {
    @Override
    protected TrackerHarness createHarness() {
        return new GitLabHarness(FakeGitLab.builder());
    }
}
