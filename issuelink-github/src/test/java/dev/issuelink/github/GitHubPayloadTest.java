package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Label;
import dev.issuelink.model.SearchQuery;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every recording of the real GitHub goes through the adapter, and every field that it holds is in what comes out. */
class GitHubPayloadTest {
    private static final String ANY_ISSUE = GitHubTests.issue(1, 1, "Any", "2026-01-01T00:00:00Z");

    @Test
    void everyRecordingIsReadWhole() throws IOException {
        var files = SharedFiles.list("payloads/github", ".exchange.json");
        assumeTrue(!files.isEmpty(), "skipped: there are no recordings beside the repository");
        var unread = new TreeSet<String>();
        for (var file : files) {
            for (var exchange : RecordedExchange.read(file)) {
                if (!read(exchange)) {
                    unread.add(file.getFileName().toString());
                }
            }
        }
        System.out.printf("figure github_payloads_read %d%n", files.size() - unread.size());
        assertThat(unread).isEmpty();
    }

    private static boolean read(RecordedExchange exchange) {
        try (var github = GitHubLoopback.answering(request -> request.method().equals(exchange.method())
                ? exchange.response()
                : Answer.json(request.target().contains("/hooks") ? "[]" : ANY_ISSUE))) {
            var adapter = github.adapter();
            return exchange.status() < 300 ? readAnswer(exchange, adapter) : readRefusal(exchange, adapter);
        }
    }

    private static boolean readAnswer(RecordedExchange exchange, GitHubAdapter adapter) {
        var path = exchange.path()
                .replaceFirst("/repos/[^/]+/[^/]+|/repositories/\\d+", "R")
                .replaceAll("/\\d+", "/N");
        switch (exchange.method() + " " + path) {
            case "GET R/issues/N" ->
                verify(
                        exchange,
                        List.of(adapter.findIssue(exchange.project(), number(exchange))
                                .orElseThrow()));
            case "GET R/issues" -> verify(exchange, adapter.changes(null).items());
            case "GET /search/issues" ->
                verify(
                        exchange,
                        adapter
                                .searchIssues(SearchQuery.builder()
                                        .state(SearchQuery.State.ANY)
                                        .build())
                                .stream()
                                .toList());
            case "POST R/issues" ->
                verify(
                        exchange,
                        List.of(adapter.createIssue(IssueDraft.builder("T").build(), GitHubTests.MARKER)
                                .stored()));
            case "PATCH R/issues/N" ->
                verify(
                        exchange,
                        List.of(adapter.updateIssue(
                                        reference(exchange),
                                        IssueChanges.builder().title("T").build())
                                .stored()));
            case "GET R/issues/N/comments" ->
                verifyComments(
                        exchange,
                        adapter.comments().getComments(reference(exchange), null).stream()
                                .toList());
            case "POST R/issues/N/comments" ->
                verifyComments(
                        exchange,
                        List.of(adapter.comments()
                                .addComment(reference(exchange), "x", GitHubTests.MARKER)
                                .stored()));
            case "GET R/labels" -> verifyLabels(exchange, adapter);
            case "POST R/issues/N/labels" ->
                adapter.updateIssue(
                        reference(exchange),
                        IssueChanges.builder().addLabel("x").build());
            case "POST R/hooks" -> readWire(exchange, GitHubHooksAnswer.class);
            case "GET R/milestones", "POST R/milestones" -> readWire(exchange, GitHubWire.Milestone.class);
            case "GET R/issues/N/events", "GET /rate_limit" -> readWire(exchange, Map.class);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The part of a webhook that this test looks at; the reader of webhooks has tests of its own. */
    record GitHubHooksAnswer(long id, boolean active, List<String> events) {}

    private static boolean readRefusal(RecordedExchange exchange, GitHubAdapter adapter) {
        if (exchange.method().equals("DELETE")) {
            adapter.updateIssue(
                    reference(exchange),
                    IssueChanges.builder().removeLabel("gone").build());
            return true;
        }
        var expected = switch (exchange.status()) {
            case 401 -> Set.of(ErrorCode.AUTHENTICATION);
            case 403 -> Set.of(ErrorCode.PERMISSION, ErrorCode.RATE_LIMITED);
            case 404 -> Set.of(ErrorCode.NOT_FOUND);
            case 422 -> Set.of(ErrorCode.VALIDATION);
            case 429 -> Set.of(ErrorCode.RATE_LIMITED);
            default -> Set.<ErrorCode>of();
        };
        assertThatThrownBy(() -> ask(exchange, adapter))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isIn(expected));
        return true;
    }

    private static void ask(RecordedExchange exchange, GitHubAdapter adapter) {
        if (exchange.method().equals("PATCH")) {
            adapter.updateIssue(
                    reference(exchange), IssueChanges.builder().title("T").build());
        } else {
            adapter.changes(null);
        }
    }

    private static void verify(RecordedExchange exchange, List<Issue> issues) {
        var told = new ArrayList<>(exchange.objects());
        told.removeIf(object -> object.get("pull_request") != null);
        assertThat(issues).hasSameSizeAs(told);
        for (var i = 0; i < told.size(); i++) {
            MappedFields.verify(told.get(i), issues.get(i));
        }
    }

    private static void verifyComments(RecordedExchange exchange, List<Comment> comments) {
        var told = exchange.objects();
        assertThat(comments).hasSameSizeAs(told);
        for (var i = 0; i < told.size(); i++) {
            MappedFields.verify(told.get(i), comments.get(i));
        }
    }

    private static void verifyLabels(RecordedExchange exchange, GitHubAdapter adapter) {
        assertThat(adapter.directory().getLabels(null))
                .extracting(Label::name)
                .containsExactlyElementsOf(exchange.objects().stream()
                        .map(label -> String.valueOf(label.get("name")))
                        .toList());
    }

    private static void readWire(RecordedExchange exchange, Class<?> type) {
        exchange.objects()
                .forEach(object -> assertThat(GitHubTests.read(
                                new String(
                                        dev.issuelink.http.JsonCodec.standard().write(object),
                                        java.nio.charset.StandardCharsets.UTF_8),
                                type))
                        .isNotNull());
    }

    private static String number(RecordedExchange exchange) {
        return exchange.path().replaceFirst(".*/issues/(\\d+).*", "$1");
    }

    private static IssueReference reference(RecordedExchange exchange) {
        var number = exchange.path().contains("/issues/") ? number(exchange) : "1";
        var url = URI.create("https://github.com/" + exchange.project() + "/issues/" + number);
        return IssueReference.builder(new IssueKey("gh", "1"), "github", exchange.project(), "#" + number, url)
                .build();
    }
}
