package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.http.JsonCodec;
import dev.issuelink.model.Change;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.Label;
import dev.issuelink.model.Project;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every recording of the real GitLab goes through the adapter, and every field that it holds is in what comes out. */
class GitLabPayloadTest {
    private static final IssueKey ANY_ISSUE = new IssueKey("gl", "1");

    @Test
    void everyRecordingIsReadWhole() throws IOException {
        var files = SharedFiles.list("payloads/gitlab", ".json");
        assumeTrue(!files.isEmpty(), "skipped: there are no recordings beside the repository");
        var unread = new TreeSet<String>();
        for (var file : files) {
            var name = file.getFileName().toString();
            if (name.startsWith("webhook-") ? !delivered(name, file) : !read(name, nodes(file))) {
                unread.add(name);
            }
        }
        System.out.printf("figure gitlab_payloads_read %d%n", files.size() - unread.size());
        assertThat(unread).isEmpty();
    }

    private static boolean read(String name, List<GitLabNode> told) {
        switch (name) {
            case "drone-issue.json", "gitlab4j-issue.json" -> issue(told.get(0));
            case "drone-issue_notes.json" -> systemNotes(told);
            case "drone-merge_note.json" -> comments(told);
            case "gitlab4j-issue-discussions.json" -> told.forEach(thread -> comments(thread.nodes("notes")));
            case "gitlab4j-events.json" -> events(told);
            case "gitlab4j-labels.json" -> labels(told);
            case "gitlab4j-project-users.json" -> members(told);
            case "drone-user_search.json" -> found(told);
            case "gitlab4j-user.json" -> account(told.get(0));
            case "drone-repo.json" -> project(told.get(0));
            case "drone-hook_skip_verification.json" -> hooks(told.get(0));
            case "drone-milestone.json", "gitlab4j-milestone.json" -> milestone(told.get(0));
            case "jenkins-x-issue_events.json" -> labelEvents(told);
            case "gitlab4j-comment.json" -> commitComment(told.get(0));
            case "gitlab4j-issues-statistics.json" ->
                assertThat(GitLabAttributes.of(told.get(0))).containsEntry("statistics.counts.all", "20");
            case "jenkins-x-issue_or_pr_set_milestone.json" -> written(told.get(0));
            case "drone-milestone_update.json" ->
                MappedFields.verifyKept(
                        told.get(0), told.get(0).words("title"), told.get(0).words("description"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void issue(GitLabNode told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(json(told)))) {
            var issue = gitlab.adapter().findIssue("4", "#1").orElseThrow();
            MappedFields.verify(told, issue);
            assertThat(issue.status().category()).isEqualTo(StatusCategory.DONE);
            assertThat(issue.milestone()).map(milestone -> milestone.title()).contains("v3.0");
            assertThat(issue.assignees()).extracting(User::username).containsExactly("lennie");
        }
    }

    private static void comments(List<GitLabNode> told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(json(told)))) {
            var comments = gitlab.adapter().comments().getComments(GitLabTests.reference(1, 1), null).stream()
                    .toList();
            assertThat(comments).hasSameSizeAs(told);
            for (var i = 0; i < told.size(); i++) {
                MappedFields.verify(told.get(i), comments.get(i));
            }
        }
    }

