/** Fakes and contract suites; for the tests of hosts, providers and stores. */
module dev.issuelink.testkit {
    requires transitive dev.issuelink.api;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static org.jspecify;

    exports dev.issuelink.testkit;
    exports dev.issuelink.testkit.contract;
    exports dev.issuelink.testkit.github;
    exports dev.issuelink.testkit.gitlab;
    exports dev.issuelink.testkit.jira;

    opens dev.issuelink.testkit.contract;
}
