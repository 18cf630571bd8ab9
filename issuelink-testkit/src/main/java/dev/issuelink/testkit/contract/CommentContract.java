package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.CommentOperations;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comments. */
public abstract class CommentContract extends AdapterContract {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    /** For authors of providers. */
    protected CommentContract() {}

    @BeforeEach
    final void requireComments() {
        needs(Capability.READ_ISSUES, Capability.CREATE_ISSUE, Capability.READ_COMMENTS, Capability.WRITE_COMMENTS);
    }

    private CommentOperations comments() {
        return adapter().comments();
    }

    private IssueReference issue() {
        return create("With comments").reference();
    }

    private Comment write(IssueReference issue, String text) {
        return comments().addComment(issue, text, newMarker()).stored();
    }

    @Test
    void answersWithWhatIsStored() {
        var issue = issue();
        var marker = newMarker();
        var result = comments().addComment(issue, "Some **words**", marker);
        assertThat(result.dropped()).isEmpty();
        assertThat(result.stored().body()).isEqualTo("Some **words**");
        assertThat(result.stored().marker()).contains(marker);
        assertThat(result.stored().issue()).isEqualTo(issue.key());
        assertThat(result.stored().updatedAt()).isEqualTo(result.stored().createdAt());
    }

    @Test
    void listsWhatWasWritten() {
        var issue = issue();
        var written = write(issue, "Words");
        assertThat(comments().getComments(issue, null)).containsExactly(written);
    }

    @Test
    void namesTheAccountOfTheConnectionAsAuthor() {
        var account = adapter().testConnection().account();
        assertThat(write(issue(), "Words").author()).map(User::username).contains(account);
    }

    @Test
    void listsNothingOfAnIssueWithoutComments() {
        assertThat(comments().getComments(issue(), null)).isEmpty();
    }

    @Test
    void listsTheOldestFirst() {
        var issue = issue();
        for (var text : new String[] {"first", "second", "third"}) {
            write(issue, text);
            letPass(A_WHILE);
        }
        assertThat(comments().getComments(issue, null))
                .extracting(Comment::body)
                .containsExactly("first", "second", "third");
    }