    private static void systemNotes(List<GitLabNode> told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(json(told)))) {
            assertThat(gitlab.adapter().comments().getComments(GitLabTests.reference(1, 1), null))
                    .isEmpty();
        }
        told.forEach(
                note -> MappedFields.verify(note, GitLabTests.mapper().comment(note, ANY_ISSUE, Optional.empty())));
    }

    private static void events(List<GitLabNode> told) {
        assertThat(told).hasSize(4);
        comments(told.stream().flatMap(event -> event.node("note").stream()).toList());
        for (var event : told) {
            var around = new LinkedHashMap<String, Object>(event.fields());
            around.remove("note");
            MappedFields.verifyKept(
                    new GitLabNode(around),
                    event.text("id").orElseThrow(),
                    event.text("title").orElse(""),
                    event.time("created_at").map(Object::toString).orElse(""));
        }
    }

    private static void labels(List<GitLabNode> told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(json(told)))) {
            var labels = gitlab.adapter().directory().getLabels(null).stream().toList();
            assertThat(labels).extracting(Label::name).containsExactlyElementsOf(words(told, "name"));
            assertThat(labels)
                    .extracting(label -> "#" + label.color().orElse(""))
                    .containsExactlyElementsOf(words(told, "color"));
            assertThat(labels)
                    .extracting(label -> label.description().orElse(""))
                    .containsExactlyElementsOf(words(told, "description"));
        }
    }

    private static void members(List<GitLabNode> told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(json(told)))) {
            assertThat(gitlab.adapter().directory().getUsers(null))
                    .as("the other one is blocked")
                    .singleElement()
                    .satisfies(user -> user(told.get(0), user));
        }
    }

    private static void found(List<GitLabNode> told) {
        told.forEach(user -> user(user, GitLabTests.mapper().user(user).orElseThrow()));
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json(
                request.path().equals("/users") ? json(told) : GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z")))) {
            gitlab.adapter()
                    .updateIssue(
                            GitLabTests.reference(1, 1),
                            IssueChanges.builder().addAssignee("John_Smith").build());
            assertThat(gitlab.asked.get(gitlab.asked.size() - 1).body()).contains("\"assignee_ids\":[1]");
        }
    }

    private static void user(GitLabNode told, User user) {
        assertThat(user.id()).isEqualTo(told.text("id").orElseThrow());
        assertThat(user.username()).isEqualTo(told.words("username"));
        assertThat(user.displayName()).contains(told.words("name"));
        assertThat(user.email()).isEqualTo(told.text("public_email").or(() -> told.text("email")));
    }

    private static void account(GitLabNode told) {
        user(told, GitLabTests.mapper().user(told).orElseThrow());
        try (var gitlab = GitLabLoopback.answering(request -> switch (request.path()) {
            case "/user" -> Answer.json(json(told));
            case "/projects/42" -> Answer.json("{\"id\": 42, \"path_with_namespace\": \"octo/demo\"}");
            default -> Answer.of(404, "{\"error\": \"404 Not Found\"}");
        })) {
            assertThat(gitlab.adapter().testConnection().account()).isEqualTo("john_smith");
        }
    }

    private static void project(GitLabNode told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json("[" + json(told) + "]"))) {
            Project project =
                    gitlab.adapter().directory().getProjects().iterator().next();
            assertThat(project.id()).isEqualTo("178504");
            assertThat(project.name()).isEqualTo("diaspora/diaspora");
            assertThat(project.url()).hasToString("https://gitlab.com/diaspora/diaspora");
            MappedFields.verifyKept(
                    told, "178504", project.url(), told.time("created_at").orElseThrow(), told.words("description"));
            assertThat(project.attributes()).containsAllEntriesOf(GitLabAttributes.of(told));
        }
    }

    private static void hooks(GitLabNode told) {
        try (var gitlab = GitLabLoopback.answering(request -> Answer.json("[" + json(told) + "]"))) {
            var hook = gitlab.adapter().webhooks().getWebhooks().iterator().next();
            assertThat(hook.id()).isEqualTo("1");
            assertThat(hook.url()).hasToString("http://example.com/hook");
            assertThat(hook.active()).isTrue();
            assertThat(hook.events())
                    .containsExactlyElementsOf(new TreeSet<>(told.fields().keySet().stream()
                            .filter(name -> name.endsWith("_events"))
                            .toList()));
        }
    }

    private static void milestone(GitLabNode told) {
        var issue = GitLabTests.node(GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z")
                .replaceFirst("}\\s*$", ", \"milestone\": " + json(told).replace("$", "\\$") + "}"));
        var mapped = GitLabTests.mapper().issue(issue);
        MappedFields.verify(issue, mapped);
        assertThat(mapped.milestone()).hasValueSatisfying(milestone -> {
            assertThat(milestone.id()).isEqualTo("12");
            assertThat(milestone.title()).isEqualTo(told.words("title"));
            assertThat(milestone.state()).isEqualTo("active");
            assertThat(milestone.dueOn()).hasToString("Optional[2013-11-29T00:00:00Z]");
        });
    }

    private static void labelEvents(List<GitLabNode> told) {
        for (var event : told) {
            var label = event.node("label").orElseThrow();
            assertThat(GitLabTests.mapper().label(label).name()).isEqualTo(label.words("name"));
            user(
                    event.node("user").orElseThrow(),
                    GitLabTests.mapper().user(event.node("user").orElseThrow()).orElseThrow());
            MappedFields.verifyKept(
                    event,
                    event.text("id").orElseThrow(),
                    event.time("created_at").orElseThrow(),
                    "");
        }
    }

    /** A comment on code, which has no id and is none of an issue. */
    private static void commitComment(GitLabNode told) {
        user(
                told.node("author").orElseThrow(),
                GitLabTests.mapper().user(told.node("author").orElseThrow()).orElseThrow());
        MappedFields.verifyKept(
                told, told.words("note"), told.time("created_at").orElseThrow());
    }

    /** What another client sends, we send too. */
    private static void written(GitLabNode told) {
        try (var gitlab = GitLabLoopback.answering(
                request -> Answer.json(GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z")))) {
            gitlab.adapter()
                    .updateIssue(
                            GitLabTests.reference(1, 1),
                            IssueChanges.builder().milestone(Change.set("1")).build());
            assertThat(gitlab.asked.get(gitlab.asked.size() - 1).body()).isEqualTo(json(told));
        }
    }

    private static boolean delivered(String name, Path file) throws IOException {
        var wrapped = GitLabTests.node(Files.readString(file));
        var body = wrapped.node("body").orElseThrow();
        var header = wrapped.node("headers").orElseThrow().words("X-Gitlab-Event");
        try (var gitlab = GitLabLoopback.answering(request -> Answer.of(500, ""))) {
            var request = GitLabTests.delivery(header, GitLabLoopback.HOOK_SECRET, json(body));
            var told = GitLabTests.events(gitlab.adapter(), request);
            assertThat(told).hasSize(1);
            assertThat(gitlab.asked).isEmpty();
            return check(name, told.get(0), body);
        }
    }

    private static boolean check(String name, TrackerEvent told, GitLabNode body) {
        switch (name) {
            case "webhook-drone-issue_closed.json" -> {
                changed(told, body, "gitlab-org/hello-world#1", "issue.close");
                assertThat(((IssueChanged) told).issue().closedAt()).hasToString("Optional[2017-12-10T16:41:28Z]");
            }
            case "webhook-drone-issue_create.json" -> changed(told, body, "gitlab-org/hello-world#1", "issue.open");
            case "webhook-drone-issue_labeled.json" -> {
                changed(told, body, "gitlab-org/hello-world#1", "issue.update");
                assertThat(((IssueChanged) told).issue().labels())
                        .extracting(Label::name)
                        .containsExactly("critical");
            }
            case "webhook-gitlab4j-issue-event.json" -> {
                changed(told, body, "gitlabhq/gitlab-test#23", "issue.open");
                assertThat(((IssueChanged) told).issue().assignees())
                        .extracting(User::id)
                        .containsExactly("51");
            }
            case "webhook-goplayground-confidential-issue-event.json" ->
                changed(told, body, "gitlabhq/gitlab-test#23", "issue.open");
            case "webhook-gitlab4j-note-issue-event.json" -> noted(told, body);
            case "webhook-gitlab4j-workitem-event.json" ->
                assertThat(told).isInstanceOfSatisfying(Ignored.class, ignored -> {
                    assertThat(ignored.action()).isEqualTo("work_item.update");
                    assertThat(ignored.reason()).contains("group");
                    assertThat(ignored.actor()).map(User::username).contains("john.smith");
                });
            case "webhook-goplayground-comment-merge-request-event.json" ->
                assertThat(told)
                        .isInstanceOfSatisfying(
                                Ignored.class,
                                ignored -> assertThat(ignored.reason()).contains("no issue"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void changed(TrackerEvent told, GitLabNode body, String key, String action) {
        assertThat(told).isInstanceOfSatisfying(IssueChanged.class, changed -> {
            assertThat(changed.action()).isEqualTo(action);
            assertThat(changed.issue().reference().displayKey()).isEqualTo(key);
            var attributes = body.node("object_attributes").orElseThrow();
            var fields = new LinkedHashMap<String, Object>(attributes.fields());
            fields.remove("action");
            if (!body.has("labels") && !attributes.has("labels")) {
                // Without labels it is no whole sight of the issue, and bears no time.
                assertThat(changed.issue().reference().updatedAt()).isEmpty();
                fields.remove("updated_at");
            }
            MappedFields.verify(new GitLabNode(fields), changed.issue());
        });
    }

    private static void noted(TrackerEvent told, GitLabNode body) {
        assertThat(told).isInstanceOfSatisfying(CommentChanged.class, changed -> {
            assertThat(changed.comment().body()).isEqualTo("Hello world");
            assertThat(changed.issue().reference().displayKey()).isEqualTo("gitlab-org/gitlab-test#17");
            assertThat(changed.issue().status().isDone()).isTrue();
            MappedFields.verify(body.node("object_attributes").orElseThrow(), changed.comment());
            var issue = new LinkedHashMap<String, Object>(
                    body.node("issue").orElseThrow().fields());
            // It lacks labels and people, and must not pass for the latest sight of the issue.
            issue.remove("updated_at");
            assertThat(changed.issue().reference().updatedAt()).isEmpty();
            MappedFields.verify(new GitLabNode(issue), changed.issue());
        });
    }

    private static List<String> words(List<GitLabNode> told, String name) {
        return told.stream().map(node -> node.words(name)).toList();
    }

    private static List<GitLabNode> nodes(Path file) throws IOException {
        var text = Files.readString(file).strip();
        var list = text.startsWith("[") ? text : "[" + text + "]";
        return JsonCodec.standard()
                .readList(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)), GitLabNode.class);
    }

    private static String json(GitLabNode node) {
        return new String(JsonCodec.standard().write(node.fields()), StandardCharsets.UTF_8);
    }

    private static String json(List<GitLabNode> nodes) {
        var all = new ArrayList<Map<String, Object>>();
        nodes.forEach(node -> all.add(node.fields()));
        return new String(JsonCodec.standard().write(all), StandardCharsets.UTF_8);
    }
}
