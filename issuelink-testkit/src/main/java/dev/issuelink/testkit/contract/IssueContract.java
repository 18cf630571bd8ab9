package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.DroppedField;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void keepsTheLabelsOfADraft() {
        needs(TrackerTrait.MAKES_LABELS);
        var issue = create(
                IssueDraft.builder("A title").labels(List.of("one", "two")).build());
        assertThat(labelNames(issue)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void keepsTheAssigneesOfADraft() {
        needs(TrackerTrait.SEVERAL_ASSIGNEES);
        var names = harness().assignableUsers().subList(0, 2);
        var issue = create(IssueDraft.builder("A title").assignees(names).build());
        assertThat(issue.assignees()).extracting(User::username).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void keepsTheMilestoneOfADraft() {
        needs(TrackerTrait.HAS_MILESTONES);
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

    @Test
    void namesTheAssigneesThatTheTrackerDropped() {
        needs(Capability.CREATE_ISSUE);
        needs(TrackerTrait.DROPS_UNKNOWN_ASSIGNEES);
        var known = harness().assignableUsers().get(0);
        var draft = IssueDraft.builder("A title")
                .assignees(List.of(known, "nobody-knows-me"))
                .build();
        var result = adapter().createIssue(draft, newMarker());
        assertThat(result.dropped()).extracting(DroppedField::field).containsExactly("assignees");
        assertThat(result.dropped()).extracting(DroppedField::value).containsExactly("nobody-knows-me");
        assertThat(result.stored().assignees()).extracting(User::username).containsExactly(known);
    }

    @Test
    void refusesAMilestoneThatIsNotThere() {
        needs(Capability.CREATE_ISSUE);
        needs(TrackerTrait.HAS_MILESTONES);
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

    @Test
    void takesNoIntruderForAnIssue() {
        needs(TrackerTrait.HAS_INTRUDERS);
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
