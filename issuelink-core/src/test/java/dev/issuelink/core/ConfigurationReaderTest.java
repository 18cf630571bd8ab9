package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.ResolutionPolicy;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.registry.SampleProvider;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.WriteLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationReaderTest {
    private final ConfigurationReader reader =
            ConfigurationReader.forProviders(List.of(SampleProvider.jira(), SampleProvider.github()));

    @Test
    void readsTheTrackersOfTheRequirementAsTheyAre() {
        var trackers = reader.read(RequirementExample.TRACKERS).trackers();

        assertThat(trackers).extracting(TrackerConfig::name).containsExactly("Company Jira", "GitHub Issues");
        var jira = trackers.get(0);
        assertThat(jira.type()).isEqualTo("jira");
        assertThat(jira.enabled()).isTrue();
        assertThat(jira.labels()).containsExactly("database", "scratchrobin");
        assertThat(jira.settings().url("base_url")).contains(URI.create("https://company.atlassian.net"));
        assertThat(jira.settings().text("project_key")).contains("DB");
        assertThat(jira.settings().text("default_issue_type")).contains("Task");
        var auth = jira.auth().orElseThrow();
        assertThat(auth.type()).isEqualTo("api_token");
        assertThat(auth.settings().text("email")).contains("user@company.com");
        assertThat(auth.settings().secret("token")).contains(new SecretReference("JIRA_API_TOKEN"));
        assertThat(jira.sync().direction()).isEqualTo(SyncDirection.BIDIRECTIONAL);
        assertThat(jira.sync().webhookSecrets()).containsExactly(new SecretReference("JIRA_WEBHOOK_SECRET"));
        assertThat(jira.sync().pollInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(trackers.get(1).sync()).isEqualTo(SyncConfig.defaults());
        assertThat(trackers.get(1).settings().names()).containsExactly("owner", "repo");
    }

    @Test
    void readsTheRulesOfTheRequirementAsTheyAre() {
        var rules = reader.read(RequirementExample.RULES).rules();

        assertThat(rules)
                .extracting(AutoIssueRule::name)
                .containsExactly("Schema Drift Alert", "Performance Regression", "Migration Approval");
        assertThat(rules.get(0))
                .isEqualTo(AutoIssueRule.builder(
                                "Schema Drift Alert",
                                new EventType("drift.detected"),
                                "drift_detection",
                                List.of("Company Jira"))
                        .condition("drift.severity == 'high'")
                        .priority(new Priority("P1"))
                        .assignee("@db-oncall")
                        .build());
        assertThat(rules.get(2).labels()).containsExactly("migration", "approval-required");
    }

    @Test
    void readsBothDocumentsOfTheRequirementAsOne() {
        var both = reader.read(RequirementExample.merged());

        assertThat(both.trackers())
                .isEqualTo(reader.read(RequirementExample.TRACKERS).trackers());
        assertThat(both.rules()).isEqualTo(reader.read(RequirementExample.RULES).rules());
    }

    @Test
    void namesTheModuleToAddWhenTheProviderOfAnEnabledTrackerIsMissing() {
        var github = ConfigurationReader.forProviders(List.of(SampleProvider.github()));

        assertThatThrownBy(() -> github.read(RequirementExample.merged()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/trackers/0/type")
                .hasMessageContaining("no provider for \"jira\" is on the class path; installed: github;"
                        + " add dev.issuelink:issuelink-jira.")
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void acceptsADisabledTrackerWhoseProviderIsMissingAndKeepsNoneOfItsSettings() {
        var github = ConfigurationReader.forProviders(List.of(SampleProvider.github()));
        var text = RequirementExample.merged()
                .replaceFirst("true", "false")
                .replace("\"${JIRA_API_TOKEN}\"", "\"written-out\"");

        var jira = github.read(text).trackers().get(0);

        assertThat(jira.enabled()).isFalse();
        assertThat(jira.settings().names()).isEmpty();
        assertThat(jira.auth()).isEmpty();
        assertThat(jira.labels()).containsExactly("database", "scratchrobin");
    }

    @Test
    void readsEveryKindOfSetting() {
        var github = reader.read("""
                {"$schema": "issuelink-configuration.schema.json", "trackers": [{"name": "g", "type": "github",
                  "config": {"owner": "o", "repo": "r", "page_size": 5e1, "strict": false, "plan": "free",
                             "teams": {"@db-oncall": "bob"}, "skip": ["a", "b"],
                             "auth": {"type": "app", "app_id": 12}},
                  "sync": {"mode": "from_issue", "webhook_url": "https://host.example/hook",
                           "webhook_secret": ["${NEW}", "${OLD}"], "poll_interval_minutes": 0.5}}]}
                """).trackers().get(0);

        assertThat(github.settings().number("page_size")).contains(50L);
        assertThat(github.settings().flag("strict")).contains(false);
        assertThat(github.settings().text("plan")).contains("free");
        assertThat(github.settings().inner("teams").text("@db-oncall")).contains("bob");
        assertThat(github.settings().texts("skip")).containsExactly("a", "b");
        assertThat(github.auth().orElseThrow().settings().number("app_id")).contains(12L);
        assertThat(github.sync())
                .isEqualTo(new SyncConfig(
                        SyncDirection.FROM_ISSUE,
                        List.of(new SecretReference("NEW"), new SecretReference("OLD")),
                        java.util.Optional.of(URI.create("https://host.example/hook")),
                        Duration.ofSeconds(30)));
    }

    @Test
    void readsTemplatesAndRulesForSeveralTrackers() {
        var read = reader.read("""
                {"auto_issue_rules": [{"name": "r", "event": "backup.failed", "trackers": ["a", "b"], "enabled": false,
                   "template": "backup", "project": "OPS", "issue_type": "Bug"}],
                 "templates": [{"name": "backup", "title": "Backup of {{x}}", "body": "cost ${HOME}\\n{{error}}"}]}
                """);

        assertThat(read.templates().get(0).body()).isEqualTo("cost ${HOME}\n{{error}}");
        assertThat(read.rules().get(0).trackers()).containsExactly("a", "b");
        assertThat(read.rules().get(0).enabled()).isFalse();
        assertThat(read.rules().get(0).project()).contains("OPS");
        assertThat(read.rules().get(0).issueType()).contains("Bug");
    }

    @Test
    void readsWhatFollowsAndHowMuchThereMayBe() {
        var read = reader.read("""
                {"auto_issue_rules": [{"name": "r", "event": "backup.failed", "tracker": "g", "template": "schema_change",
                   "fingerprint": "{{backup.name}} on {{ environment.name }}", "when_resolved": "comment",
                   "reopen_within_days": 0.5, "comment_every_minutes": 15, "budget": {"issues": 3, "minutes": 90}}],
                 "trackers": [{"name": "g", "type": "none", "enabled": false,
                   "teams": {"db-oncall": ["alice", "bob"], "dba": ["eve"]},
                   "budget": {"issues": 50, "minutes": 0.5}, "write_limits": {"per_minute": 10, "per_hour": 100}}]}
                """);

        var rule = read.rules().get(0);
        assertThat(rule.fingerprint()).contains("{{backup.name}} on {{ environment.name }}");
        assertThat(rule.whenResolved()).isEqualTo(ResolutionPolicy.COMMENT);
        assertThat(rule.reopenWithin()).isEqualTo(Duration.ofHours(12));
        assertThat(rule.commentEvery()).isEqualTo(Duration.ofMinutes(15));
        assertThat(rule.budget()).isEqualTo(new IssueBudget(3, Duration.ofMinutes(90)));
        var tracker = read.trackers().get(0);
        assertThat(tracker.teams()).isEqualTo(Map.of("db-oncall", List.of("alice", "bob"), "dba", List.of("eve")));
        assertThat(tracker.budget()).contains(new IssueBudget(50, Duration.ofSeconds(30)));
        assertThat(tracker.writeLimits()).contains(new WriteLimits(10, 100));
    }

    @Test
    void aRuleThatIsNeverOpenedAgainSaysZeroDays() {
        var read = reader.read("{\"auto_issue_rules\": [{\"name\": \"r\", \"event\": \"a.b\", \"tracker\": \"t\","
                + " \"template\": \"schema_change\", \"reopen_within_days\": 0}]}");

        assertThat(read.rules().get(0).reopenWithin()).isEqualTo(Duration.ZERO);
    }

    @Test
    void takesAnIdThatIsWrittenAsANumberForAText() {
        var configuration = reader.read("""
                {"trackers": [{"name": "G", "type": "github", "config": {"owner": "company", "repo": 2048}}]}
                """);

        assertThat(configuration.trackers().get(0).settings().text("repo")).contains("2048");
    }

    @Test
    void zeroMinutesMeanNoPolling() {
        var read = reader.read("{\"trackers\": [{\"name\": \"n\", \"type\": \"nothing\", \"enabled\": false,"
                + " \"sync\": {\"poll_interval_minutes\": 0E-9}}]}");

        assertThat(read.trackers().get(0).sync().pollInterval()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readsFilesAndStreamsWithAndWithoutByteOrderMark(@TempDir Path folder) throws IOException {
        var expected = reader.read(RequirementExample.merged());
        var marked = ("\uFEFF" + RequirementExample.merged()).getBytes(StandardCharsets.UTF_8);
        var file = Files.write(folder.resolve("issuelink.json"), marked);

        assertThat(reader.read(file)).isEqualTo(expected);
        assertThat(reader.read(new ByteArrayInputStream(marked))).isEqualTo(expected);
        assertThat(reader.read("\uFEFF" + RequirementExample.merged())).isEqualTo(expected);
    }

    @Test
    void aMissingFileIsAFaultAndAFailingStreamIsNot(@TempDir Path folder) {
        assertThatThrownBy(() -> reader.read(folder.resolve("none.json")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("none.json cannot be read: it does not exist.");
        assertThatThrownBy(() -> reader.read(new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                }))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anEmptyObjectConfiguresNothing() {
        assertThat(ConfigurationReader.withInstalledProviders().read("{}"))
                .isEqualTo(new IssueLinkConfiguration(List.of(), List.of(), List.of()));
    }
}
