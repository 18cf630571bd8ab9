package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.AttachmentUpload;
import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GitHubWritesTest extends FakeGitHubTest {
    private static IssueDraft draft(String title) {
        return IssueDraft.builder(title).build();
    }

    private IssueChanges.Builder change() {
        return IssueChanges.builder();
    }

    @Test
    void theEngineIsToldHowMuchGitHubWasSeenToTake() {
        assertThat(adapter().writeLimits()).isEqualTo(new WriteLimits(20, 150));
    }

    @Test
    void anIssueIsOpenedWithEverythingThatWasAsked() {
        var milestone = repository.addMilestone("1.0");
        repository.addCollaborator("bo", "write");
        var result = adapter("priority_labels", Map.of("P1", "urgent"))
                .createIssue(
                        IssueDraft.builder("Title")
                                .body("Ask @octocat about #1")
                                .labels(List.of("drift", "Automated"))
                                .assignees(List.of("bo"))
                                .milestone(Integer.toString(milestone))
                                .priority(new Priority("P1"))
                                .build(),
                        GitHubTests.MARKER);
        var issue = result.stored();
        assertThat(result.dropped()).isEmpty();
        assertThat(issue.body()).isEqualTo("Ask @octocat about #1");
        assertThat(issue.marker()).contains(GitHubTests.MARKER);
        assertThat(issue.labels()).extracting(Label::name).containsExactly("automated", "drift", "urgent");
        assertThat(issue.assignees()).extracting(User::username).containsExactly("bo");
        assertThat(issue.milestone()).map(Milestone::title).contains("1.0");
        assertThat(issue.reference().priority()).contains(new Priority("P1"));
        assertThat(repository.issue(1).now().body())
                .doesNotContain("@octocat", "#1")
                .contains("octocat");
    }

    @Test
    void whoCannotBeAssignedIsDroppedInsteadOfRefusingTheIssue() {
        var draft = IssueDraft.builder("Title")
                .assignees(List.of("nobody", "not a name"))
                .build();
        var result = adapter.createIssue(draft, GitHubTests.MARKER);
        assertThat(result.dropped())
                .extracting(DroppedField::field, DroppedField::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("assignees", "nobody"),
                        org.assertj.core.groups.Tuple.tuple("assignees", "not a name"));
    }

    @Test
    void whatGitHubDropsInSilenceIsNamed() {
        github.addRepository("reader", "own");
        repository.addMilestone("1.0");
        var reader = GitHubTests.connect(
                GitHubTests.config(GitHubTests.settings(github.baseUrl()), true, "automated"),
                github.token("reader"),
                clock);
        var draft = IssueDraft.builder("Title").milestone("1").build();
        var result = reader.createIssue(draft, GitHubTests.MARKER);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("labels", "milestone");
        assertThat(result.dropped())
                .allSatisfy(drop -> assertThat(drop.reason()).contains("push access"));
    }

    @Test
    void strictLabelsDoNotPolluteTheRepository() {
        repository.addLabel("Known", "ff0000", null);
        var draft = IssueDraft.builder("Title").labels(List.of("known", "tpyo")).build();
        var result = adapter("strict_labels", true).createIssue(draft, GitHubTests.MARKER);
        assertThat(result.stored().labels()).extracting(Label::name).containsExactly("Known");
        assertThat(result.dropped()).extracting(DroppedField::value).containsExactly("automated", "tpyo");
    }

    @Test
    void whatGitHubCannotHoldIsNamed() {
        var draft = IssueDraft.builder("x".repeat(300))
                .body("y".repeat(70_000))
                .labels(List.of("z".repeat(51)))
                .priority(new Priority("P9"))
                .milestone("v1")
                .field("severity", "high")
                .build();
        var result = adapter.createIssue(draft, GitHubTests.MARKER);
        assertThat(result.dropped())
                .extracting(DroppedField::field)
                .containsExactlyInAnyOrder("title", "body", "labels", "priority", "milestone", "severity");
        assertThat(result.stored().title()).hasSize(256).endsWith("…");
        assertThat(result.stored().marker()).contains(GitHubTests.MARKER);
    }

    @Test
    void aLostAnswerIsNotRepeatedAndTheIssueIsFoundByItsMarker() {
        github.fail(
                FakeFault.responseLost().on("POST", "/repos/octo/demo/issues").times(1));
        assertThatThrownBy(() -> adapter.createIssue(draft("Title"), GitHubTests.MARKER))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
        assertThat(repository.issue(1).now().title()).isEqualTo("Title");
        assertThat(adapter.findByMarker(GitHubTests.MARKER, START, null))
                .map(Issue::title)
                .contains("Title");
    }

    @Test
    void onlyWhatChangesIsSent() {
        var issue = opened("Old");
        repository.issue(1).label("by-people");
        github.forgetRequests();
        var stored = adapter.updateIssue(
                        issue.reference(), change().title("New").build())
                .stored();
        assertThat(stored.title()).isEqualTo("New");
        assertThat(stored.body()).isEqualTo("body");
        assertThat(stored.labels()).extracting(Label::name).contains("by-people");
        assertThat(sent()).containsExactly("PATCH /repos/octo/demo/issues/1");
    }

    @Test
    void aReplacedBodyKeepsTheMarker() {
        var issue = opened("Old");
        var replaced = adapter.updateIssue(
                        issue.reference(), change().body(Change.set("new")).build())
                .stored();
        assertThat(replaced.body()).isEqualTo("new");
        assertThat(replaced.marker()).contains(GitHubTests.MARKER);
        var cleared = adapter.updateIssue(
                        issue.reference(), change().body(Change.clear()).build())
                .stored();
        assertThat(cleared.body()).isEmpty();
        assertThat(cleared.marker()).contains(GitHubTests.MARKER);
    }

    @Test
    void labelsAndPeopleAreAddedAndRemovedOneByOne() {
        repository.addCollaborator("bo", "write");
        repository.addCollaborator("cy", "write");
        var issue = opened("Old");
        repository.issue(1).label("a/b c", "keep");
        repository.issue(1).assign("bo");
        var changes = change().addLabel("new")
                .removeLabel("a/b c")
                .removeLabel("never there")
                .addAssignee("cy")
                .removeAssignee("bo")
                .build();
        var result = adapter.updateIssue(issue.reference(), changes);
        assertThat(result.dropped()).isEmpty();
        assertThat(result.stored().labels())
                .extracting(Label::name)
                .containsExactlyInAnyOrder("automated", "keep", "new");
        assertThat(result.stored().assignees()).extracting(User::username).containsExactly("cy");
        var again = adapter.updateIssue(issue.reference(), changes);
        assertThat(again.stored().labels()).isEqualTo(result.stored().labels());
    }

    @Test
    void statusesAreReachedAndReasonsThatDoNotStickAreNamed() {
        var issue = opened("Old");
        var closed = adapter.updateIssue(
                issue.reference(),
                change().status(TargetStatus.done(Resolution.NOT_PLANNED)).build());
        assertThat(closed.stored().status().resolution()).contains(Resolution.NOT_PLANNED);
        var again = adapter.updateIssue(
                issue.reference(),
                change().status(TargetStatus.done(Resolution.COMPLETED)).build());
        assertThat(again.dropped()).extracting(DroppedField::field).containsExactly("status");
        var open = adapter.updateIssue(
                issue.reference(),
                change().status(TargetStatus.of(StatusCategory.IN_PROGRESS)).build());
        assertThat(open.stored().status().category()).isEqualTo(StatusCategory.OPEN);
        assertThat(open.dropped()).extracting(DroppedField::value).containsExactly("IN_PROGRESS");
    }

    @Test
    void aNewPriorityTakesTheOldOnesLabelOff() {
        var writer = adapter("priority_labels", Map.of("P1", "urgent", "P2", "soon"));
        var issue = writer.createIssue(
                        IssueDraft.builder("T").priority(new Priority("P1")).build(), GitHubTests.MARKER)
                .stored();
        var changed = writer.updateIssue(
                issue.reference(),
                change().priority(Change.set(new Priority("P2"))).build());
        assertThat(changed.stored().labels()).extracting(Label::name).containsExactlyInAnyOrder("automated", "soon");
        var cleared = writer.updateIssue(
                issue.reference(), change().priority(Change.clear()).build());
        assertThat(cleared.stored().reference().priority()).isEmpty();
    }

    @Test
    void milestonesAreSetAndCleared() {
        var milestone = Integer.toString(repository.addMilestone("1.0"));
        var issue = opened("Old");
        var set = adapter.updateIssue(
                issue.reference(), change().milestone(Change.set(milestone)).build());
        assertThat(set.stored().milestone()).map(Milestone::id).contains(milestone);
        var cleared = adapter.updateIssue(
                issue.reference(), change().milestone(Change.clear()).build());
        assertThat(cleared.stored().milestone()).isEmpty();
    }

    @Test
    void aChangeFollowsATransferredIssue() {
        var issue = opened("Old");
        repository.issue(1).transferTo(github.addRepository("octo", "other"));
        var result = adapter.updateIssue(
                issue.reference(), change().addLabel("x").title("New").build());
        assertThat(result.stored().reference().project()).isEqualTo("octo/other");
        assertThat(result.stored().labels()).extracting(Label::name).contains("x");
    }

    @Test
    void whatIsGoneIsSaid() {
        var issue = opened("Old");
        repository.issue(1).delete();
        assertThatThrownBy(() -> adapter.updateIssue(
                        issue.reference(), change().removeLabel("x").build()))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isIn(ErrorCode.GONE, ErrorCode.NOT_FOUND));
    }

    @Test
    void deletingAndTransferringMustBeAllowed() {
        var issue = opened("Old").reference();
        for (Runnable refused :
                List.<Runnable>of(() -> adapter.deleteIssue(issue), () -> adapter.transferIssue(issue, "octo/other"))) {
            assertThatThrownBy(refused::run)
                    .isInstanceOfSatisfying(
                            TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED));
        }
    }

    @Test
    void anAllowedDeletionDeletesOnceAndForGood() {
        var issue = opened("Old").reference();
        var allowed = adapter("allow_delete", true);
        allowed.deleteIssue(issue);
        allowed.deleteIssue(issue);
        assertThatThrownBy(() -> adapter.getIssue(issue)).hasMessageContaining("GONE");
    }

    @Test
    void anAllowedTransferAnswersWithTheNewIdentity() {
        var issue = opened("Old");
        github.addRepository("octo", "other");
        var moved = adapter("allow_transfer", true)
                .transferIssue(issue.reference(), "octo/other")
                .stored();
        assertThat(moved.reference().project()).isEqualTo("octo/other");
        assertThat(moved.title()).isEqualTo("Old");
        assertThat(moved.marker()).contains(GitHubTests.MARKER);
    }

    @Test
    void filesAreRefusedWithAnHonestWord() {
        var issue = opened("Old").reference();
        var file = new AttachmentUpload("a.png", "image/png", Path.of("a.png"), "");
        assertThatThrownBy(() -> adapter.attachFile(issue, file)).hasMessageContaining("takes no attachments");
    }

    @Test
    void withoutACredentialNothingIsWritten() {
        var issue = opened("Old").reference();
        github.forgetRequests();
        assertThatThrownBy(() -> anonymous().createIssue(draft("T"), GitHubTests.MARKER))
                .hasMessageContaining("needs a credential");
        assertThat(github.requestCount()).isZero();
        assertThat(anonymous().getIssue(issue)).isPresent();
    }

    @Test
    void aWrongTokenIsTriedOnce() {
        var stranger = adapterWith("ghp_wrong");
        github.forgetRequests();
        assertThatThrownBy(() -> stranger.createIssue(draft("T"), GitHubTests.MARKER))
                .isInstanceOfSatisfying(TrackerException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.AUTHENTICATION);
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.getMessage()).doesNotContain("ghp_wrong");
                });
        assertThat(github.requestCount()).isEqualTo(1);
    }

    @Test
    void whoMayOnlyReadIsToldSo() {
        var reader =
                adapterWith(github.token(FakeToken.fineGrained("octo", Map.of("issues", "read", "metadata", "read"))));
        assertThatThrownBy(() -> reader.createIssue(draft("T"), GitHubTests.MARKER))
                .isInstanceOfSatisfying(TrackerException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION);
                    assertThat(e.getMessage()).contains("issues=write");
                });
    }
}
