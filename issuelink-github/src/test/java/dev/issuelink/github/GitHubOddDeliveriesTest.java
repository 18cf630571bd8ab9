package dev.issuelink.github;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.SecretReference;
import dev.issuelink.http.Authenticator;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.AlertChanged;
import dev.issuelink.spi.TrackerEvent.CommentDeleted;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import dev.issuelink.spi.TrackerEvent.IssueDeleted;
import dev.issuelink.spi.TrackerEvent.LabelChanged;
import dev.issuelink.spi.WebhookRequest;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries of organisations, apps and kinds that have nothing to do with issues, from the raw bytes on. */
class GitHubOddDeliveriesTest {
    private static final String ISSUE = GitHubTests.issue(3_000_000_000L, 7, "T", "2026-01-02T03:04:05Z");
    private static final String JSON = "application/json";

    private final GitHubTestContext context = GitHubLoopback.contextOf("https://api.github.com");
    private final GitHubWebhooks webhooks = new GitHubWebhooks(GitHubLoopback.connect(context, Authenticator.none()));

    private List<TrackerEvent> events(String kind, String contentType, String body) {
        var bytes = body.getBytes(UTF_8);
        var signature = GitHubSignature.of(context.secret(new SecretReference("HOOK")), ByteBuffer.wrap(bytes));
        var request = WebhookRequest.of(
                Map.of(
                        "x-github-event", List.of(kind),
                        "X-GITHUB-DELIVERY", List.of("72d3162e-cc78-11e3-81ab-4c9367dc0958"),
                        "content-type", List.of(contentType),
                        "X-Hub-Signature-256", List.of(signature)),
                bytes);
        return webhooks.normalise(webhooks.verify(request));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json; charset=utf-8,false",
        "Application/JSON,false",
        "application/x-www-form-urlencoded; charset=UTF-8,true",
        "APPLICATION/X-WWW-FORM-URLENCODED,true"
    })
    void theBodyComesInTwoForms(String contentType, boolean form) {
        var json = "{\"action\":\"opened\",\"issue\":" + ISSUE.replace("\"T\"", "\"a+b %20 ü😀\"") + "}";
        var body = form ? "ref=x&payload=" + URLEncoder.encode(json, UTF_8) : json;
        assertThat(((IssueChanged) events("issues", contentType, body).get(0))
                        .issue()
                        .title())
                .isEqualTo("a+b %20 ü😀");
    }

    @Test
    void aByteOrderMarkDoesNoHarm() {
        assertThat(events("issues", JSON, "\uFEFF{\"action\":\"opened\",\"issue\":" + ISSUE + "}"))
                .hasOnlyElementsOfType(IssueChanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping",
                "installation",
                "installation_repositories",
                "repository",
                "organization",
                "milestone",
                "sub_issues",
                "issue_dependencies",
                "github_app_authorization",
                "security_advisory",
                "meta",
                "invented_tomorrow"
            })
    void kindsWithoutAnIssueAreIgnoredWhateverIsInThem(String kind) {
        for (var body : List.of(
                "{}",
                "{\"action\":null,\"sender\":null}",
                "{\"action\":7,\"sender\":{\"id\":\"x\",\"login\":null},\"organization\":{\"login\":\"o\"}}",
                "{\"action\":\"renamed\",\"sender\":{\"id\":1,\"login\":\"\"},\"sub_issue\":" + ISSUE + "}")) {
            assertThat(events(kind, JSON, body)).hasOnlyElementsOfType(Ignored.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "issues;{}",
                "issues;{\"action\":\"pinned\",\"issue\":null}",
                "issue_comment;{\"action\":\"created\",\"comment\":null}",
                "label;{\"action\":\"deleted\"}",
                "dependabot_alert;{\"action\":\"fixed\",\"alert\":null}"
            })
    void deliveriesThatLackWhatTheyTellOfAreIgnored(String kind, String body) {
        assertThat(events(kind, JSON, body)).hasOnlyElementsOfType(Ignored.class);
    }

    @Test
    void partsThatAreMissingAreNotNeeded() {
        assertThat(events(
                        "issues",
                        JSON,
                        "{\"action\":\"deleted\",\"issue\":{\"id\":1,\"number\":2,\"repository_url\":"
                                + "\"https://ghe.example/api/v3/repos/o/r\"}}"))
                .hasOnlyElementsOfType(IssueDeleted.class);
        assertThat(events(
                        "issue_comment",
                        JSON,
                        "{\"action\":\"deleted\",\"issue\":" + ISSUE
                                + ",\"comment\":{\"id\":5,\"user\":null,\"body\":null,\"html_url\":\"\","
                                + "\"created_at\":\"2026-01-01T00:00:00Z\"}}"))
                .hasOnlyElementsOfType(CommentDeleted.class);
        assertThat(events(
                        "label",
                        JSON,
                        "{\"action\":\"edited\",\"label\":{\"name\":\"b\",\"color\":null},"
                                + "\"changes\":{\"name\":null,\"color\":{\"from\":\"x\"}}}"))
                .hasOnlyElementsOfType(LabelChanged.class);
        assertThat(events(
                        "dependabot_alert",
                        JSON,
                        "{\"action\":\"invented\",\"alert\":{\"number\":3,"
                                + "\"html_url\":null,\"dependency\":null,\"security_vulnerability\":[]},"
                                + "\"repository\":{\"full_name\":\"o/r\",\"permissions\":null}}"))
                .singleElement()
                .isInstanceOfSatisfying(
                        AlertChanged.class,
                        event -> assertThat(event.alert().url())
                                .hasToString("https://github.com/o/r/security/dependabot/3"));
    }

    @Test
    void anAlertSaysItsRepositoryInItsAddressToo() {
        assertThat(events(
                        "dependabot_alert",
                        JSON,
                        "{\"action\":\"created\",\"alert\":{\"number\":3,"
                                + "\"html_url\":\"https://github.com/o/r/security/dependabot/3\"}}"))
                .hasOnlyElementsOfType(AlertChanged.class);
    }
}
