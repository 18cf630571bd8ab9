package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Marker;
import dev.issuelink.model.SearchQuery;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubIssuesTest extends FakeGitHubTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#1",
                "1",
                "GH-1",
                "octo/demo#1",
                "http://127.0.0.1/octo/demo/issues/1",
                "http://127.0.0.1/octo/demo/issues/1#issuecomment-5"
            })
    void issuesAreFoundByWhatPeopleCallThem(String name) {
        repository.openIssue("First", null);
        assertThat(adapter.findIssue(null, name)).map(Issue::title).contains("First");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#2", "DB-7", "#0", "#", "", "../../user", "https://elsewhere.example/octo/demo/issues/1"})
    void whatIsNoIssueIsNotFound(String name) {
        repository.openIssue("First", null);
        assertThat(adapter.findIssue(null, name)).isEmpty();
    }

    @Test
    void pullRequestsAreNoIssues() {
        repository.openPullRequest("Pull", null);
        assertThat(adapter.findIssue(null, "#1")).isEmpty();
    }

    @Test
    void anUnchangedIssueIsReadAgainWithoutItsContent() {
        var issue = opened("First");
        adapter.getIssue(issue.reference());
        github.forgetRequests();
        assertThat(adapter.getIssue(issue.reference())).map(Issue::title).contains("First");
        assertThat(github.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(304));
    }

    @Test
    void aDeletedIssueIsGone() {
        var issue = opened("First");
        repository.issue(1).delete();
        assertThatThrownBy(() -> adapter.getIssue(issue.reference()))
                .isInstanceOfSatisfying(TrackerException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.GONE);
                    assertThat(e.retryable()).isFalse();
                });
    }

    @Test
    void aTransferredIssueAnswersWithItsNewIdentity() {
        var issue = opened("First");
        repository.issue(1).transferTo(github.addRepository("octo", "other"));
        var found = adapter.getIssue(issue.reference()).orElseThrow();
        assertThat(found.reference().project()).isEqualTo("octo/other");
        assertThat(found.key()).isNotEqualTo(issue.key());
    }

    @Test
    void aRenamedRepositoryIsFollowedAndTold() {
        var issue = opened("First");
        repository.rename("renamed");
        var found = adapter.getIssue(issue.reference()).orElseThrow();
        assertThat(found.key()).isEqualTo(issue.key());
        assertThat(found.reference().project()).isEqualTo("octo/renamed");
    }

    @Test
    void issuesAreListedByLabelWithoutPullRequests() {
        repository.openIssue("A", null).label("bug");
        repository.openIssue("B", null);
        repository.openPullRequest("P", null).label("bug");
        var closed = repository.openIssue("C", null);
        closed.label("bug");
        closed.close("completed");
        var skipped = new AtomicInteger();
        adapter.getIssuesByLabel("bug").pages().forEachRemaining(page -> skipped.addAndGet(page.skipped()));
        assertThat(adapter.getIssuesByLabel("bug")).extracting(Issue::title).containsExactly("A", "C");
        assertThat(skipped).hasValue(1);
    }

    @Test
    void aCommaInALabelIsPartOfItsName() {
        repository.openIssue("A", null).label("one,two");
        repository.openIssue("B", null).label("one", "two");
        assertThat(adapter.getIssuesByLabel("one,two")).extracting(Issue::title).containsExactly("A");
    }

    @Test
    void ourIssuesAreFoundByTheirMarkersInTheListing() {
        for (var i = 0; i < 120; i++) {
            repository.openIssue("Issue " + i, null);
        }
        var issue = opened("Ours");
        for (var i = 0; i < 120; i++) {
            repository.openIssue("Later " + i, null);
        }
        github.forgetRequests();
        assertThat(adapter.findByMarker(GitHubTests.MARKER, START, null))
                .map(Issue::key)
                .contains(issue.key());
        assertThat(sent()).noneMatch(line -> line.contains("search"));
        assertThat(adapter.findByMarker(new Marker("marker-0002"), START, null)).isEmpty();
    }

    @Test
    void whoCopiesAMarkerDoesNotTakeTheIssueOver() {
        var issue = opened("Ours");
        clock.advance(Duration.ofSeconds(1));
        repository.openIssue("Copy", GitHubMarkers.line(GitHubTests.MARKER));
        assertThat(adapter.findByMarker(GitHubTests.MARKER, START, null))
                .map(Issue::key)
                .contains(issue.key());
    }

    @Test
    void lookingForAMarkerStopsWhereItCannotBeAnyMore() {
        for (var i = 0; i < 250; i++) {
            repository.openIssue("Old " + i, null);
        }
        clock.advance(Duration.ofHours(1));
        for (var i = 1; i <= 250; i++) {
            repository.issue(i).close("completed");
        }
        github.forgetRequests();
        assertThat(adapter.findByMarker(GitHubTests.MARKER, clock.instant(), null))
                .isEmpty();
        assertThat(github.requestCount()).isEqualTo(1);
    }

    @Test
    void searchingFindsIssuesOnly() {
        repository.openIssue("Slow query on orders", null);
        repository.openPullRequest("Slow query fix", null);
        clock.advance(Duration.ofMinutes(30));
        assertThat(adapter.searchIssues(SearchQuery.text("slow query")))
                .extracting(Issue::title)
                .containsExactly("Slow query on orders");
    }

    @Test
    void searchingEndsAfterAThousandResults() {
        for (var i = 0; i < 1050; i++) {
            repository.openIssue("Slow " + i, null);
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(adapter.searchIssues(SearchQuery.text("slow"))).hasSize(1000);
    }
}
