package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where GitHub is, in all the forms in which people write it. */
class GitHubSettingsTest {
    private static GitHubSettings at(String baseUrl) {
        return GitHubSettings.of(GitHubTests.config(GitHubTests.settings(baseUrl), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://ghe.example/api/v3",
                "ghe.example/api/v3",
                "https://ghe.example/api/v3#top",
                "https://ghe.example/api/v3?x=y",
                "https://octo:ghp_canary@ghe.example/api/v3",
                "https://",
                "not a url",
                "file:///etc"
            })
    void anAddressThatCannotBeUsedIsAFaultOfTheConfigurationAndNotQuoted(String baseUrl) {
        assertThatThrownBy(() ->
                        GitHubTests.connect(GitHubTests.config(GitHubTests.settings(baseUrl), true), GitHubTests.TOKEN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base_url")
                .hasMessageNotContaining("ghp_canary");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.github.com/,https://api.github.com/graphql,https://github.com",
        "https://ghe.example/api/v3/,https://ghe.example/api/graphql,https://ghe.example",
        "https://api.ghe.example/api/v3,https://api.ghe.example/api/graphql,https://api.ghe.example",
        "http://ghe.example:8080/api/v3,http://ghe.example:8080/api/graphql,http://ghe.example:8080",
        "https://api.octo.ghe.com,https://api.octo.ghe.com/graphql,https://octo.ghe.com"
    })
    void theOtherAddressesFollowFromIt(String baseUrl, String graphQl, String web) {
        assertThat(at(baseUrl).graphQlUrl()).hasToString(graphQl);
        assertThat(at(baseUrl).webUrl("o/r")).hasToString(web + "/o/r");
    }
}
