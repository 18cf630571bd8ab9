package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ConfigurationException;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.SettingDescription;
import dev.issuelink.testkit.MutableClock;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitLabSettingsTest {
    private static GitLabSettings of(Object... more) {
        return GitLabSettings.of(
                GitLabTests.config(GitLabTests.settings("https://gitlab.com", "42", more), "personal_token")
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com, https://gitlab.com/api/v4, https://gitlab.com/api/graphql",
        "https://gitlab.com/, https://gitlab.com/api/v4, https://gitlab.com/api/graphql",
        "https://host/gitlab/api/v4/, https://host/gitlab/api/v4, https://host/gitlab/api/graphql",
        "http://host:8080/a/b, http://host:8080/a/b/api/v4, http://host:8080/a/b/api/graphql"
    })
    void findsTheApiUnderAnyAddress(String given, String base, String graphQl) {
        var settings = of("base_url", given);
        assertThat(settings.baseUrl()).hasToString(base);
        assertThat(settings.graphQlUrl()).hasToString(graphQl);
    }

    @ParameterizedTest
    @CsvSource({
        "https://gitlab.com, 60, 3600",
        "https://GitLab.com/api/v4, 60, 3600",
        "https://gitlab.com.example, 2147483647, 2147483647",
        "https://example.com/gitlab.com, 2147483647, 2147483647"
    })
    void theEngineIsToldHowMuchGitLabComTakes(String baseUrl, int perMinute, int perHour) {
        var config = GitLabTests.config(GitLabTests.settings(baseUrl, "42"), "personal_token")
                .build();
        try (var adapter = GitLabTests.connect(config, "glpat-1", GitLabTests.SIGNING_TOKEN, MutableClock.create())) {
            assertThat(adapter.writeLimits()).isEqualTo(new WriteLimits(perMinute, perHour));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "https://user@host", "https://host?x=1", "no address", "https://"})
    void refusesAnAddressThatCannotBe(String given) {
        assertThatThrownBy(() -> of("base_url", given))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/config/base_url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "group/../project", "./project", "group//project", "group/project name", "/group", "a?b"})
    void refusesAProjectThatCannotBe(String given) {
        assertThatThrownBy(() -> of("project", given))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("/config/project");
    }

    @Test
    void takesNumbersAndPathsOfProjects() {
        assertThat(of("project", "7").project().isNumber()).isTrue();
        assertThat(of("project", "group/sub.group/my_project-1").project().isNumber())
                .isFalse();
    }

    @Test
    void isFoundByTheServiceLoaderAndDescribesItself() {
        var provider = ServiceLoader.load(IssueTrackerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.type().equals("gitlab"))
                .findFirst()
                .orElseThrow();
        assertThat(provider).isInstanceOf(GitLabTrackerProvider.class);
        assertThat(provider.describe().settings())
                .extracting(SettingDescription::name)
                .contains("project", "base_url", "confidential", "allow_delete");
        assertThat(provider.describe().authTypes())
                .containsOnlyKeys("personal_token", "project_token", "group_token", "oauth");
    }

    @Test
    void canDoLittleWithoutACredential() {
        var config = GitLabTests.config(GitLabTests.settings("https://gitlab.com", "42"), "personal_token")
                .auth(null)
                .build();
        try (var adapter = GitLabTests.connect(config, "none", "none", MutableClock.create())) {
            assertThat(adapter.capabilities())
                    .contains(Capability.READ_ISSUES, Capability.RECEIVE_WEBHOOKS)
                    .doesNotContain(
                            Capability.CREATE_ISSUE,
                            Capability.MANAGE_WEBHOOKS,
                            Capability.DELETE_ISSUE,
                            Capability.LIST_USERS,
                            Capability.READ_SECURITY_ALERTS);
        }
    }

    @Test
    void refusesAnUnknownWayToSignIn() {
        var config = GitLabTests.config(GitLabTests.settings("https://gitlab.com", "42"), "deploy_token")
                .build();
        assertThatThrownBy(() -> GitLabTests.connect(config, "t", "s", MutableClock.create()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("deploy_token");
    }

    @ParameterizedTest
    @CsvSource({
        "#456, 42, 456",
        "456, 42, 456",
        "GL-456, 42, 456",
        "group/sub/project#7, group/sub/project, 7",
        "https://gitlab.com/group/project/-/issues/7, group/project, 7",
        "https://gitlab.com/group/project/-/work_items/7, group/project, 7",
        "https://gitlab.com/group/project/issues/7, group/project, 7",
        "https://gitlab.com/group/project/-/issues/7#note_12, group/project, 7",
        "https://gitlab.com/group/project/-/issues/incident/7, group/project, 7"
    })
    void understandsWhatPeopleCallAnIssue(String text, String project, long iid) {
        assertThat(GitLabPlace.parse(null, text, of())).hasValueSatisfying(place -> {
            assertThat(place.project().id()).isEqualTo(project);
            assertThat(place.iid()).isEqualTo(iid);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#0",
                "#-1",
                "#12345678901234567890",
                "a b#1",
                "../x#1",
                "https://elsewhere.com/group/project/-/issues/7",
                "https://gitlab.com/group/project/-/merge_requests/7",
                "javascript:alert(1)#7",
                "words"
            })
    void takesNothingElseForAnIssue(String text) {
        assertThat(GitLabPlace.parse(null, text, of())).isEmpty();
    }
}
