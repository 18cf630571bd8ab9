package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.model.Label;
import dev.issuelink.model.User;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.TrackerEvent.CommentChanged;
import dev.issuelink.spi.TrackerEvent.Ignored;
import dev.issuelink.spi.TrackerEvent.IssueChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries of every kind and quality, once they are proved. */
class GitLabDeliveriesTest {
    private static final String PROJECT =
            "\"project\": {\"id\": 42, \"path_with_namespace\": \"octo/demo\", \"web_url\": \"https://gitlab.com/octo/demo\"}";

    private final GitLabLoopback gitlab = GitLabLoopback.answering(request -> Answer.of(500, ""));
    private final GitLabAdapter adapter = gitlab.adapter();

    @AfterEach
    void close() {
        adapter.close();
        gitlab.close();
    }

    private TrackerEvent told(String body) {
        var events = GitLabTests.events(adapter, GitLabTests.delivery("Issue Hook", GitLabLoopback.HOOK_SECRET, body));
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static String issue(String more) {
        return """
                {"object_kind": "issue", %s, "user": {"id": 7, "username": "olivia", "name": "Olivia"},
                 "labels": [{"id": 1, "title": "bug", "color": "#ff0000"}],
                 "object_attributes": {"id": 3000000001, "iid": 5, "project_id": 42, "title": "T", "description": "D",
                   "state": "opened", "created_at": "2026-01-01 00:00:00 UTC", "updated_at": "2026-01-02 00:00:00 +0100",
                   "author_id": 7, "assignee_ids": [], "action": "update", "url": "https://gitlab.com/octo/demo/-/work_items/5"%s}}""".formatted(PROJECT, more);
    }

    @Test
    void readsAnIssue() {
        assertThat(told(issue(""))).isInstanceOfSatisfying(IssueChanged.class, told -> {
            assertThat(told.action()).isEqualTo("issue.update");
            assertThat(told.actor()).map(User::username).contains("olivia");
            assertThat(told.issue().key().id()).isEqualTo("3000000001");
            assertThat(told.issue().reference().displayKey()).isEqualTo("octo/demo#5");
            assertThat(told.issue().reference().project()).isEqualTo("42");
            assertThat(told.issue().reference().updatedAt()).hasToString("Optional[2026-01-01T23:00:00Z]");
            assertThat(told.issue().labels()).extracting(Label::name).containsExactly("bug");
            assertThat(told.issue().author()).map(User::id).contains("7");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", \"labels\": \"none\"",
                ", \"milestone_id\": \"x\"",
                ", \"due_date\": {\"a\": 1}",
                ", \"closed_at\": 5",
                ", \"state\": \"merged\"",
                ", \"type\": 7",
                ", \"a\": [[[[[[[[1]]]]]]]]"
            })
    void readsAnIssueWhoseFieldsHaveOtherForms(String odd) {
        assertThat(told(issue(odd))).isInstanceOf(IssueChanged.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"object_kind\": \"issue\"}",
                "{\"object_kind\": \"push\", \"ref\": \"refs/heads/main\"}",
                "{\"object_kind\": \"pipeline\", \"object_attributes\": {\"id\": 1}}",
                "{\"object_kind\": \"merge_request\", \"object_attributes\": {\"id\": 1, \"iid\": 1}}",
                "{\"object_kind\": 7, \"object_attributes\": []}",
                "{\"object_kind\": \"note\", \"object_attributes\": {\"id\": 1, \"noteable_type\": \"Commit\"}}",
                "{\"object_kind\": \"note\", \"object_attributes\": {\"id\": 1, \"noteable_type\": \"Issue\"}}",
                "{\"object_kind\": \"note\", \"object_attributes\": {\"id\": 1, \"noteable_type\": \"Issue\", \"system\": true}}",
                "{\"object_kind\": \"work_item\", \"object_attributes\": {\"id\": 1, \"iid\": 1, \"type\": \"Epic\"}}",
                "{\"object_kind\": \"vulnerability\", \"object_attributes\": {\"title\": \"no address\"}}"
            })
    void ignoresWhatConcernsNoIssue(String body) {
        assertThat(told(body)).isInstanceOf(Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "\"text\"",
                "{\"object_kind\": \"issue\", \"object_attributes\": {\"title\": \"no identity\", \"project_id\": 1}}",
                "{\"object_kind\": \"issue\", \"object_attributes\": {\"id\": \"x\", \"iid\": 1, \"project_id\": 1}}",
                "{\"object_kind\""
            })
    void saysThatABodyCannotBeRead(String body) {
        var failure = catchThrowableOfType(TrackerException.class, () -> told(body));
        assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL);
    }

    @Test
    void readsALongKindWithoutKeepingAllOfIt() {
        var told = told("{\"object_kind\": \"" + "x".repeat(5_000) + "\", \"object_attributes\": {}}");
        assertThat(told.action()).hasSizeLessThan(100);
    }

    @Test
    void readsANoteAndTakesAPartialIssueForNoLatestSight() {
        var body = """
                {"object_kind": "note", "event_type": "confidential_note", %s, "user": {"id": 7, "username": "olivia"},
                 "object_attributes": {"id": 2148334819, "note": "Said", "noteable_type": "Issue", "noteable_id": 9,
                   "author_id": 7, "system": false, "internal": true, "action": "create",
                   "created_at": "2026-01-02 00:00:00 UTC", "updated_at": "2026-01-02 00:00:00 UTC"},
                 "issue": {"id": 9, "iid": 5, "project_id": 42, "title": "T", "description": "D", "state": "opened",
                   "labels": [], "assignee_ids": %s, "updated_at": "2026-01-02 00:00:00 UTC"}}""";
        var whole = (CommentChanged) told(body.formatted(PROJECT, "[]"));
        assertThat(whole.comment().id()).isEqualTo("2148334819");
        assertThat(whole.comment().internal()).isTrue();
        assertThat(whole.comment().author()).map(User::username).contains("olivia");
        assertThat(whole.comment().url())
                .hasToString("Optional[" + gitlab.base() + "/octo/demo/-/issues/5#note_2148334819]");
        assertThat(whole.issue().reference().updatedAt()).isPresent();
        var partial = (CommentChanged) told(body.formatted(PROJECT, "[8]"));
        assertThat(partial.issue().key()).isEqualTo(whole.issue().key());
        assertThat(partial.issue().reference().updatedAt()).isEmpty();
    }

    @Test
    void readsADuplicate() {
        var told = (IssueChanged) told(issue(", \"state\": \"closed\", \"duplicated_to_id\": 4"));
        assertThat(told.issue().status()).hasToString("closed (DUPLICATE)");
    }
}
