package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.testkit.github.FakeGitHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GitHubChangesTest extends FakeGitHubTest {
    /** Everything that waits, and where it ended. */
    private record Read(List<String> titles, Cursor cursor, int skipped) {}

    private Read readAll(GitHubAdapter reader, @Nullable Cursor from) {
        var titles = new ArrayList<String>();
        var skipped = 0;
        var cursor = from;
        ChangePage<Issue> page;
        do {
            page = reader.changes(cursor);
            page.items().forEach(issue -> titles.add(issue.title()));
            skipped += page.skipped();
            cursor = page.next();
        } while (page.more());
        return new Read(titles, cursor, skipped);
    }

    @Test
    void everythingIsReadOnceOldestChangeFirst() {
        for (var i = 0; i < 250; i++) {
            repository.openIssue("Issue " + i, null);
            if (i % 5 == 0) {
                repository.openPullRequest("Pull " + i, null);
            }
            clock.advance(Duration.ofSeconds(7));
        }
        var read = readAll(adapter, null);
        assertThat(read.titles()).hasSize(250).doesNotHaveDuplicates().startsWith("Issue 0", "Issue 1");
        assertThat(read.skipped()).isEqualTo(50);
    }

    @Test
    void nothingNewCostsOneConditionalRequestAndKeepsTheCursor() {
        for (var i = 0; i < 30; i++) {
            repository.openIssue("Issue " + i, null);
        }
        var read = readAll(adapter, null);
        assertThat(readAll(adapter, read.cursor()).titles()).isEmpty();
        github.forgetRequests();
        var again = adapter.changes(read.cursor());
        assertThat(again.items()).isEmpty();
        assertThat(again.more()).isFalse();
        assertThat(again.next()).isEqualTo(read.cursor());
        assertThat(github.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.status()).isEqualTo(304));
    }

    @Test
    void aCursorServesAnotherAdapterWithAnotherCredential() {
        repository.openIssue("A", null);
        var cursor = readAll(adapter, null).cursor();
        clock.advance(Duration.ofDays(90));
        repository.openIssue("B", null);
        repository.addCollaborator("other", "read");
        var read = readAll(adapterWith(github.token("other")), cursor);
        assertThat(read.titles()).containsExactly("B");
    }

    @Test
    void aChangeWithinTheSameSecondIsNotMissed() {
        repository.openIssue("A", "one");
        var cursor = readAll(adapter, null).cursor();
        repository.issue(1).edit("A2", "two");
        assertThat(readAll(adapter, cursor).titles()).containsExactly("A2");
    }

    @Test
    void whatWasReadButLostByTheCallerComesAgain() {
        repository.openIssue("A", null);
        var cursor = readAll(adapter, null).cursor();
        readAll(adapter, cursor);
        repository.openIssue("B", null);
        assertThat(adapter.changes(cursor).items()).hasSize(1);
        assertThat(adapter.changes(cursor).items()).hasSize(1);
    }

    @Test
    void issuesThatChangeDuringAPassAreNeitherLostNorSkipped() {
        for (var i = 0; i < 300; i++) {
            repository.openIssue("Issue " + i, null);
            clock.advance(Duration.ofSeconds(1));
        }
        var seen = new HashSet<String>();
        Cursor cursor = null;
        ChangePage<Issue> page;
        var moved = 1;
        do {
            page = adapter.changes(cursor);
            page.items().forEach(issue -> seen.add(issue.reference().displayKey()));
            cursor = page.next();
            clock.advance(Duration.ofSeconds(1));
            // What was on the pages read already moves to the end, and all others move up.
            for (var i = 0; i < 20 && moved < 100; i++) {
                repository.issue(moved++).edit("Moved", null);
            }
        } while (page.more());
        assertThat(seen).hasSize(300);
    }

    @Test
    void moreThanAPageWithinOneSecondIsRead() {
        for (var i = 0; i < 350; i++) {
            repository.openIssue("Issue " + i, null);
        }
        var read = readAll(adapter, null);
        assertThat(read.titles()).hasSize(350).doesNotHaveDuplicates();
        clock.advance(Duration.ofSeconds(30));
        repository.openIssue("Later", null);
        assertThat(readAll(adapter, read.cursor()).titles()).contains("Later");
    }

    @Test
    void theWallOfCountedPagesIsPassed() {
        adapter.close();
        github.close();
        github = FakeGitHub.builder().clock(clock).pageWall(300).start();
        repository = github.addRepository("octo", "demo");
        adapter = adapter();
        for (var i = 0; i < 900; i++) {
            repository.openIssue("Issue " + i, null);
            if (i % 3 == 0) {
                clock.advance(Duration.ofSeconds(1));
            }
        }
        var read = readAll(adapter, null);
        assertThat(new HashSet<>(read.titles())).hasSize(900);
        assertThat(read.titles()).hasSize(900);
    }

    @Test
    void anUnknownCursorReadsFromTheBeginning() {
        repository.openIssue("A", null);
        assertThat(adapter.changes(new Cursor("something else")).items()).hasSize(1);
        assertThat(adapter.changes(new Cursor("gh1;r;x;y;;z")).items()).hasSize(1);
    }

    @Test
    void anEmptyRepositoryHasNothingAndKeepsItsCursor() {
        var first = adapter.changes(null);
        assertThat(first.items()).isEmpty();
        var second = adapter.changes(first.next());
        assertThat(second.next()).isEqualTo(first.next());
        repository.openIssue("A", null);
        assertThat(adapter.changes(second.next()).items()).hasSize(1);
    }
}
