package dev.issuelink.jira;

import dev.issuelink.testkit.contract.IssueTrackerAdapterContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.jira.FakeJira;

/** Holds the adapter to the contract, over the fake of Jira Cloud. */
class JiraCloudContractTest extends IssueTrackerAdapterContract {
    @Override
    protected TrackerHarness createHarness() {
        return new JiraHarness(FakeJira.cloud(), true);
    }
}
