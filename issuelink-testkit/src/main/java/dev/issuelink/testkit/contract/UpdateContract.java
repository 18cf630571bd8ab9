package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Change;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Changing issues: what is mentioned is changed, all else is kept. */
public abstract class UpdateContract extends AdapterContract {
    /** For authors of providers. */
    protected UpdateContract() {}

    @BeforeEach
    final void requireUpdating() {
        needs(Capability.READ_ISSUES, Capability.CREATE_ISSUE, Capability.UPDATE_ISSUE);
    }

    private Issue update(Issue issue, UnaryOperator<IssueChanges.Builder> changes) {
        return adapter()
                .updateIssue(
                        issue.reference(), changes.apply(IssueChanges.builder()).build())
                .stored();
    }

    private Issue createFull() {
        return create(IssueDraft.builder("Before")
                .body("The body")
                .labels(List.of("one", "two"))
                .assignees(harness().assignableUsers().subList(0, 1))
                .build());
    }

    @Test
    void changesTheTitleAndKeepsAllElse() {
        var before = createFull();
        var after = update(before, changes -> changes.title("After"));
        assertThat(after.title()).isEqualTo("After");
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.marker()).isEqualTo(before.marker());
        assertThat(after.labels()).isEqualTo(before.labels());
        assertThat(after.assignees()).isEqualTo(before.assignees());
        assertThat(after.status()).isEqualTo(before.status());
    }

    @Test
    void changesTheDescriptionAndKeepsTheMarker() {
        var before = createFull();
        var after = update(before, changes -> changes.body(Change.set("Another body")));
        assertThat(after.body()).isEqualTo("Another body");
        assertThat(after.marker()).isEqualTo(before.marker());
        assertThat(read(before.reference()).marker()).isEqualTo(before.marker());
    }

    @Test
    void clearsTheDescriptionAndKeepsTheMarker() {
        var before = createFull();
        var after = update(before, changes -> changes.body(Change.clear()));
        assertThat(after.body()).isEmpty();
        assertThat(after.marker()).isEqualTo(before.marker());
    }

    @Test
    void answersWithWhatIsStored() {
        var before = createFull();
        var after = update(before, changes -> changes.title("After").addLabel("three"));
        assertThat(read(before.reference())).isEqualTo(after);
    }

    @Test
    void keepsTheIdentity() {
        var before = createFull();
        assertThat(update(before, changes -> changes.title("After")).key()).isEqualTo(before.key());
    }

    @Test
    void changesNothingIfNothingIsMentioned() {
        var before = read(createFull().reference());
        letPass(Duration.ofMinutes(1));
        assertThat(update(before, changes -> changes)).isEqualTo(before);
        assertThat(read(before.reference())).isEqualTo(before);
    }

    @Test
    void movesTheTimeOfTheLastChange() {
        var before = createFull();
        letPass(Duration.ofMinutes(1));
        var after = update(before, changes -> changes.title("After"));
        assertThat(after.reference().updatedAt().orElseThrow())
                .isAfter(before.reference().updatedAt().orElseThrow());
        assertThat(after.reference().createdAt()).isEqualTo(before.reference().createdAt());
    }

    @Test
    void closesAnIssue() {
        var after = update(createFull(), changes -> changes.status(TargetStatus.of(StatusCategory.DONE)));
        assertThat(after.status().isDone()).isTrue();
        assertThat(after.closedAt()).isPresent();
    }

    @TestFactory
    Stream<DynamicTest> closesAnIssueForAReason() {
        return Stream.of(Resolution.COMPLETED, Resolution.NOT_PLANNED)
                .map(reason -> either(
                        TrackerTrait.KNOWS_RESOLUTIONS,
                        new Promise("keeps " + reason, () -> keepsTheReason(reason)),
                        new Promise("closes it without " + reason, () -> dropsTheReason(reason))));
    }

    private void keepsTheReason(Resolution reason) {
        var after = update(createFull(), changes -> changes.status(TargetStatus.done(reason)));
        assertThat(after.status().resolution()).contains(reason);
    }

    private void dropsTheReason(Resolution reason) {
        var changes = IssueChanges.builder().status(TargetStatus.done(reason)).build();
        var result = adapter().updateIssue(createFull().reference(), changes);
        assertThat(result.stored().status().isDone()).isTrue();
        assertThat(result.stored().status().resolution()).isEmpty();
        // To be closed is to be completed, where nothing else is said.
        if (reason != Resolution.COMPLETED) {
            assertThat(result.dropped()).extracting(DroppedField::value).containsExactly(reason.name());
        }
    }

    @Test
    void opensAClosedIssueAgain() {
        var issue = createFull();
        update(issue, changes -> changes.status(TargetStatus.of(StatusCategory.DONE)));
        var after = update(issue, changes -> changes.status(TargetStatus.of(StatusCategory.OPEN)));
        assertThat(after.status().isDone()).isFalse();
        assertThat(after.closedAt()).isEmpty();
    }

    @Test
    void closesTwiceAsOnce() {
        var issue = createFull();
        var first = update(issue, changes -> changes.status(TargetStatus.of(StatusCategory.DONE)));
        var second = update(issue, changes -> changes.status(TargetStatus.of(StatusCategory.DONE)));
        assertThat(second.status()).isEqualTo(first.status());
    }

    @Test
    void addsALabelToThoseThatPeopleAddedMeanwhile() {
        var issue = createFull();
        people().addLabel(issue.reference().displayKey(), "by-hand");
        assertThat(labelNames(update(issue, changes -> changes.addLabel("three"))))
                .containsExactlyInAnyOrder("one", "two", "by-hand", "three");
    }

    @Test
    void removesALabelAndKeepsTheOthers() {
        var issue = createFull();
        people().addLabel(issue.reference().displayKey(), "by-hand");
        assertThat(labelNames(update(issue, changes -> changes.removeLabel("one"))))
                .containsExactlyInAnyOrder("two", "by-hand");
    }

    @Test
    void removesALabelThatIsNotThere() {
        assertThat(labelNames(update(createFull(), changes -> changes.removeLabel("never there"))))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void addsALabelThatIsThere() {
        assertThat(labelNames(update(createFull(), changes -> changes.addLabel("one"))))
                .containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void addsAndRemovesLabelsInOneGo() {
        var after = update(createFull(), changes -> changes.addLabel("three").removeLabel("one"));
        assertThat(labelNames(after)).containsExactlyInAnyOrder("two", "three");
    }

    @TestFactory
    Stream<DynamicTest> addsAndRemovesLabelsOfAnyName() {
        if (!has(TrackerTrait.MAKES_LABELS)) {
            return Stream.of(
                    DynamicTest.dynamicTest("names one that is not there", () -> dropsTheLabel("never there")));
        }
        return Stream.of("two words", "kind/bug", "50%", "what?", "a&b=c", "c#", "größer", "標籤", "🚀", "a+b", "..")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    if (has(TrackerTrait.BLANKS_IN_LABELS) || !name.contains(" ")) {
                        addsAndRemovesTheLabel(name);
                    } else {
                        dropsTheLabel(name);
                    }
                }));
    }

    private void addsAndRemovesTheLabel(String name) {
        var issue = createFull();
        assertThat(labelNames(update(issue, changes -> changes.addLabel(name)))).contains(name);
        assertThat(labelNames(update(issue, changes -> changes.removeLabel(name))))
                .containsExactlyInAnyOrder("one", "two");
    }

    private void dropsTheLabel(String name) {
        var changes = IssueChanges.builder().addLabel(name).build();
        var result = adapter().updateIssue(createFull().reference(), changes);
        assertThat(result.dropped()).extracting(DroppedField::value).containsExactly(name);
        assertThat(labelNames(result.stored())).doesNotContain(name);
    }

    @TestFactory
    DynamicTest assigneesOneByOne() {
        return either(
                TrackerTrait.SEVERAL_ASSIGNEES,
                new Promise("assignsAndTakesBackOneByOne", this::assignsAndTakesBackOneByOne),
                new Promise("assignsOneInPlaceOfAnother", this::assignsOneInPlaceOfAnother));
    }

    private void assignsOneInPlaceOfAnother() {
        var users = harness().assignableUsers();
        var issue = createFull();
        assertThat(update(issue, changes -> changes.addAssignee(users.get(1))).assignees())
                .extracting(User::username)
                .containsExactly(users.get(1));
        assertThat(update(issue, changes -> changes.removeAssignee(users.get(1)))
                        .assignees())
                .isEmpty();
    }

    private void assignsAndTakesBackOneByOne() {
        var users = harness().assignableUsers();
        var issue = createFull();
        assertThat(update(issue, changes -> changes.addAssignee(users.get(1))).assignees())
                .extracting(User::username)
                .containsExactlyInAnyOrder(users.get(0), users.get(1));
        assertThat(update(issue, changes -> changes.removeAssignee(users.get(0)))
                        .assignees())
                .extracting(User::username)
                .containsExactly(users.get(1));
    }

    @TestFactory
    DynamicTest assigneesWhomNobodyKnows() {
        return either(
                TrackerTrait.DROPS_UNKNOWN_ASSIGNEES,
                new Promise("namesThemAsDropped", this::namesTheAssigneesThatTheTrackerDropped),
                new Promise("refusesTheChange", this::refusesAnAssigneeWhomNobodyKnows));
    }

    private void refusesAnAssigneeWhomNobodyKnows() {
        var changes = IssueChanges.builder().addAssignee("nobody-knows-me").build();
        var issue = createFull().reference();
        assertFails(() -> adapter().updateIssue(issue, changes), ErrorCode.VALIDATION, ErrorCode.NOT_FOUND);
    }

    private void namesTheAssigneesThatTheTrackerDropped() {
        var changes = IssueChanges.builder().addAssignee("nobody-knows-me").build();
        var result = adapter().updateIssue(createFull().reference(), changes);
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("assignees");
    }

    /** None where there are no milestones: a draft that asks for one is tested elsewhere. */
    @TestFactory
    Stream<DynamicTest> milestones() {
        return harness().milestone().stream()
                .map(milestone ->
                        DynamicTest.dynamicTest("setsAndClearsTheMilestone", this::setsAndClearsTheMilestone));
    }

    private void setsAndClearsTheMilestone() {
        var milestone = harness().milestone().orElseThrow();
        var issue = createFull();
        assertThat(update(issue, changes -> changes.milestone(Change.set(milestone)))
                        .milestone())
                .isPresent();
        assertThat(update(issue, changes -> changes.title("Kept")).milestone()).isPresent();
        assertThat(update(issue, changes -> changes.milestone(Change.clear())).milestone())
                .isEmpty();
    }

    @Test
    void changesWhatAPersonOpened() {
        var issue = read(people().openIssue("By hand", "Text"));
        var after = update(issue, changes -> changes.body(Change.set("Ours")));
        assertThat(after.body()).isEqualTo("Ours");
        assertThat(after.marker()).isEmpty();
    }

    @Test
    void findsNothingToChangeWhereNothingIs() {
        var nowhere = missing();
        var changes = IssueChanges.builder().title("After").build();
        assertFails(() -> adapter().updateIssue(nowhere, changes), ErrorCode.NOT_FOUND, ErrorCode.GONE);
    }
}
