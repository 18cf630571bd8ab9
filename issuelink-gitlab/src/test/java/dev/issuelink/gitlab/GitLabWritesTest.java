package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.gitlab.GitLabLoopback.Answer;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Label;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabFault;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitLab makes of what is written, and what it leaves out. */
class GitLabWritesTest {
    private final GitLabSite site = GitLabSite.open();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        site.close();
    }

    private static IssueDraft full() {
        return IssueDraft.builder("Full")
                .labels(List.of("bug"))
                .assignees(List.of("olivia"))
                .build();
    }

    @Test
    void namesWhatASilentGitLabLeftOutForLackOfARole() {
        site.project.member("gus", 10);
        var result = site.adapter(FakeGitLabToken.of("gus", "api"), "s").createIssue(full(), GitLabTests.MARKER);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("labels", "assignees");
        assertThat(result.dropped().get(0).reason()).contains("role");
        assertThat(result.stored().labels()).isEmpty();
    }

    @Test
    void namesTheAssigneesThatThePlanDoesNotAllow() {
        try (var free = new GitLabSite(FakeGitLab.builder().tier(FakeGitLab.Tier.FREE))) {
            free.project.member("bo", 30);
            var draft = IssueDraft.builder("Two")
                    .assignees(List.of("olivia", "@bo"))
                    .field("weight", "3")
                    .build();
            var result = free.adapter().createIssue(draft, GitLabTests.MARKER);
            assertThat(result.stored().assignees()).extracting(User::username).containsExactly("olivia");
            assertThat(result.dropped()).extracting(DroppedField::value).containsExactly("bo", "3");
        }
    }

    @Test
    void namesAssigneesWhoCannotSeeTheProject() {
        site.gitlab.token("stranger");
        var draft =
                IssueDraft.builder("T").assignees(List.of("stranger", "nobody")).build();
        var dropped = site.adapter().createIssue(draft, GitLabTests.MARKER).dropped();
        assertThat(dropped).extracting(DroppedField::value).containsExactlyInAnyOrder("stranger", "nobody");
    }

    @Test
    void opensConfidentialIssuesIfConfigured() {
        var stored = GitLabSite.create(site.adapter("confidential", true), "Secret");
        assertThat(stored.attributes()).containsEntry("confidential", "true");
    }

    @Test
    void writesGitLabsOwnFieldsAndNamesThoseThatItLacks() {
        var draft = IssueDraft.builder("Fields")
                .field("due_date", "2026-12-24")
                .field("weight", "5")
                .field("confidential", "true")
                .field("colour", "red")
                .field("discussion_locked", "perhaps")
                .build();
        var adapter = site.adapter();
        var result = adapter.createIssue(draft, GitLabTests.MARKER);
        assertThat(result.stored().attributes())
                .containsEntry("due_date", "2026-12-24")
                .containsEntry("weight", "5")
                .containsEntry("confidential", "true");
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("colour", "discussion_locked");
        var changes = IssueChanges.builder()
                .field("due_date", Change.clear())
                .field("confidential", Change.set("false"))
                .field("weight", Change.set("much"))
                .build();
        var changed = adapter.updateIssue(result.stored().reference(), changes);
        assertThat(changed.stored().attributes()).doesNotContainKey("due_date").containsEntry("confidential", "false");
        assertThat(changed.dropped()).extracting(DroppedField::field).containsExactly("weight");
    }

    @Test
    void carriesOutNoQuickActionOfOurs() {
        var adapter = site.adapter();
        var draft =
                IssueDraft.builder("Scan").body("/close\n/label ~evil\n\ntext").build();
        var issue = adapter.createIssue(draft, GitLabTests.MARKER);
        assertThat(issue.stored().status().isDone()).isFalse();
        assertThat(issue.stored().body()).isEqualTo("/close\n/label ~evil\n\ntext");
        assertThat(issue.dropped()).isEmpty();
        adapter.comments().addComment(issue.stored().reference(), "/close", GitLabTests.MARKER);
        var after = adapter.getIssue(issue.stored().reference()).orElseThrow();
        assertThat(after.status().isDone()).isFalse();
        assertThat(after.labels()).isEmpty();
    }

    @Test
    void saysSoIfGitLabStoredAnotherText() {
        try (var gitlab = GitLabLoopback.answering(
                request -> Answer.of(201, GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z")))) {
            var draft = IssueDraft.builder("T").body("Ours").build();
            assertThat(gitlab.adapter().createIssue(draft, GitLabTests.MARKER).dropped())
                    .extracting(DroppedField::field)
                    .containsExactly("body");
        }
    }

    @Test
    void saysThatNoCommentWasWrittenIfGitLabTookItForQuickActions() {
        try (var gitlab = GitLabLoopback.answering(request -> request.method().equals("GET")
                ? Answer.json(GitLabTests.issue(1, 1, "T", "2026-01-01T00:00:00Z"))
                : Answer.of(202, "{\"commands_changes\": {}, \"summary\": [\"Closed this issue.\"]}"))) {
            var failure = catchThrowableOfType(
                    TrackerException.class,
                    () -> gitlab.adapter()
                            .comments()
                            .addComment(GitLabTests.reference(1, 1), "text", GitLabTests.MARKER));
            assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    void saysThatTheOutcomeIsUnknownIfTheAnswerIsCutShort() {
        site.gitlab.fail(FakeGitLabFault.truncatedBody().onWrites());
        var failure = catchThrowableOfType(TrackerException.class, () -> GitLabSite.create(site.adapter(), "Once"));
        assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(site.project.issues()).hasSize(1);
    }

    @Test
    void writesLabelsBesidesThoseThatPeopleAdded() {
        var adapter = site.adapter();
        var issue = GitLabSite.create(adapter, "Labels").reference();
        site.project.issue(1).label("by hand");
        adapter.updateIssue(issue, IssueChanges.builder().addLabel("ours").build());
        assertThat(site.project.issue(1).now().labels()).containsExactlyInAnyOrder("by hand", "ours");
        var put = site.gitlab.requests().stream()
                .filter(line -> line.startsWith("PUT"))
                .count();
        assertThat(put).isEqualTo(1);
    }

    @Test
    void dropsLabelsThatCannotBeAndThoseThatMustNotBeMade() {
        var adapter = site.adapter("strict_labels", true);
        site.project.openIssue("Any", "").label("known");
        var draft = IssueDraft.builder("T")
                .labels(List.of("known", "unknown", "a,b", "x".repeat(256)))
                .build();
        var result = adapter.createIssue(draft, GitLabTests.MARKER);
        assertThat(result.stored().labels()).extracting(Label::name).containsExactly("known");
        assertThat(result.dropped())
                .extracting(DroppedField::field)
                .containsOnly("labels")
                .hasSize(3);
    }

    @Test
    void exchangesTheLabelsOfPriorities() {
        var adapter = site.adapter("priority_labels", Map.of("P1", "urgent", "P2", "later"));
        var draft = IssueDraft.builder("T").priority(new Priority("p1")).build();
        var issue = adapter.createIssue(draft, GitLabTests.MARKER).stored();
        assertThat(issue.reference().priority()).contains(new Priority("P1"));
        var changes =
                IssueChanges.builder().priority(Change.set(new Priority("P2"))).build();
        var changed = adapter.updateIssue(issue.reference(), changes);
        assertThat(changed.stored().labels()).extracting(Label::name).containsExactly("later");
        var unknown =
                IssueChanges.builder().priority(Change.set(new Priority("P9"))).build();
        assertThat(adapter.updateIssue(issue.reference(), unknown).dropped())
                .extracting(DroppedField::field)
                .containsExactly("priority");
    }

    @Test
    void saysThatNoReasonForClosingIsKept() {
        var adapter = site.adapter();
        var issue = GitLabSite.create(adapter, "T").reference();
        var duplicate = IssueChanges.builder()
                .status(TargetStatus.done(Resolution.DUPLICATE))
                .build();
        assertThat(adapter.updateIssue(issue, duplicate).dropped())
                .extracting(DroppedField::value)
                .containsExactly("DUPLICATE");
        var progress = IssueChanges.builder()
                .status(TargetStatus.of(StatusCategory.IN_PROGRESS))
                .build();
        var result = adapter.updateIssue(issue, progress);
        assertThat(result.stored().status().isDone()).isFalse();
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("status");
    }

    @Test
    void takesEverybodyAway() {
        var adapter = site.adapter();
        var issue = adapter.createIssue(full(), GitLabTests.MARKER).stored();
        var changes = IssueChanges.builder().removeAssignee("olivia").build();
        assertThat(adapter.updateIssue(issue.reference(), changes).stored().assignees())
                .isEmpty();
    }

    @Test
    void writesToAnIssueThatMovedBetweenTheReadingAndTheWriting() {
        var adapter = site.adapter();
        var issue = GitLabSite.create(adapter, "Moving").reference();
        var moved = site.project.issue(1).moveTo(site.other);
        var changes = IssueChanges.builder()
                .title("Changed there")
                .status(TargetStatus.of(StatusCategory.DONE))
                .build();
        var result = adapter.updateIssue(issue, changes);
        assertThat(result.stored().reference().displayKey()).isEqualTo(moved.reference());
        assertThat(moved.now().title()).isEqualTo("Changed there");
        assertThat(site.project.issue(1).now().title()).isEqualTo("Moving");
    }

    @Test
    void commentsWhereAnIssueWentTo() {
        var adapter = site.adapter();
        var issue = GitLabSite.create(adapter, "Moving").reference();
        var moved = site.project.issue(1).moveTo(site.other);
        var comment = adapter.comments().addComment(issue, "Said", GitLabTests.MARKER);
        assertThat(moved.now().comments()).hasSize(1);
        assertThat(adapter.comments().findByMarker(issue, GitLabTests.MARKER, site.clock.instant()))
                .map(found -> found.id())
                .contains(comment.stored().id());
    }

    @Test
    void attachesAFileByANote() throws IOException {
        var file = Files.writeString(folder.resolve("plan.txt"), "SELECT '--x';\r\n");
        var adapter = site.adapter();
        var issue = GitLabSite.create(adapter, "With a file").reference();
        var stored = adapter.attachFile(
                        issue, new AttachmentUpload("query \"plan\".txt", "text/plain", file, "See\n/close"))
                .stored();
        assertThat(stored.size()).isEqualTo(15);
        assertThat(site.project.uploads().values()).containsExactly("SELECT '--x';\r\n");
        assertThat(stored.id())
                .isEqualTo(site.project.uploads().keySet().iterator().next());
        assertThat(stored.url().toString()).startsWith(site.gitlab.baseUrl() + "/projects/" + site.project.id());
        var now = site.project.issue(1).now();
        assertThat(now.open()).isTrue();
        assertThat(now.comments())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("[query__22plan_22.txt](/uploads/"));
    }

    @Test
    void saysThatAFileIsNotThere() {
        var issue = GitLabSite.create(site.adapter(), "T").reference();
        var upload = new AttachmentUpload("a.txt", "text/plain", folder.resolve("missing"), "");
        var failure = catchThrowableOfType(
                TrackerException.class, () -> site.adapter().attachFile(issue, upload));
        assertThat(failure.code()).isEqualTo(ErrorCode.VALIDATION);
        assertThat(failure).hasMessageContaining("a.txt");
    }

    @Test
    void writesNothingToAnArchivedProject() {
        var adapter = site.adapter();
        site.project.archive();
        var failure = catchThrowableOfType(TrackerException.class, () -> GitLabSite.create(adapter, "T"));
        assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION);
    }
}
