package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueKey;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.testkit.TrackerPeople;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What deliveries say, in our words. */
public abstract class WebhookEventContract extends AdapterContract {
    /** For authors of providers. */
    protected WebhookEventContract() {}

    @BeforeEach
    final void registerWebhook() {
        needs(Capability.RECEIVE_WEBHOOKS, Capability.READ_ISSUES);
        if (adapter().capabilities().contains(Capability.MANAGE_WEBHOOKS)) {
            adapter().webhooks().registerWebhook(harness().webhookConfig());
        }
    }

    private List<TrackerEvent> eventsOf(Runnable action) {
        var before = harness().deliveries().size();
        action.run();
        var deliveries = harness().deliveries();
        return deliveries.subList(before, deliveries.size()).stream()
                .flatMap(request ->
                        adapter().webhooks().normalise(adapter().webhooks().verify(request)).stream())
                .toList();
    }

    private <E extends TrackerEvent> E eventOf(Class<E> type, Runnable action) {
        var events = eventsOf(action);
        assertThat(events).as("what was told").hasAtLeastOneElementOfType(type);
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    @Test
    void tellsAnIssueThatWasOpened() {
        var told = eventOf(TrackerEvent.IssueChanged.class, () -> people().openIssue("By hand", "Words"));
        assertThat(told.issue().title()).isEqualTo("By hand");
        assertThat(told.issue().body()).isEqualTo("Words");
        assertThat(told.action()).isNotBlank();
        assertThat(told.actor()).isPresent();
    }

    @TestFactory
    Stream<DynamicTest> tellsAnIssueAsItIsAfterEachKindOfChange() {
        var changes = Map.<String, BiConsumer<TrackerPeople, String>>of(
                "edit", (people, key) -> people.editIssue(key, "Edited", "Other words"),
                "close", TrackerPeople::closeIssue,
                "label", (people, key) -> people.addLabel(key, "bug"),
                "assign",
                        (people, key) ->
                                people.assign(key, harness().assignableUsers().get(0)));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    var key = people().openIssue("Before", "Words");
                    var told = eventOf(
                            TrackerEvent.IssueChanged.class,
                            () -> change.getValue().accept(people(), key));
                    assertSame(told.issue(), read(key));
                }));
    }

    @Test
    void tellsAnIssueThatWasOpenedAgain() {
        var key = people().openIssue("Before", "Words");
        people().closeIssue(key);
        var told = eventOf(TrackerEvent.IssueChanged.class, () -> people().reopenIssue(key));
        assertThat(told.issue().status().isDone()).isFalse();
    }

    @Test
    void tellsALabelThatWasTakenAway() {
        var key = people().openIssue("Before", "Words");
        people().addLabel(key, "bug");
        var told = eventOf(TrackerEvent.IssueChanged.class, () -> people().removeLabel(key, "bug"));
        assertThat(told.issue().labels()).isEmpty();
    }

    // A delivery may leave out what only a reading tells; identity, texts, status, labels and people must be there.
    private static void assertSame(Issue told, Issue read) {
        assertThat(told.key()).isEqualTo(read.key());
        assertThat(told.reference().displayKey()).isEqualTo(read.reference().displayKey());
        assertThat(told.reference().project()).isEqualTo(read.reference().project());
        assertThat(told.title()).isEqualTo(read.title());
        assertThat(told.body()).isEqualTo(read.body());
        assertThat(told.status().category()).isEqualTo(read.status().category());
        assertThat(labelNames(told)).isEqualTo(labelNames(read));
        assertThat(told.assignees()).isEqualTo(read.assignees());
        assertThat(told.reference().updatedAt()).isEqualTo(read.reference().updatedAt());
    }

    @Test
    void tellsTheMarkerOfWhatWeOpened() {
        needs(Capability.CREATE_ISSUE);
        var ours = create("Ours");
        var told = eventOf(
                TrackerEvent.IssueChanged.class,
                () -> people().closeIssue(ours.reference().displayKey()));
        assertThat(told.issue().marker()).isEqualTo(ours.marker());
        assertThat(told.issue().body()).isEqualTo(ours.body());
    }

    @Test
    void tellsACommentThatWasWritten() {
        var key = people().openIssue("Before", "Words");
        var told = eventOf(TrackerEvent.CommentChanged.class, () -> people().comment(key, "Said"));
        assertThat(told.comment().body()).isEqualTo("Said");
        assertThat(told.comment().marker()).isEmpty();
        assertThat(told.comment().issue()).isEqualTo(told.issue().key());
        assertThat(told.issue().key()).isEqualTo(read(key).key());
    }

    @Test
    void tellsACommentThatWasChanged() {
        var key = people().openIssue("Before", "Words");
        var id = people().comment(key, "Said");
        var told = eventOf(TrackerEvent.CommentChanged.class, () -> people().editComment(key, id, "Corrected"));
        assertThat(told.comment().id()).isEqualTo(id);
        assertThat(told.comment().body()).isEqualTo("Corrected");
    }

    @TestFactory
    DynamicTest aCommentThatIsDeleted() {
        return either(
                TrackerTrait.ANNOUNCES_DELETIONS,
                new Promise("tellsACommentThatWasDeleted", this::tellsACommentThatWasDeleted),
                new Promise("findsOutByReadingThatACommentWasDeleted", this::findsOutThatACommentWasDeleted));
    }

    private void findsOutThatACommentWasDeleted() {
        var key = people().openIssue("Before", "Words");
        var id = people().comment(key, "Said");
        assertThat(eventsOf(() -> people().deleteComment(key, id)))
                .doesNotHaveAnyElementsOfTypes(TrackerEvent.CommentDeleted.class, TrackerEvent.IssueDeleted.class);
        needs(Capability.READ_COMMENTS);
        assertThat(adapter().comments().getComments(read(key).reference(), null))
                .isEmpty();
    }

    private void tellsACommentThatWasDeleted() {
        var key = people().openIssue("Before", "Words");
        var id = people().comment(key, "Said");
        var told = eventOf(TrackerEvent.CommentDeleted.class, () -> people().deleteComment(key, id));
        assertThat(told.commentId()).isEqualTo(id);
        assertThat(told.issue().key()).isEqualTo(read(key).key());
    }

    @Test
    void tellsTheMarkerOfACommentOfOurs() {
        needs(Capability.CREATE_ISSUE, Capability.WRITE_COMMENTS);
        var issue = create("Ours").reference();
        var marker = newMarker();
        var told = eventOf(
                TrackerEvent.CommentChanged.class, () -> adapter().comments().addComment(issue, "Ours too", marker));
        assertThat(told.comment().marker()).contains(marker);
        assertThat(told.comment().body()).isEqualTo("Ours too");
    }

    @TestFactory
    DynamicTest anIssueThatIsDeleted() {
        return either(
                TrackerTrait.ANNOUNCES_DELETIONS,
                new Promise("tellsAnIssueThatWasDeleted", this::tellsAnIssueThatWasDeleted),
                new Promise("findsOutByReadingThatAnIssueWasDeleted", this::findsOutThatAnIssueWasDeleted));
    }

    private void findsOutThatAnIssueWasDeleted() {
        var key = people().openIssue("Doomed", "Words");
        assertThat(eventsOf(() -> people().deleteIssue(key)))
                .doesNotHaveAnyElementsOfTypes(TrackerEvent.IssueDeleted.class, TrackerEvent.IssueMoved.class);
        assertThat(adapter().findIssue(null, key)).isEmpty();
    }

    private void tellsAnIssueThatWasDeleted() {
        var key = people().openIssue("Doomed", "Words");
        var identity = read(key).key();
        var told = eventOf(TrackerEvent.IssueDeleted.class, () -> people().deleteIssue(key));
        assertThat(told.issue().key()).isEqualTo(identity);
    }

    @TestFactory
    DynamicTest anIssueThatMoves() {
        return either(
                TrackerTrait.ANNOUNCES_TRANSFERS,
                new Promise("tellsAnIssueThatMoved", this::tellsAnIssueThatMoved),
                new Promise("takesAMoveForNoDeletion", this::takesAMoveForNoDeletion));
    }

    private void takesAMoveForNoDeletion() {
        var key = people().openIssue("Moving", "Words");
        assertThat(eventsOf(() -> people().transferIssue(key, harness().otherProject())))
                .doesNotHaveAnyElementsOfTypes(TrackerEvent.IssueDeleted.class, TrackerEvent.IssueMoved.class);
    }

    private void tellsAnIssueThatMoved() {
        var key = people().openIssue("Moving", "Words");
        IssueKey identity = read(key).key();
        var told = eventOf(
                TrackerEvent.IssueMoved.class,
                () -> people().transferIssue(key, harness().otherProject()));
        assertThat(told.from()).isEqualTo(identity);
        assertThat(told.to().reference().project()).isEqualTo(harness().otherProject());
        assertThat(told.to().title()).isEqualTo("Moving");
    }

    @TestFactory
    DynamicTest aLabelThatIsRenamed() {
        return either(
                TrackerTrait.ANNOUNCES_LABELS,
                new Promise("tellsALabelThatWasRenamed", this::tellsALabelThatWasRenamed),
                new Promise("findsOutByReadingThatALabelWasRenamed", this::findsOutThatALabelWasRenamed));
    }

    private void findsOutThatALabelWasRenamed() {
        var key = people().openIssue("Before", "");
        people().addLabel(key, "old-name");
        assertThat(eventsOf(() -> people().renameLabel("old-name", "new-name")))
                .doesNotHaveAnyElementsOfTypes(TrackerEvent.LabelChanged.class);
        assertThat(labelNames(read(key))).containsExactly("new-name");
    }

    private void tellsALabelThatWasRenamed() {
        people().addLabel(people().openIssue("Before", ""), "old name");
        var told = eventOf(TrackerEvent.LabelChanged.class, () -> people().renameLabel("old name", "new name"));
        assertThat(told.label().name()).isEqualTo("new name");
        assertThat(told.previousName()).contains("old name");
    }

    @TestFactory
    DynamicTest whatIsNoIssue() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("tellsNothingOfAnIntruder", this::tellsNothingOfAnIntruder),
                new Promise("ignoresNothingThatPeopleOpen", this::ignoresNothingThatPeopleOpen));
    }

    private void ignoresNothingThatPeopleOpen() {
        assertThat(eventsOf(() -> people().openIssue("An issue", "")))
                .isNotEmpty()
                .doesNotHaveAnyElementsOfTypes(TrackerEvent.Ignored.class);
    }

    private void tellsNothingOfAnIntruder() {
        assertThat(eventsOf(() -> people().openIntruder("Not an issue")))
                .allMatch(TrackerEvent.Ignored.class::isInstance);
    }
}
