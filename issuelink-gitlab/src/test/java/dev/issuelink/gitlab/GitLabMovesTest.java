package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Issues and projects that are elsewhere now. */
class GitLabMovesTest {
    private final GitLabSite site = GitLabSite.open();
    private final GitLabAdapter adapter = site.adapter("allow_delete", true, "allow_transfer", true);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void followsAnIssueOverSeveralMoves() {
        var issue = GitLabSite.create(adapter, "Moving");
        var third = site.gitlab.addProject("third/place", "olivia");
        var last = site.project.issue(1).moveTo(site.other).moveTo(third);
        assertThat(adapter.getIssue(issue.reference())).hasValueSatisfying(found -> {
            assertThat(found.key().id()).isEqualTo(Long.toString(last.id()));
            assertThat(found.reference().displayKey()).isEqualTo("third/place#1");
            assertThat(found.marker()).isEqualTo(issue.marker());
        });
        assertThat(adapter.findIssue(null, "#1")).map(Issue::title).contains("Moving");
    }

    @Test
    void leavesWhatAMoveLeftBehindOutOfEveryListing() {
        site.project.openIssue("Staying", "").label("bug");
        site.project.openIssue("Moving", "").label("bug");
        site.project.issue(2).moveTo(site.other);
        assertThat(adapter.getIssuesByLabel("bug")).extracting(Issue::title).containsExactly("Staying");
        var feed = adapter.changes(null);
        assertThat(feed.items()).extracting(Issue::title).containsExactly("Staying");
        assertThat(feed.skipped()).isEqualTo(1);
    }

    @Test
    void findsByMarkerWhatMovedMeanwhile() {
        var before = site.clock.instant();
        GitLabSite.create(adapter, "Moving");
        var there = site.project.issue(1).moveTo(site.other);
        assertThat(adapter.findByMarker(GitLabTests.MARKER, before, null))
                .map(found -> found.key().id())
                .contains(Long.toString(there.id()));
    }

    @Test
    void takesAnIssueThatWasOpenedAgainWhereItWasForThere() {
        var issue = site.project.openIssue("Moving", "");
        issue.moveTo(site.other);
        issue.reopen();
        assertThat(adapter.findIssue(null, "#1"))
                .map(found -> found.reference().project())
                .contains(Long.toString(site.project.id()));
    }

    @Test
    void showsTheClosedIssueToThoseWhoMayNotSeeWhereItWent() {
        site.project.member("rita", 20);
        site.other.hide();
        var reference = adapter.findIssue(
                        null, site.project.openIssue("Moving", "").reference())
                .orElseThrow()
                .reference();
        site.project.issue(1).moveTo(site.other);
        var rita = site.adapter(FakeGitLabToken.of("rita", "read_api"), "s");
        assertThat(rita.getIssue(reference)).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo(reference.key());
            assertThat(found.status().isDone()).isTrue();
        });
    }

    @Test
    void deletesNothingByAnOldName() {
        var issue = GitLabSite.create(adapter, "Moving").reference();
        var there = site.project.issue(1).moveTo(site.other);
        var failure = catchThrowableOfType(TrackerException.class, () -> adapter.deleteIssue(issue));
        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(there.now().title()).isEqualTo("Moving");
    }

    @Test
    void movesToAProjectNamedByItsPath() {
        var issue = GitLabSite.create(adapter, "Moving").reference();
        var moved = adapter.transferIssue(issue, "acme/other").stored();
        assertThat(moved.reference().project()).isEqualTo(Long.toString(site.other.id()));
        assertThat(adapter.transferIssue(moved.reference(), "acme/other")
                        .stored()
                        .key())
                .isEqualTo(moved.key());
    }

    @Test
    void readsOnAfterTheProjectWasRenamed() {
        var byPath = site.adapter("project", "acme/shop");
        var issue = GitLabSite.create(byPath, "Before").reference();
        site.project.rename("acme/boutique");
        assertThat(byPath.getIssue(issue)).hasValueSatisfying(found -> {
            assertThat(found.key()).isEqualTo(issue.key());
            assertThat(found.reference().displayKey()).isEqualTo("acme/boutique#1");
        });
        assertThat(byPath.changes(null).items()).hasSize(1);
    }

    @Test
    void tellsNothingOfWhatADeliverySaysOfAMove() {
        adapter.webhooks().registerWebhook(GitLabSite.WEBHOOK);
        var issue = site.project.openIssue("Moving", "");
        site.clock.advance(Duration.ofMinutes(1));
        issue.moveTo(site.other);
        issue.label("late");
        var last = site.arrived.get(site.arrived.size() - 1);
        assertThat(GitLabTests.events(adapter, last))
                .singleElement()
                .isInstanceOfSatisfying(
                        TrackerEvent.Ignored.class,
                        ignored -> assertThat(ignored.reason()).contains("moved"));
    }

    @Test
    void takesAnotherIssueInItsPlaceForNone() {
        var issue = GitLabSite.create(adapter, "Here").reference();
        var other = GitLabTests.reference(4711, 1);
        assertThat(adapter.getIssue(issue)).isPresent();
        assertThat(adapter.getIssue(
                        IssueReference.builder(other.key(), "gitlab", issue.project(), issue.displayKey(), issue.url())
                                .build()))
                .isEmpty();
    }
}
