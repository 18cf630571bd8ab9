package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Comment;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Label;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GitHubCommentsTest extends FakeGitHubTest {
    private static final Marker OTHER = new Marker("marker-0002");

    @Test
    void commentsAreListedOldestFirstAcrossPages() {
        var issue = opened("T").reference();
        for (var i = 0; i < 120; i++) {
            repository.issue(1).comment("c" + i);
        }
        assertThat(adapter.comments().getComments(issue, null))
                .hasSize(120)
                .first()
                .extracting(Comment::body)
                .isEqualTo("c0");
    }

    @Test
    void sinceIsInclusive() {
        var issue = opened("T").reference();
        repository.issue(1).comment("old");
        clock.advance(Duration.ofMinutes(10));
        repository.issue(1).comment("new");
        assertThat(adapter.comments().getComments(issue, clock.instant()))
                .extracting(Comment::body)
                .containsExactly("new");
    }

    @Test
    void aCommentIsWrittenFoundChangedAndDeleted() {
        var issue = opened("T").reference();
        var written = adapter.comments().addComment(issue, "Hi @octocat", OTHER).stored();
        assertThat(written.body()).isEqualTo("Hi @octocat");
        assertThat(written.marker()).contains(OTHER);
        assertThat(adapter.comments().findByMarker(issue, OTHER, START))
                .map(Comment::id)
                .contains(written.id());
        var changed =
                adapter.comments().updateComment(issue, written.id(), "Changed").stored();
        assertThat(changed.body()).isEqualTo("Changed");
        assertThat(changed.marker()).contains(OTHER);
        adapter.comments().deleteComment(issue, written.id());
        adapter.comments().deleteComment(issue, written.id());
        assertThat(adapter.comments().getComments(issue, null)).isEmpty();
        assertThat(adapter.comments().findByMarker(issue, OTHER, START)).isEmpty();
    }

    @Test
    void aCommentThatIsTooLongIsCutAndSaid() {
        var issue = opened("T").reference();
        var result = adapter.comments().addComment(issue, "x".repeat(70_000), OTHER);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("body");
        assertThat(result.stored().marker()).contains(OTHER);
    }

    @Test
    void aLockedIssueSaysSo() {
        var issue = opened("T").reference();
        repository.issue(1).lock("resolved");
        repository.addCollaborator("reader", "read");
        var reader = adapterWith(github.token("reader"));
        assertThatThrownBy(() -> reader.comments().addComment(issue, "x", OTHER))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION));
    }

    @Test
    void anIdThatIsNoNumberLeadsNowhere() {
        var issue = opened("T").reference();
        github.forgetRequests();
        assertThatThrownBy(() -> adapter.comments().deleteComment(issue, "../../x"))
                .isInstanceOfSatisfying(
                        TrackerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION));
        assertThat(github.requestCount()).isZero();
    }

    @Test
    void whatSurroundsIssuesIsListed() {
        repository.addLabel("a/b c", "00ff00", "Slashes and spaces");
        repository.addCollaborator("bo", "write");
        github.addRepository("octo", "second");
        assertThat(adapter.directory().getProjects()).extracting(Project::id).contains("octo/demo", "octo/second");
        assertThat(adapter.directory().getLabels(null)).extracting(Label::name).contains("a/b c");
        assertThat(adapter.directory().getUsers("octo/demo"))
                .extracting(User::username)
                .contains("octo", "bo");
        assertThatThrownBy(() -> anonymous().directory().getProjects()).hasMessageContaining("UNSUPPORTED");
        assertThatThrownBy(() -> adapter.directory().getLabels("no-project")).hasMessageContaining("owner/repo");
    }
}
