package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.github.GitHubLoopback.Asked;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GitHubHooksTest {
    private static final URI URL = URI.create("https://host.example/hooks/gh");
    private static final WebhookConfig CONFIG = new WebhookConfig(URL, new SecretReference("HOOK"));
    private static final String EXISTS =
            "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"Hook\",\"code\":\"custom\","
                    + "\"message\":\"Hook already exists on this repository\"}]}";
    private static final String OURS = "\"issues\",\"issue_comment\",\"label\",\"repository\",\"dependabot_alert\"";

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final GitHubLoopback gitHub = GitHubLoopback.answering(asked -> next());
    private final GitHubTestContext context = gitHub.context();
    private final GitHubWebhooks webhooks =
            new GitHubWebhooks(GitHubLoopback.connect(context, dev.issuelink.http.Authenticator.none()));

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void aNewWebhookIsSentWhole() {
        answer(200, "[]");
        answer(201, hook(7, URL.toString(), true, OURS));

        var registered = webhooks.registerWebhook(CONFIG);

        assertThat(registered.id()).isEqualTo("7");
        assertThat(registered.active()).isTrue();
        assertThat(lines())
                .containsExactly("GET /repos/octocat/hello/hooks?per_page=100", "POST /repos/octocat/hello/hooks");
        assertThat(gitHub.asked.get(1).body())
                .contains(
                        "\"name\":\"web\"",
                        "\"active\":true",
                        "\"events\":[" + OURS + "]",
                        "\"content_type\":\"json\"",
                        "\"insecure_ssl\":\"0\"",
                        "\"url\":\"" + URL + "\"",
                        "\"secret\":\"" + GitHubLoopback.WEBHOOK_SECRET + "\"");
    }

    @Test
    void aKnownWebhookIsBroughtUpToDateWithItsSecretAndKeepsOtherEvents() {
        answer(200, "[" + hook(3, "https://other.example/", true, "\"push\"") + "]");
        answers.add(answers.removeLast().link(gitHub.base() + "/repositories/1/hooks?page=2"));
        answer(200, "[" + hook(7, URL.toString(), false, "\"push\",\"issues\"") + "]");
        answer(200, hook(7, URL.toString(), true, "\"push\"," + OURS));

        var registered = webhooks.registerWebhook(CONFIG);

        assertThat(registered.id()).isEqualTo("7");
        assertThat(lines())
                .containsExactly(
                        "GET /repos/octocat/hello/hooks?per_page=100",
                        "GET /repositories/1/hooks?page=2",
                        "PATCH /repos/octocat/hello/hooks/7");
        assertThat(gitHub.asked.get(2).body())
                .contains("\"push\"", "\"dependabot_alert\"", "\"active\":true", "\"secret\":\"It's", "\"json\"")
                .doesNotContain("\"name\"");
    }

    @Test
    void aWebhookThatAnotherNodeRegisteredMeanwhileIsTaken() {
        answer(200, "[]");
        answer(422, EXISTS);
        answer(200, "[" + hook(7, URL.toString(), true, OURS) + "]");
        answer(200, hook(7, URL.toString(), true, OURS));

        assertThat(webhooks.registerWebhook(CONFIG).id()).isEqualTo("7");
        assertThat(lines()).hasSize(4).last().isEqualTo("PATCH /repos/octocat/hello/hooks/7");
    }

    @Test
    void aWebhookThatIsSaidToExistButIsNotListedIsAnError() {
        answer(200, "[]");
        answer(422, EXISTS);
        answer(200, "[]");

        failsWith(ErrorCode.VALIDATION);
    }

    @Test
    void aWebhookThatWasRemovedMeanwhileIsMadeAnew() {
        answer(200, "[" + hook(7, URL.toString(), true, OURS) + "]");
        answer(404, "{\"message\":\"Not Found\"}");
        answer(201, hook(8, URL.toString(), true, OURS));

        assertThat(webhooks.registerWebhook(CONFIG).id()).isEqualTo("8");
    }

    @Test
    void aServerThatDoesNotKnowAlertsGetsTheRest() {
        answer(200, "[]");
        answer(
                422,
                "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"Hook\",\"field\":\"events\","
                        + "\"code\":\"invalid\",\"message\":\"dependabot_alert is not an event\"}]}");
        answer(200, "[]");
        answer(201, hook(7, URL.toString(), true, "\"issues\""));

        webhooks.registerWebhook(CONFIG);

        assertThat(gitHub.asked.get(3).body()).contains("\"issues\"").doesNotContain("dependabot_alert");
    }

    @Test
    void anEmptySecretIsNotRegistered() {
        context.secrets().put("HOOK", "");
        answer(200, "[]");

        failsWith(ErrorCode.VALIDATION);
    }

    @Test
    void aTokenThatMayNotManageWebhooksIsSaidSo() {
        answer(403, "{\"message\":\"Resource not accessible by personal access token\"}");

        failsWith(ErrorCode.PERMISSION);
    }

    @Test
    void webhooksThatDeliverNowhereAreLeftOut() {
        answer(
                200,
                "[" + hook(1, "https://a.example/", true, "") + ",{\"id\":2,\"config\":{}},{\"id\":3},"
                        + hook(4, "not a url", false, "") + "," + hook(5, "https://b.example/", false, "\"push\"")
                        + "]");

        assertThat(webhooks.getWebhooks().stream())
                .extracting(WebhookRegistration::id)
                .containsExactly("1", "5");
    }

    @Test
    void removingWhatIsGoneIsNoError() {
        answer(404, "{}");
        answer(204, "");

        webhooks.unregisterWebhook("7");
        webhooks.unregisterWebhook("7");

        assertThat(lines()).containsOnly("DELETE /repos/octocat/hello/hooks/7");
    }

    @Test
    void aDeliveryIsAskedForAgain() {
        answer(202, "{}");

        webhooks.redeliver("7", new MissedDelivery("12", "guid", "issues", Instant.EPOCH));

        assertThat(lines()).containsExactly("POST /repos/octocat/hello/hooks/7/deliveries/12/attempts");
    }

    @Test
    void theSecretIsNowhereButInTheRequest() {
        var wire = new GitHubWebhookWire.HookConfig(URL.toString(), "json", "0", "canary");

        assertThat(new GitHubWebhookWire.HookRequest("web", true, List.of(), wire).toString())
                .doesNotContain("canary");
    }

    private List<String> lines() {
        return gitHub.asked.stream().map(Asked::line).toList();
    }

    private void failsWith(ErrorCode code) {
        assertThatThrownBy(() -> webhooks.registerWebhook(CONFIG))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void answer(int status, String body) {
        answers.add(Answer.of(status, body));
    }

    private Answer next() {
        return answers.isEmpty() ? Answer.of(500, "{}") : answers.removeFirst();
    }

    private static String hook(int id, String url, boolean active, String events) {
        return "{\"id\":%d,\"type\":\"Repository\",\"name\":\"web\",\"active\":%s,\"events\":[%s],\"config\":{\"url\":\"%s\",\"secret\":\"********\"}}"
                .formatted(id, active, events, url);
    }
}
