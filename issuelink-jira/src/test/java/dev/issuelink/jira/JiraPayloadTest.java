package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.config.SyncConfig;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.host.Secret;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every recording of a real Jira goes through the adapter's readers, and every field that it holds is in what comes out. */
class JiraPayloadTest {
    private static final IssueKey ISSUE = new IssueKey("jira", "1");

    private final JiraMapper mapper = new JiraMapper(
            JiraSettings.of(JiraTests.config("https://company.atlassian.net", null, Map.of(), SyncConfig.defaults())));

    @Test
    void everyRecordingIsReadWhole() throws IOException {
        var files = SharedFiles.list("payloads/jira", ".json");
        assumeTrue(!files.isEmpty(), "skipped: there are no recordings beside the repository");
        var unread = new TreeSet<String>();
        for (var file : files) {
            if (!isRead(file)) {
                unread.add(file.getFileName().toString());
            }
        }
        System.out.printf("figure jira_payloads_read %d%n", files.size() - unread.size());
        assertThat(unread).isEmpty();
    }

    private boolean isRead(Path file) throws IOException {
        var name = file.getFileName().toString();
        var json = JiraJson.parse(Files.readAllBytes(file)).orElseThrow();
        if (name.startsWith("webhook-")) {
            return isDeliveryRead(json.path("body"));
        }
        if (name.endsWith(".exchange.json")) {
            return isExchangeRead(
                    json.path("request").path("method").asString(""),
                    json.path("request").path("url").asString(""),
                    json.path("response"));
        }
        return isPlainRead(name, json);
    }

    private boolean isExchangeRead(String method, String url, JsonNode response) {
        var body = response.path("body");
        var path = url.replaceFirst("\\?.*", "");
        if (response.path("status").asInt(0) == 204) {
            return body.isNull();
        }
        if (method.equals("POST") && path.endsWith("/comment")) {
            JiraMappedFields.verify(body, mapper.comment(body, ISSUE, "DB-1"));
            return true;
        }
        if (method.equals("POST") && path.endsWith("/issue")) {
            return JiraMapper.id(body).isPresent();
        }
        if (path.endsWith("/serverInfo")) {
            return isKindRead(body);
        }
        if (path.contains("createmeta")) {
            return body.path("projects").get(0).path("issuetypes").valueStream().allMatch(this::areFieldsRead);
        }
        if (path.endsWith("/field")) {
            return body.valueStream().allMatch(field -> JiraField.of(field, "").isPresent());
        }
        JiraMappedFields.verify(body, mapper.issue(body));
        return true;
    }

    private boolean areFieldsRead(JsonNode type) {
        return type.path("fields").properties().stream()
                .allMatch(field -> JiraField.of(field.getValue(), field.getKey())
                        .filter(read ->
                                read.name().equals(field.getValue().path("name").asString(""))
                                        && read.allowed().size()
                                                == field.getValue()
                                                        .path("allowedValues")
                                                        .size())
                        .isPresent());
    }

    private static boolean isKindRead(JsonNode body) {
        try (var jira = JiraLoopback.answering(request -> request.contains("serverInfo")
                ? JiraLoopback.Answer.json(body.toString())
                : new JiraLoopback.Answer(404, "{}", Map.of()))) {
            var reference = JiraTests.reference("1");
            assertThat(jira.adapter(Map.of()).getIssue(reference)).isEmpty();
            return jira.requests.contains("GET /rest/api/3/issue/1");
        }
    }

    private boolean isPlainRead(String name, JsonNode json) {
        return switch (name) {
            case "jiracli-issue.json" -> {
                JiraMappedFields.verify(json, mapper.issue(json, "10001"));
                yield true;
            }
            case "jiracli-serverinfo.json" -> isKindRead(json);
            case "jiracli-createmetav9.json" ->
                json.path("values")
                        .valueStream()
                        .allMatch(type -> JiraJson.word(type, "id").isPresent());
            case "gojira-all_priorities.json", "gojira-remote_links.json" -> areAttributesRead(json);
            case "jiraruby-issue-issue.post.json" ->
                JiraMapper.id(json).filter("10005"::equals).isPresent();
            case "jiraruby-issue_10002_transitions-transitions.json" -> areTransitionsRead(json);
            case "jiraruby-webhook-webhook.json" -> areHooksRead(json);
            default -> isRefusalRead(json);
        };
    }

    private static boolean areAttributesRead(JsonNode list) {
        return list.valueStream().allMatch(item -> {
            var attributes = new HashMap<String, String>();
            JiraAttributes.of(item, Set.of(), attributes::put);
            return attributes.get("id").equals(item.path("id").asString());
        });
    }

    private static boolean areTransitionsRead(JsonNode json) {
        try (var jira = JiraLoopback.answering(request -> JiraLoopback.Answer.json(json.toString()))) {
            var connection = jira.adapter(Map.of("deployment", "data_center")).connection();
            var target = TargetStatus.of(StatusCategory.DONE);
            var read = new JiraTransitions(connection, "updateIssue", "10002", target, new JiraDrops()).transitions();
            assertThat(read)
                    .extracting(transition -> transition.to().name())
                    .containsExactly("Reviewable", "Accepted", "Open", "Resolved");
            return true;
        }
    }

    private static boolean areHooksRead(JsonNode json) {
        try (var jira = JiraLoopback.answering(request -> JiraLoopback.Answer.json(json.toString()))) {
            assertThat(jira.adapter(Map.of("deployment", "cloud")).webhooks().getWebhooks())
                    .containsExactly(new WebhookRegistration(
                            "2", URI.create("http://localhost:3000/webhooks/1"), List.of(), true));
            return true;
        }
    }

    private static boolean isRefusalRead(JsonNode json) {
        var reply = HttpReply.of(400, URI.create("http://localhost"), Map.of(), json.toString(), Instant.EPOCH);
        var failure = new JiraErrors().read(reply);
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
        assertThat(failure.trackerMessage())
                .contains(json.path("errorMessages").get(0).asString().substring(0, 30));
        return true;
    }

    private boolean isDeliveryRead(JsonNode body) {
        try (var jira = JiraLoopback.answering(request -> JiraLoopback.Answer.json(
                "{\"id\":\"10013\",\"key\":\"TES-4\",\"fields\":{\"summary\":\"Told along\"}}"))) {
            var hooks = jira.adapter(Map.of("deployment", "data_center")).webhooks();
            var bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            var signature =
                    HexFormat.of().formatHex(JiraSignature.of(Secret.of("hook-secret"), ByteBuffer.wrap(bytes)));
            var request = WebhookRequest.of(Map.of("X-Hub-Signature", List.of("sha256=" + signature)), bytes);
            var events = hooks.normalise(hooks.verify(request));
            assertThat(events).isNotEmpty().noneMatch(TrackerEvent.Ignored.class::isInstance);
            events.forEach(event -> verify(body, event));
            return events.stream().allMatch(event -> event.actor().isPresent());
        }
    }

    private static void verify(JsonNode body, TrackerEvent event) {
        if (event instanceof TrackerEvent.IssueChanged changed) {
            JiraMappedFields.verify(body.path("issue"), changed.issue());
        } else if (event instanceof TrackerEvent.CommentChanged changed) {
            JiraMappedFields.verify(body.path("comment"), changed.comment());
        } else if (event instanceof TrackerEvent.CommentDeleted deleted) {
            assertThat(body.path("comment").path("id").asString()).isEqualTo(deleted.commentId());
        } else {
            throw new AssertionError(event.toString());
        }
    }
}
