package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.spi.ConnectionReport;
import dev.issuelink.testkit.github.FakeToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubProbeTest extends FakeGitHubTest {
    @Test
    void aGoodConnectionSaysWhoWeAreAndWhatWeMayDo() {
        var report = adapter.testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.account()).isEqualTo("octo");
        assertThat(report.granted()).contains("repo", "push");
        assertThat(report.missing()).isEmpty();
        assertThat(report.callsLeft()).isPresent();
        assertThat(report.advice()).isEmpty();
    }

    @Test
    void aWrongTokenIsAnAnswerAndNotAnException() {
        var report = adapterWith("ghp_wrong").testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).contains("replace it").doesNotContain("ghp_wrong");
    }

    @Test
    void aMissingScopeIsNamed() {
        var report =
                adapterWith(github.token(FakeToken.classic("octo", "gist"))).testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.missing()).containsExactly("repo");
        assertThat(report.advice()).contains("repo");
    }

    @Test
    void aHiddenRepositoryLooksLikeNone() {
        repository.makePrivate();
        github.addRepository("stranger", "own");
        var report = adapterWith(github.token("stranger")).testConnection();
        assertThat(report.usable()).isFalse();
        assertThat(report.advice()).contains("octo/demo").contains("private");
    }

    @Test
    void anArchivedRepositoryAndOneWithoutIssuesAreOfNoUse() {
        repository.disableIssues();
        assertThat(adapter.testConnection().advice()).contains("switched off");
        repository.enableIssues();
        repository.archive();
        assertThat(adapter.testConnection().usable()).isFalse();
        assertThat(adapter.testConnection().advice()).contains("archived");
    }

    @Test
    void aRenamedRepositoryIsUsableAndTold() {
        repository.rename("fresh");
        var report = adapter.testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.advice()).contains("octo/fresh");
    }

    @Test
    void anonymousReadersHaveNoAccount() {
        var report = anonymous().testConnection();
        assertThat(report.usable()).isTrue();
        assertThat(report.account()).isEmpty();
    }

    @Test
    void theEndOfATokenIsReadInBothForms() {
        var expected = Instant.parse("2022-09-29T09:53:54Z");
        assertThat(GitHubProbe.expiry("2022-09-29 09:53:54 UTC")).contains(expected);
        assertThat(GitHubProbe.expiry("2022-09-29 02:53:54 -0700")).contains(expected);
        assertThat(GitHubProbe.expiry("soon")).isEmpty();
    }

    @Test
    void singleSignOnIsExplained() {
        try (var scripted = GitHubLoopback.answering(request -> request.target().equals("/user")
                ? Answer.json("{\"id\": 1, \"login\": \"octo\"}")
                : new Answer(
                        403,
                        "{\"message\": \"Resource protected by organization SAML enforcement.\"}",
                        Map.of(
                                "X-GitHub-SSO",
                                List.of("required; url=https://github.com/orgs/o/sso?authorization_request=A1"))))) {
            ConnectionReport report = scripted.adapter().testConnection();
            assertThat(report.usable()).isFalse();
            assertThat(report.advice()).contains("single sign-on").doesNotContain("A1");
        }
    }
}
