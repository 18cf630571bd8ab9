package dev.issuelink.github;

import dev.issuelink.testkit.contract.IssueTrackerAdapterContract;
import dev.issuelink.testkit.contract.TrackerHarness;

/** Holds the adapter to the contract, over the fake of GitHub. */
class GitHubContractTest extends IssueTrackerAdapterContract {
    @Override
    protected TrackerHarness createHarness() {
        return new GitHubHarness();
    }
}
