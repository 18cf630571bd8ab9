package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.spi.IssueTrackerProvider;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JiraSettingsTest {
    @Test
    void theProviderIsFoundByItsType() {
        assertThat(ServiceLoader.load(IssueTrackerProvider.class))
                .filteredOn(provider -> provider.type().equals("jira"))
                .singleElement()
                .isInstanceOf(JiraTrackerProvider.class);
    }

    @Test
    void everySettingOfTheRequirementIsDescribed() {
        var described = new JiraTrackerProvider().describe();
        assertThat(described.settings())
                .filteredOn(setting -> setting.required())
                .extracting(setting -> setting.name())
                .containsExactlyInAnyOrder("base_url", "project_key");
        assertThat(described.settings()).extracting(setting -> setting.name()).contains("default_issue_type");
        assertThat(described.authTypes().get("api_token"))
                .extracting(setting -> setting.name())
                .contains("email", "token");
    }

    @Test
    void theTrackerOfTheRequirementIsAccepted() {
        var auth = new AuthConfig(
                "api_token",
                Settings.of(Map.of("email", "user@company.com", "token", new SecretReference("JIRA_API_TOKEN"))));
        var settings = JiraSettings.of(JiraTests.config(
                "https://company.atlassian.net", auth, Map.of("default_issue_type", "Task"), SyncConfig.defaults()));
        assertThat(settings.likelyKind()).isEqualTo(JiraKind.CLOUD);
        assertThat(settings.usesGateway()).isFalse();
        assertThat(settings.browse("DB-7")).isEqualTo(URI.create("https://company.atlassian.net/browse/DB-7"));
    }

    @Test
    void aContextPathIsKept() {
        var settings =
                JiraSettings.of(JiraTests.config("https://host:8443/jira/", null, Map.of(), SyncConfig.defaults()));
        assertThat(settings.browse("DB-7")).isEqualTo(URI.create("https://host:8443/jira/browse/DB-7"));
    }

    @Test
    void allFaultsAreReportedAtOnce() {
        var config =
                JiraTests.config("ftp://nowhere?x=1", null, Map.of("project_key", "no key"), SyncConfig.defaults());
        assertThatThrownBy(() -> JiraSettings.of(config))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(fault -> fault.pointer())
                                .isEqualTo(List.of("/config/project_key", "/config/base_url")));
    }
}
