package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Opening and reading issues. */
public abstract class IssueContract extends AdapterContract {
    /** For authors of providers. */
    protected IssueContract() {}

    @BeforeEach
    final void requireReading() {
        needs(Capability.READ_ISSUES);
    }

    @Test
    void answersACreationWithWhatIsStored() {
        needs(Capability.CREATE_ISSUE);
        var marker = newMarker();
        var draft = IssueDraft.builder("A title").body("A *body*").build();
        var result = adapter().createIssue(draft, marker);
        assertThat(result.stored().title()).isEqualTo("A title");
        assertThat(result.stored().body()).isEqualTo("A *body*");
        assertThat(result.stored().marker()).contains(marker);
        assertThat(result.stored().status().category()).isEqualTo(StatusCategory.OPEN);
        assertThat(result.dropped()).isEmpty();
    }

    @Test
    void givesAnIssueItsIdentityAndPlace() {
        var issue = create("A title").reference();
        assertThat(issue.tracker()).isEqualTo(adapter().tracker());
        assertThat(issue.project()).isEqualTo(harness().project());
        assertThat(issue.provider()).isNotBlank();
        assertThat(issue.displayKey()).isNotBlank();
        assertThat(issue.url().isAbsolute()).isTrue();
        assertThat(issue.createdAt()).isPresent();
        assertThat(issue.updatedAt()).isPresent();
    }

    @Test
    void readsAnIssueAsItWasCreated() {
        var created = create(IssueDraft.builder("A title")
                .body("A body")
                .labels(List.of("database"))
                .assignees(harness().assignableUsers().subList(0, 1))
                .build());
        var read = read(created.reference());
        assertThat(read.key()).isEqualTo(created.key());
        assertThat(read.title()).isEqualTo(created.title());
        assertThat(read.body()).isEqualTo(created.body());
        assertThat(read.marker()).isEqualTo(created.marker());
        assertThat(labelNames(read)).isEqualTo(labelNames(created));
        assertThat(read.assignees())
                .extracting(User::username)
                .isEqualTo(harness().assignableUsers().subList(0, 1));
    }

    @Test
    void readsTheSameIssueEquallyTwice() {
        var issue = create("A title").reference();
        assertThat(read(issue)).isEqualTo(read(issue));
    }

    @Test
    void findsAnIssueByItsDisplayKey() {
        var created = create("A title");
        assertThat(read(created.reference().displayKey()).key()).isEqualTo(created.key());
    }

    @Test
    void findsAnIssueByItsDisplayKeyInANamedProject() {
        var created = create("A title").reference();
        assertThat(adapter().findIssue(harness().project(), created.displayKey()))
                .hasValueSatisfying(found -> assertThat(found.key()).isEqualTo(created.key()));
    }

    @Test
    void findsNothingUnderADisplayKeyThatIsNotThere() {
        assertThat(adapter().findIssue(null, missing().displayKey())).isEmpty();
    }

    @Test
    void findsNothingUnderWordsThatAreNoDisplayKey() {
        assertThat(adapter().findIssue(null, "no such key at all")).isEmpty();
    }

    @Test
    void readsNothingWhereNothingIs() {
        assertThat(adapter().getIssue(missing())).isEmpty();
    }

    @Test
    void readsWhatAPersonOpened() {
        var issue = read(people().openIssue("Typed by hand", "Some text"));
        assertThat(issue.title()).isEqualTo("Typed by hand");
        assertThat(issue.body()).isEqualTo("Some text");
        assertThat(issue.marker()).isEmpty();
        assertThat(issue.author()).isPresent();
    }

    @Test
    void readsAnEmptyDescriptionAsEmptyText() {
        assertThat(read(people().openIssue("Without words", "")).body()).isEmpty();
    }

    @Test
    void readsWhoOpenedAndWhoClosed() {
        var key = people().openIssue("Typed by hand", "");
        people().closeIssue(key);
        var issue = read(key);
        assertThat(issue.status().isDone()).isTrue();
        assertThat(issue.closedAt()).isPresent();
    }

    @Test
    void namesTheAccountOfTheConnectionAsAuthorOfWhatItOpens() {
        var account = adapter().testConnection().account();
        assertThat(create("A title").author()).map(User::username).contains(account);
    }

    @Test
    void opensTwoIssuesWithOneTitle() {
        var first = create("The same title");
        var second = create("The same title");
        assertThat(first.key()).isNotEqualTo(second.key());
        assertThat(first.marker()).isNotEqualTo(second.marker());
        assertThat(people().countIssues("The same title")).isEqualTo(2);
    }

    @TestFactory
    DynamicTest theLabelsOfADraft() {
        return either(
                TrackerTrait.MAKES_LABELS,
                new Promise("keepsThem", this::keepsTheLabelsOfADraft),
                new Promise("namesThoseThatItDropped", this::namesTheLabelsThatItDropped));
    }

    private void namesTheLabelsThatItDropped() {
        assertDrops(IssueDraft.builder("A title").labels(List.of("never there")), "labels", "never there");
    }

    private void keepsTheLabelsOfADraft() {
        var issue = create(
                IssueDraft.builder("A title").labels(List.of("one", "two")).build());
        assertThat(labelNames(issue)).containsExactlyInAnyOrder("one", "two");
    }

    @TestFactory
    DynamicTest theAssigneesOfADraft() {
        return either(
                TrackerTrait.SEVERAL_ASSIGNEES,
                new Promise("keepsAll", this::keepsTheAssigneesOfADraft),
                new Promise("keepsTheFirstAndNamesTheOthers", this::keepsTheFirstAssigneeOfADraft));
    }

