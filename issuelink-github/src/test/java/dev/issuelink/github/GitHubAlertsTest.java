package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.github.GitHubLoopback.Asked;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.SecurityAlert;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubAlertsTest {
    private static final String FIRST = "sort=updated&direction=asc&per_page=100";

    private final Map<String, Answer> pages = new ConcurrentHashMap<>();
    private final GitHubLoopback gitHub = GitHubLoopback.answering(this::answer);
    private final GitHubAlerts alerts = new GitHubAlerts(gitHub.connect());

    @AfterEach
    void stop() {
        gitHub.close();
    }

    // Written by hand after the schema "dependabot-alert" of GitHub's OpenAPI description.
    static String alert(int number, String updatedAt) {
        return """
                {"number":%d,"state":"open","html_url":"https://github.com/octocat/hello/security/dependabot/%1$d",
                 "created_at":"2026-01-01T00:00:00Z","updated_at":"%s","dismissed_at":null,
                 "dependency":{"package":{"ecosystem":"maven","name":"org.example:lib"},"manifest_path":"pom.xml",
                  "scope":"runtime","relationship":"direct"},
                 "security_advisory":{"ghsa_id":"GHSA-aaaa-bbbb-cccc","cve_id":"CVE-2026-0001","summary":"It leaks",
                  "severity":"critical","cwes":[{"cwe_id":"CWE-79","name":"XSS"}],"invented":{"tomorrow":1}},
                 "security_vulnerability":{"severity":"high","vulnerable_version_range":"< 2.0",
                  "first_patched_version":{"identifier":"2.0"}},"assignees":[]}""".formatted(number, updatedAt);
    }

    @Test
    void everythingThatGitHubTellsIsKept() {
        page(FIRST, alert(4, "2026-01-02T03:04:05Z"));

        var alert = alerts.read(null).items().get(0);

        assertThat(alert.id()).isEqualTo("4");
        assertThat(alert.project()).isEqualTo("octocat/hello");
        assertThat(alert.url()).isEqualTo(URI.create("https://github.com/octocat/hello/security/dependabot/4"));
        assertThat(alert.state()).isEqualTo("open");
        assertThat(alert.severity()).isEqualTo("high");
        assertThat(alert.summary()).isEqualTo("It leaks");
        assertThat(alert.packageName()).contains("org.example:lib");
        assertThat(alert.advisory()).contains("CVE-2026-0001");
        assertThat(alert.updatedAt()).map(Object::toString).contains("2026-01-02T03:04:05Z");
        assertThat(alert.attributes())
                .containsEntry("dependency.manifest_path", "pom.xml")
                .containsEntry("dependency.package.ecosystem", "maven")
                .containsEntry("security_advisory.ghsa_id", "GHSA-aaaa-bbbb-cccc")
                .containsEntry("security_advisory.severity", "critical")
                .containsEntry("security_advisory.cwes.0.cwe_id", "CWE-79")
                .containsEntry("security_advisory.invented.tomorrow", "1")
                .containsEntry("security_vulnerability.first_patched_version.identifier", "2.0")
                .doesNotContainKey("security_advisory.summary");
    }

    @Test
    void anAlertOfWhichLittleIsToldIsRead() {
        page(FIRST, "{\"number\":1,\"html_url\":\"https://github.com/a\",\"state\":\"invented\"}");

        var alert = alerts.read(null).items().get(0);

        assertThat(alert.state()).isEqualTo("invented");
        assertThat(alert.severity()).isEmpty();
        assertThat(alert.advisory()).isEmpty();
    }

    @Test
    void pagesFollowGitHubsOwnLinks() {
        page(FIRST, next("after=B"), alert(1, "2026-01-02T00:00:00Z"));
        page("after=B", next("after=C"), alert(2, "2026-01-03T00:00:00Z"));
        page("after=C", alert(3, "2026-01-04T00:00:00Z"));

        assertThat(readAll(null)).containsExactly("1", "2", "3");
        assertThat(gitHub.asked).hasSize(3);
    }

    @Test
    void nothingNewCostsOneRequestAndLeavesTheCursor() {
        page(FIRST, alert(1, "2026-01-02T00:00:00Z"));
        var first = alerts.read(null);

        var second = alerts.read(first.next());

        assertThat(second.items()).isEmpty();
        assertThat(second.next()).isEqualTo(first.next());
        assertThat(second.more()).isFalse();
        assertThat(gitHub.asked).hasSize(2);
    }

    @Test
    void aRepositoryWithoutAlertsHasACursorToo() {
        page(FIRST);
        var first = alerts.read(null);

        assertThat(first.items()).isEmpty();
        assertThat(alerts.read(first.next()).next()).isEqualTo(first.next());
    }

    @Test
    void whatChangedLaterIsToldOnce() {
        page(FIRST, alert(1, "2026-01-02T00:00:00Z"), alert(2, "2026-01-02T00:00:00Z"));
        var first = alerts.read(null);
        page(
                FIRST,
                alert(2, "2026-01-02T00:00:00Z"),
                alert(3, "2026-01-02T00:00:00Z"),
                alert(1, "2026-01-05T00:00:00Z"));
        var second = alerts.read(first.next());

        assertThat(second.items()).extracting(SecurityAlert::id).containsExactly("3", "1");
        assertThat(alerts.read(second.next()).items()).isEmpty();
    }

    @Test
    void aPageThatGitHubForgotIsFoundAgainFromTheBeginning() {
        page(FIRST, next("after=B"), alert(1, "2026-01-02T00:00:00Z"));
        page("after=B", alert(2, "2026-01-03T00:00:00Z"));
        var last = alerts.read(alerts.read(null).next());
        pages.put("after=B", Answer.of(422, "{\"message\":\"Invalid cursor\"}"));
        page(
                FIRST,
                alert(1, "2026-01-02T00:00:00Z"),
                alert(2, "2026-01-03T00:00:00Z"),
                alert(3, "2026-01-04T00:00:00Z"));

        assertThat(alerts.read(last.next()).items())
                .extracting(SecurityAlert::id)
                .containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "YWxlcnRzLTI", "YWxlcnRzLTEKYQo5OTk5OTk5OTk5OTk5OTk5OTk5Cg"})
    void aCursorOfSomebodyElseIsRefused(String value) {
        failsWith(ErrorCode.VALIDATION, new Cursor(value));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Dependabot alerts are disabled for this repository., UNSUPPORTED",
        "403, Resource not accessible by personal access token, PERMISSION",
        "404, Not Found, UNSUPPORTED",
        "401, Bad credentials, AUTHENTICATION",
        "422, Validation Failed, VALIDATION"
    })
    void refusalsSayWhatToDo(int status, String words, ErrorCode code) {
        pages.put(FIRST, Answer.of(status, "{\"message\":\"" + words + "\"}"));

        failsWith(code, null);
    }

    @Test
    void anAlertWithoutNumberIsUnreadable() {
        page(FIRST, "{\"html_url\":\"https://github.com/a\"}");

        failsWith(ErrorCode.PROTOCOL, null);
    }

    private void failsWith(ErrorCode code, Cursor cursor) {
        assertThatThrownBy(() -> alerts.read(cursor)).isInstanceOfSatisfying(TrackerException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.operation()).isIn("securityAlerts", "read");
        });
    }

    private List<String> readAll(Cursor from) {
        var ids = new ArrayList<String>();
        var page = alerts.read(from);
        page.items().forEach(alert -> ids.add(alert.id()));
        while (page.more()) {
            page = alerts.read(page.next());
            page.items().forEach(alert -> ids.add(alert.id()));
        }
        return ids;
    }

    private String next(String query) {
        return gitHub.base() + "/repositories/1/dependabot/alerts?" + query;
    }

    private void page(String query, String... items) {
        pages.put(
                query,
                items.length > 0 && items[0].startsWith("http")
                        ? Answer.of(200, "[" + String.join(",", List.of(items).subList(1, items.length)) + "]")
                                .link(items[0])
                        : Answer.of(200, "[" + String.join(",", items) + "]"));
    }

    private Answer answer(Asked asked) {
        var parts = asked.target().split("\\?", 2);
        assertThat(parts[0]).isEqualTo("/repos/octocat/hello/dependabot/alerts");
        return pages.getOrDefault(parts[1], Answer.of(500, "{}"));
    }
}
