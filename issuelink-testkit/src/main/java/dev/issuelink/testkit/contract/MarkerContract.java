package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Marker;
import dev.issuelink.spi.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding again what was written, after its answer was lost. */
public abstract class MarkerContract extends AdapterContract {
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(2);

    /** For authors of providers. */
    protected MarkerContract() {}

    @BeforeEach
    final void requireMarkers() {
        needs(Capability.READ_ISSUES, Capability.CREATE_ISSUE, Capability.FIND_BY_MARKER);
    }

    private Optional<Issue> find(Marker marker, Instant notBefore) {
        letPass(adapter().markerHorizon());
        return adapter().findByMarker(marker, notBefore, null);
    }

    private Issue written(Marker marker) {
        return adapter()
                .createIssue(IssueDraft.builder("A title").body("Words").build(), marker)
                .stored();
    }

    @Test
    void saysThatTheOutcomeIsUnknownIfTheAnswerOfACreationIsLost() {
        harness().loseNextAnswer();
        var failure = failureOf(() -> written(newMarker()));
        assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void findsTheIssueWhoseAnswerWasLostAndRepeatsNothing() {
        var before = now();
        var marker = newMarker();
        harness().loseNextAnswer();
        assertFails(() -> written(marker), ErrorCode.OUTCOME_UNKNOWN);
        assertThat(find(marker, before)).hasValueSatisfying(found -> {
            assertThat(found.title()).isEqualTo("A title");
            assertThat(found.body()).isEqualTo("Words");
            assertThat(found.marker()).contains(marker);
        });
        assertThat(people().countIssues("A title")).isEqualTo(1);
    }

    @Test
    void findsNothingIfNothingWasWritten() {
        written(newMarker());
        assertThat(find(newMarker(), now())).isEmpty();
    }

    @Test
    void allowsForClocksThatDiffer() {
        var marker = newMarker();
        written(marker);
        assertThat(find(marker, now().plus(CLOCK_DIFFERENCE))).isPresent();
    }

    @Test
    void findsAnIssueAmongMoreThanAPageOfOthers() {
        var before = now();
        var marker = newMarker();
        var ours = written(marker);
        for (var number = 0; number <= harness().pageSize(); number++) {
            people().openIssue("Other " + number, "Words");
        }
        assertThat(find(marker, before)).map(Issue::key).contains(ours.key());
    }

    @Test
    void findsAnOlderIssueThatWasChangedLater() {
        var before = now();
        var marker = newMarker();
        var ours = written(marker);
        letPass(Duration.ofHours(5));
        people().editIssue(ours.reference().displayKey(), "Another title", "Other words");
        assertThat(find(marker, before)).map(Issue::key).contains(ours.key());
    }

    @Test
    void findsAClosedIssue() {
        var marker = newMarker();
        var ours = written(marker);
        people().closeIssue(ours.reference().displayKey());
        assertThat(find(marker, now())).map(Issue::key).contains(ours.key());
    }

    @Test
    void tellsIssuesApartByTheirMarkers() {
        var first = newMarker();
        var second = newMarker();
        var firstIssue = written(first);
        var secondIssue = written(second);
        assertThat(find(first, now())).map(Issue::key).contains(firstIssue.key());
        assertThat(find(second, now())).map(Issue::key).contains(secondIssue.key());
    }

    @Test
    void tellsAMarkerFromOneThatBeginsEqually() {
        var longer = new Marker("contract-beginning-and-more");
        written(longer);
        assertThat(find(new Marker("contract-beginning"), now())).isEmpty();
    }

    @Test
    void findsAMarkerOfTheGreatestLength() {
        var marker = new Marker("a-_Z9".repeat(12) + "last");
        var ours = written(marker);
        assertThat(ours.marker()).contains(marker);
        assertThat(find(marker, now())).map(Issue::key).contains(ours.key());
    }

    @Test
    void findsAnIssueInAnotherProjectThereAlone() {
        var marker = newMarker();
        var draft = IssueDraft.builder("Elsewhere")
                .project(harness().otherProject())
                .build();
        adapter().createIssue(draft, marker);
        letPass(adapter().markerHorizon());
        assertThat(adapter().findByMarker(marker, now(), harness().otherProject()))
                .isPresent();
        assertThat(adapter().findByMarker(marker, now(), null)).isEmpty();
    }

    @Test
    void hidesTheMarkerFromTheText() {
        var marker = newMarker();
        var ours = written(marker);
        assertThat(ours.title() + ours.body()).doesNotContain(marker.value());
        assertThat(read(ours.reference()).body()).isEqualTo("Words");
    }

    @Test
    void keepsTheMarkerWhenAPersonEdits() {
        var marker = newMarker();
        var ours = written(marker);
        people().editIssue(ours.reference().displayKey(), "Edited", "Edited by hand");
        var read = read(ours.reference());
        assertThat(read.body()).isEqualTo("Edited by hand");
        assertThat(read.marker()).contains(marker);
    }

    @Test
    void findsACommentByItsMarkerAfterItsAnswerWasLost() {
        needs(Capability.READ_COMMENTS, Capability.WRITE_COMMENTS);
        var issue = create("A title").reference();
        var before = now();
        var marker = newMarker();
        harness().loseNextAnswer();
        assertFails(() -> adapter().comments().addComment(issue, "Said once", marker), ErrorCode.OUTCOME_UNKNOWN);
        letPass(adapter().markerHorizon());
        assertThat(adapter().comments().findByMarker(issue, marker, before)).hasValueSatisfying(found -> {
            assertThat(found.body()).isEqualTo("Said once");
            assertThat(found.marker()).contains(marker);
        });
        assertThat(people().countComments(issue.displayKey(), "Said once")).isEqualTo(1);
    }

    @Test
    void findsNoCommentIfNoneWasWritten() {
        needs(Capability.READ_COMMENTS, Capability.WRITE_COMMENTS);
        var issue = create("A title").reference();
        adapter().comments().addComment(issue, "Said", newMarker());
        assertThat(adapter().comments().findByMarker(issue, newMarker(), now())).isEmpty();
    }

    @Test
    void declaresAHorizonThatIsNotNegative() {
        assertThat(adapter().markerHorizon()).isGreaterThanOrEqualTo(Duration.ZERO);
    }
}