    private void keepsTheFirstAssigneeOfADraft() {
        var names = harness().assignableUsers().subList(0, 2);
        var issue = assertDrops(IssueDraft.builder("A title").assignees(names), "assignees", names.get(1));
        assertThat(issue.assignees()).extracting(User::username).containsExactly(names.get(0));
    }

    /** What was opened, and all that was asked for in vain. */
    private Issue assertDrops(IssueDraft.Builder draft, String field, String value) {
        needs(Capability.CREATE_ISSUE);
        var result = adapter().createIssue(draft.build(), newMarker());
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly(field);
        assertThat(result.dropped()).extracting(DroppedField::value).containsExactly(value);
        return result.stored();
    }

    private void keepsTheAssigneesOfADraft() {
        var names = harness().assignableUsers().subList(0, 2);
        var issue = create(IssueDraft.builder("A title").assignees(names).build());
        assertThat(issue.assignees()).extracting(User::username).containsExactlyInAnyOrderElementsOf(names);
    }

    @TestFactory
    Stream<DynamicTest> theMilestoneOfADraft() {
        return has(TrackerTrait.HAS_MILESTONES)
                ? Stream.of(
                        DynamicTest.dynamicTest("keepsIt", this::keepsTheMilestoneOfADraft),
                        DynamicTest.dynamicTest("refusesOneThatIsNotThere", this::refusesAMilestoneThatIsNotThere))
                : Stream.of(DynamicTest.dynamicTest("keepsNone", this::keepsNoMilestone));
    }

    private void keepsNoMilestone() {
        needs(Capability.CREATE_ISSUE);
        var draft = IssueDraft.builder("A title").milestone("1").build();
        try {
            var result = adapter().createIssue(draft, newMarker());
            assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("milestone");
            assertThat(result.stored().milestone()).isEmpty();
        } catch (TrackerException refused) {
            assertThat(refused.code()).isIn(ErrorCode.VALIDATION, ErrorCode.UNSUPPORTED);
            assertThat(people().countIssues("A title")).isZero();
        }
    }

    private void keepsTheMilestoneOfADraft() {
        var milestone = harness().milestone().orElseThrow();
        var issue = create(IssueDraft.builder("A title").milestone(milestone).build());
        assertThat(issue.milestone())
                .hasValueSatisfying(kept -> assertThat(kept.id()).isEqualTo(milestone));
    }

    @Test
    void opensAnIssueInAnotherProject() {
        var issue = create(IssueDraft.builder("Elsewhere")
                .project(harness().otherProject())
                .build());
        assertThat(issue.reference().project()).isEqualTo(harness().otherProject());
        assertThat(read(issue.reference()).key()).isEqualTo(issue.key());
        assertThat(people().countIssues("Elsewhere")).isZero();
    }

    @TestFactory
    DynamicTest assigneesWhomNobodyKnows() {
        return either(
                TrackerTrait.DROPS_UNKNOWN_ASSIGNEES,
                new Promise("namesThemAsDropped", this::namesTheAssigneesThatTheTrackerDropped),
                new Promise("refusesTheDraft", this::refusesAnAssigneeWhomNobodyKnows));
    }

    private void refusesAnAssigneeWhomNobodyKnows() {
        needs(Capability.CREATE_ISSUE);
        var draft = IssueDraft.builder("Refused")
                .assignees(List.of("nobody-knows-me"))
                .build();
        assertFails(() -> adapter().createIssue(draft, newMarker()), ErrorCode.VALIDATION, ErrorCode.NOT_FOUND);
        assertThat(people().countIssues("Refused")).isZero();
    }

    private void namesTheAssigneesThatTheTrackerDropped() {
        var known = harness().assignableUsers().get(0);
        var issue = assertDrops(
                IssueDraft.builder("A title").assignees(List.of(known, "nobody-knows-me")),
                "assignees",
                "nobody-knows-me");
        assertThat(issue.assignees()).extracting(User::username).containsExactly(known);
    }

    private void refusesAMilestoneThatIsNotThere() {
        needs(Capability.CREATE_ISSUE);
        var draft = IssueDraft.builder("Refused").milestone("987654").build();
        assertFails(() -> adapter().createIssue(draft, newMarker()), ErrorCode.VALIDATION, ErrorCode.NOT_FOUND);
        assertThat(people().countIssues("Refused")).isZero();
    }

    @Test
    void refusesAProjectThatIsNotThere() {
        needs(Capability.CREATE_ISSUE);
        var draft = IssueDraft.builder("Refused")
                .project(harness().project() + "-that-is-not-there")
                .build();
        assertFails(() -> adapter().createIssue(draft, newMarker()), ErrorCode.NOT_FOUND, ErrorCode.VALIDATION);
    }

    @TestFactory
    DynamicTest whatIsNoIssue() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("takesNoIntruderForAnIssue", this::takesNoIntruderForAnIssue),
                new Promise("findsEverythingThatPeopleOpened", this::findsEverythingThatPeopleOpened));
    }

    private void findsEverythingThatPeopleOpened() {
        var keys = Stream.of("One", "Two", "Three")
                .map(title -> people().openIssue(title, ""))
                .toList();
        assertThat(keys)
                .allSatisfy(key -> assertThat(adapter().findIssue(null, key))
                        .map(issue -> issue.reference().displayKey())
                        .contains(key));
    }

    private void takesNoIntruderForAnIssue() {
        var intruder = people().openIntruder("Not an issue");
        assertThat(adapter().findIssue(null, intruder)).isEmpty();
    }

    @Test
    void writesNothingWhileReading() {
        var created = create("A title");
        var before = read(created.reference());
        adapter().findIssue(null, created.reference().displayKey());
        adapter().changes(null);
        assertThat(read(created.reference())).isEqualTo(before);
    }
}
