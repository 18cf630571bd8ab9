package dev.issuelink.jira;

import dev.issuelink.testkit.contract.IssueTrackerAdapterContract;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.jira.FakeJira;

/** Holds the adapter to the contract, over the fake of Jira Data Center. */
class JiraDataCenterContractTest extends IssueTrackerAdapterContract {
    @Override
    protected TrackerHarness createHarness() {
        return new JiraHarness(FakeJira.dataCenter("10.3.2"), false);
    }
}