    @Test
    void listsMoreThanOnePage() {
        var issue = issue();
        var count = 2 * harness().pageSize() + 1;
        IntStream.range(0, count).forEach(number -> people().comment(issue.displayKey(), "Comment " + number));
        assertThat(comments().getComments(issue, null)).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatAPersonWrote() {
        var issue = issue();
        var id = people().comment(issue.displayKey(), "By hand");
        assertThat(comments().getComments(issue, null)).singleElement().satisfies(comment -> {
            assertThat(comment.id()).isEqualTo(id);
            assertThat(comment.body()).isEqualTo("By hand");
            assertThat(comment.marker()).isEmpty();
            assertThat(comment.author()).isPresent();
        });
    }

    @Test
    void listsWhatPeopleSaidAndNothingElse() {
        var issue = issue();
        var key = issue.displayKey();
        var before = now();
        people().comment(key, "Said");
        people().addLabel(key, "bug");
        people().assign(key, harness().assignableUsers().get(0));
        people().closeIssue(key);
        people().reopenIssue(key);
        assertThat(comments().getComments(issue, null))
                .extracting(Comment::body)
                .containsExactly("Said");
        assertThat(comments().getComments(issue, before))
                .extracting(Comment::body)
                .containsExactly("Said");
    }

    @Test
    void listsCommentsSinceATimeInclusively() {
        var issue = issue();
        write(issue, "old");
        letPass(A_WHILE);
        var recent = write(issue, "new");
        assertThat(comments().getComments(issue, recent.updatedAt()))
                .extracting(Comment::body)
                .containsExactly("new");
    }

    @Test
    void listsACommentThatWasChangedSince() {
        var issue = issue();
        var id = people().comment(issue.displayKey(), "old");
        letPass(A_WHILE);
        var since = now();
        people().editComment(issue.displayKey(), id, "edited");
        assertThat(comments().getComments(issue, since)).singleElement().satisfies(comment -> {
            assertThat(comment.id()).isEqualTo(id);
            assertThat(comment.body()).isEqualTo("edited");
            assertThat(comment.updatedAt()).isAfter(comment.createdAt());
        });
    }

    @Test
    void listsNothingSinceATimeAfterAll() {
        var issue = issue();
        write(issue, "old");
        letPass(A_WHILE);
        assertThat(comments().getComments(issue, now())).isEmpty();
    }

    @Test
    void changesACommentAndKeepsItsMarker() {
        var issue = issue();
        var written = write(issue, "before");
        letPass(A_WHILE);
        var updated = comments().updateComment(issue, written.id(), "after").stored();
        assertThat(updated.id()).isEqualTo(written.id());
        assertThat(updated.body()).isEqualTo("after");
        assertThat(updated.marker()).isEqualTo(written.marker());
        assertThat(updated.updatedAt()).isAfter(written.updatedAt());
        assertThat(comments().getComments(issue, null)).containsExactly(updated);
    }

    @Test
    void keepsTheMarkerWhenAPersonEdits() {
        var issue = issue();
        var written = write(issue, "before");
        people().editComment(issue.displayKey(), written.id(), "by hand");
        assertThat(comments().getComments(issue, null)).singleElement().satisfies(comment -> {
            assertThat(comment.body()).isEqualTo("by hand");
            assertThat(comment.marker()).isEqualTo(written.marker());
        });
    }

    @Test
    void deletesAComment() {
        var issue = issue();
        var written = write(issue, "Words");
        comments().deleteComment(issue, written.id());
        assertThat(comments().getComments(issue, null)).isEmpty();
    }

    @Test
    void deletesOneCommentAndKeepsTheOthers() {
        var issue = issue();
        var gone = write(issue, "gone");
        var kept = write(issue, "kept");
        comments().deleteComment(issue, gone.id());
        assertThat(comments().getComments(issue, null)).containsExactly(kept);
    }

    @Test
    void deletesACommentThatIsGone() {
        var issue = issue();
        var written = write(issue, "Words");
        comments().deleteComment(issue, written.id());
        assertThatCode(() -> comments().deleteComment(issue, written.id())).doesNotThrowAnyException();
    }

    @Test
    void changesNoCommentThatIsGone() {
        var issue = issue();
        var id = people().comment(issue.displayKey(), "Words");
        people().deleteComment(issue.displayKey(), id);
        assertFails(() -> comments().updateComment(issue, id, "after"), ErrorCode.NOT_FOUND, ErrorCode.GONE);
    }

    @Test
    void writesNoCommentWhereNoIssueIs() {
        var nowhere = missing();
        assertFails(() -> comments().addComment(nowhere, "Words", newMarker()), ErrorCode.NOT_FOUND, ErrorCode.GONE);
    }

    @Test
    void listsNoCommentsWhereNoIssueIs() {
        var nowhere = missing();
        assertFails(() -> comments().getComments(nowhere, null).stream().toList(), ErrorCode.NOT_FOUND, ErrorCode.GONE);
    }

    @Test
    void writesACommentToAClosedIssue() {
        var issue = issue();
        people().closeIssue(issue.displayKey());
        assertThat(write(issue, "Afterwards").body()).isEqualTo("Afterwards");
    }

    @Test
    void writesTheSameWordsTwiceIfAskedTwice() {
        var issue = issue();
        write(issue, "Twice");
        write(issue, "Twice");
        assertThat(people().countComments(issue.displayKey(), "Twice")).isEqualTo(2);
    }

    @Test
    void countsCommentsAtTheIssue() {
        var issue = issue();
        write(issue, "one");
        write(issue, "two");
        assertThat(read(issue).commentCount()).isEqualTo(2);
    }
}
