package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueReference;
import dev.issuelink.spi.Capability;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Issues that are deleted or move to another project. */
public abstract class DeletionContract extends AdapterContract {
    /** For authors of providers. */
    protected DeletionContract() {}

    @BeforeEach
    final void requireReading() {
        needs(Capability.READ_ISSUES);
    }

    private IssueReference open(String title) {
        return read(people().openIssue(title, "Words")).reference();
    }

    private Optional<ErrorCode> reading(IssueReference issue) {
        try {
            assertThat(adapter().getIssue(issue)).isEmpty();
            return Optional.empty();
        } catch (TrackerException failure) {
            return Optional.of(failure.code());
        }
    }

    @Test
    void deletesAnIssue() {
        needs(Capability.DELETE_ISSUE);
        var issue = open("Doomed");
        adapter().deleteIssue(issue);
        assertThat(people().countIssues("Doomed")).isZero();
        assertThat(reading(issue)).isIn(Optional.empty(), Optional.of(ErrorCode.GONE));
    }

    @Test
    void deletesOneIssueAndKeepsTheOthers() {
        needs(Capability.DELETE_ISSUE);
        var doomed = open("Doomed");
        var kept = open("Kept");
        adapter().deleteIssue(doomed);
        assertThat(read(kept).key()).isEqualTo(kept.key());
    }

    @Test
    void deletesAnIssueThatIsGone() {
        needs(Capability.DELETE_ISSUE);
        var issue = open("Doomed");
        adapter().deleteIssue(issue);
        assertThatCode(() -> adapter().deleteIssue(issue)).doesNotThrowAnyException();
    }

    @TestFactory
    DynamicTest anIssueThatAPersonDeleted() {
        return either(
                TrackerTrait.TELLS_DELETION,
                new Promise("tellsADeletedIssueFromOneThatNeverWas", this::tellsADeletedIssueFromOneThatNeverWas),
                new Promise("saysOfADeletedIssueThatThereIsNone", this::saysOfADeletedIssueThatThereIsNone));
    }

    private void saysOfADeletedIssueThatThereIsNone() {
        var issue = open("Doomed");
        people().deleteIssue(issue.displayKey());
        assertThat(reading(issue)).isEmpty();
        assertThat(reading(missing())).isEmpty();
    }

    private void tellsADeletedIssueFromOneThatNeverWas() {
        var issue = open("Doomed");
        people().deleteIssue(issue.displayKey());
        assertThat(reading(issue)).contains(ErrorCode.GONE);
        assertThat(reading(missing())).isEmpty();
    }

    @Test
    void changesNoIssueThatIsGone() {
        needs(Capability.UPDATE_ISSUE);
        var issue = open("Doomed");
        people().deleteIssue(issue.displayKey());
        var changes = IssueChanges.builder().title("After").build();
        assertFails(() -> adapter().updateIssue(issue, changes), ErrorCode.GONE, ErrorCode.NOT_FOUND);
    }

    @Test
    void commentsNoIssueThatIsGone() {
        needs(Capability.WRITE_COMMENTS);
        var issue = open("Doomed");
        people().deleteIssue(issue.displayKey());
        assertFails(
                () -> adapter().comments().addComment(issue, "Words", newMarker()),
                ErrorCode.GONE,
                ErrorCode.NOT_FOUND);
    }

    @Test
    void listsNoIssueThatIsGone() {
        var gone = open("Doomed");
        people().addLabel(gone.displayKey(), "bug");
        people().deleteIssue(gone.displayKey());
        assertThat(adapter().getIssuesByLabel("bug")).isEmpty();
    }

    @Test
    void movesAnIssue() {
        needs(Capability.TRANSFER_ISSUE);
        var issue = open("Moving");
        var moved = adapter().transferIssue(issue, harness().otherProject()).stored();
        assertThat(moved.reference().project()).isEqualTo(harness().otherProject());
        assertThat(moved.title()).isEqualTo("Moving");
        assertThat(read(moved.reference()).key()).isEqualTo(moved.key());
        assertThat(people().countIssues("Moving")).isZero();
    }

    @Test
    void movesNoIssueToAProjectThatIsNotThere() {
        needs(Capability.TRANSFER_ISSUE);
        var issue = open("Staying");
        var nowhere = harness().project() + "-that-is-not-there";
        assertFails(() -> adapter().transferIssue(issue, nowhere), ErrorCode.NOT_FOUND, ErrorCode.VALIDATION);
        assertThat(read(issue).key()).isEqualTo(issue.key());
    }

    @TestFactory
    Stream<DynamicTest> anIssueThatAPersonMoved() {
        return has(TrackerTrait.FOLLOWS_TRANSFERS)
                ? Stream.of(
                        DynamicTest.dynamicTest("followsIt", this::followsAnIssueThatAPersonMoved),
                        DynamicTest.dynamicTest("changesIt", this::changesAnIssueThatAPersonMoved),
                        DynamicTest.dynamicTest("keepsItsMarker", this::keepsTheMarkerOfAnIssueThatMoved))
                : Stream.of(DynamicTest.dynamicTest("saysThatThereIsNone", this::doesNotFindAnIssueThatMoved));
    }

    private void doesNotFindAnIssueThatMoved() {
        var issue = open("Moving");
        people().transferIssue(issue.displayKey(), harness().otherProject());
        assertThat(reading(issue)).isIn(Optional.empty(), Optional.of(ErrorCode.GONE));
    }

    private void followsAnIssueThatAPersonMoved() {
        var issue = open("Moving");
        var keyThere = people().transferIssue(issue.displayKey(), harness().otherProject());
        var there = adapter().findIssue(harness().otherProject(), keyThere).orElseThrow();
        assertThat(adapter().getIssue(issue)).map(Issue::key).contains(there.key());
        assertThat(adapter().getIssue(issue))
                .hasValueSatisfying(moved -> assertThat(moved.reference().project())
                        .isEqualTo(harness().otherProject()));
    }

    private void changesAnIssueThatAPersonMoved() {
        needs(Capability.UPDATE_ISSUE);
        var issue = open("Moving");
        var keyThere = people().transferIssue(issue.displayKey(), harness().otherProject());
        adapter()
                .updateIssue(
                        issue, IssueChanges.builder().title("Changed there").build());
        assertThat(adapter().findIssue(harness().otherProject(), keyThere))
                .map(Issue::title)
                .contains("Changed there");
    }

    private void keepsTheMarkerOfAnIssueThatMoved() {
        needs(Capability.CREATE_ISSUE);
        var issue = create("Moving");
        people().transferIssue(issue.reference().displayKey(), harness().otherProject());
        assertThat(read(issue.reference()).marker()).isEqualTo(issue.marker());
    }
}
