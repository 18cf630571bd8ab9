package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.spi.Capability;
import dev.issuelink.testkit.TrackerPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The feed of changed issues: nothing is lost, whatever happens while it is read. */
public abstract class ChangeFeedContract extends AdapterContract {
    private static final int MOST_PAGES = 100;
    private static final Duration A_WHILE = Duration.ofMinutes(30);

    /** For authors of providers. */
    protected ChangeFeedContract() {}

    @BeforeEach
    final void requireReading() {
        needs(Capability.READ_ISSUES);
    }

    /** What a reader of the feed knows after it read on to the end. */
    private record Scan(Map<String, Issue> latest, List<Issue> all, Cursor cursor, int skipped, int pages) {}

    private Scan scan(@Nullable Cursor start) {
        return scan(start, () -> {});
    }

    private Scan scan(@Nullable Cursor start, Runnable afterFirstPage) {
        var latest = new HashMap<String, Issue>();
        var all = new ArrayList<Issue>();
        var cursor = start;
        var skipped = 0;
        for (var pages = 1; pages <= MOST_PAGES; pages++) {
            var page = adapter().changes(cursor);
            page.items().forEach(issue -> latest.put(issue.reference().displayKey(), issue));
            all.addAll(page.items());
            skipped += page.skipped();
            cursor = page.next();
            if (!page.more()) {
                return new Scan(latest, all, cursor, skipped, pages);
            }
            if (pages == 1) {
                afterFirstPage.run();
            }
        }
        throw new AssertionError("The feed does not come to an end within " + MOST_PAGES + " pages");
    }

    private List<String> open(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> people().openIssue("Issue " + number, "Words"))
                .toList();
    }

    /** Trackers leave out of listings what costs them much, such as who closed an issue. */
    private static void assertSame(@Nullable Issue told, Issue read) {
        assertThat(told).isNotNull().satisfies(issue -> {
            assertThat(issue.reference()).isEqualTo(read.reference());
            assertThat(issue.body()).isEqualTo(read.body());
            assertThat(issue.labels()).isEqualTo(read.labels());
            assertThat(issue.assignees()).isEqualTo(read.assignees());
            assertThat(issue.author()).isEqualTo(read.author());
            assertThat(issue.closedAt()).isEqualTo(read.closedAt());
            assertThat(issue.commentCount()).isEqualTo(read.commentCount());
        });
    }

    @Test
    void comesToAnEndWhereNothingIs() {
        var scan = scan(null);
        assertThat(scan.all).isEmpty();
        assertThat(scan(scan.cursor).all).isEmpty();
    }

    @Test
    void tellsAllIssuesAtFirst() {
        var keys = open(3);
        assertThat(scan(null).latest).containsOnlyKeys(keys);
    }

    @Test
    void tellsClosedIssuesToo() {
        var key = open(1).get(0);
        people().closeIssue(key);
        assertThat(scan(null).latest.values())
                .singleElement()
                .satisfies(issue -> assertThat(issue.status().isDone()).isTrue());
    }

    @Test
    void tellsMoreIssuesOfOneTimeThanAPageHolds() {
        var keys = open(2 * harness().pageSize() + 1);
        assertThat(scan(null).latest).containsOnlyKeys(keys);
    }

    @Test
    void tellsMoreChangesOfOneTimeThanAPageHolds() {
        var keys = open(2 * harness().pageSize() + 1);
        letPass(A_WHILE);
        var cursor = scan(null).cursor;
        letPass(A_WHILE);
        keys.forEach(key -> people().closeIssue(key));
        var scan = scan(cursor);
        assertThat(scan.latest).containsOnlyKeys(keys);
        assertThat(scan.latest.values()).allMatch(issue -> issue.status().isDone());
    }

    @Test
    void tellsTheOldestChangeFirst() {
        var keys = open(3);
        letPass(A_WHILE);
        people().editIssue(keys.get(0), "Changed last", "Words");
        var times = scan(null).all.stream()
                .map(issue -> issue.reference().updatedAt().orElseThrow())
                .toList();
        assertThat(times).isSorted();
    }

    @Test
    void tellsIssuesWhole() {
        var key = people().openIssue("By hand", "All the words");
        people().addLabel(key, "bug");
        letPass(A_WHILE);
        assertSame(scan(null).latest.get(key), read(key));
    }

    @Test
    void costsOneRequestAndKeepsTheCursorIfNothingChanged() {
        open(3);
        letPass(A_WHILE);
        var cursor = scan(scan(null).cursor).cursor;
        letPass(A_WHILE);
        var before = harness().requestCount();
        var page = adapter().changes(cursor);
        assertThat(harness().requestCount() - before).isLessThanOrEqualTo(1);
        assertThat(page.next()).isEqualTo(cursor);
        assertThat(page.more()).isFalse();
    }

    @Test
    void costsOneRequestInAnEmptyProjectToo() {
        var cursor = scan(null).cursor;
        letPass(A_WHILE);
        var before = harness().requestCount();
        assertThat(adapter().changes(cursor).next()).isEqualTo(cursor);
        assertThat(harness().requestCount() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void doesNotTellEverythingAgain() {
        open(harness().pageSize() + 5);
        letPass(A_WHILE);
        var cursor = scan(null).cursor;
        letPass(A_WHILE);
        var added = people().openIssue("Added", "");
        var scan = scan(cursor);
        assertThat(scan.latest).containsKey(added);
        assertThat(scan.pages).isEqualTo(1);
    }

    @TestFactory
    Stream<DynamicTest> tellsEachKindOfChange() {
        var changes = Map.<String, BiConsumer<TrackerPeople, String>>of(
                "edit", (people, key) -> people.editIssue(key, "Edited", "Other words"),
                "close", TrackerPeople::closeIssue,
                "label", (people, key) -> people.addLabel(key, "bug"),
                "assign",
                        (people, key) ->
                                people.assign(key, harness().assignableUsers().get(0)),
                "comment", (people, key) -> people.comment(key, "A comment"));
        return changes.entrySet().stream()
                .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
                    var key = people().openIssue("Before " + change.getKey(), "Words");
                    letPass(A_WHILE);
                    var cursor = scan(null).cursor;
                    letPass(A_WHILE);
                    change.getValue().accept(people(), key);
                    assertThat(scan(cursor).latest).containsKey(key);
                    assertSame(scan(cursor).latest.get(key), read(key));
                }));
    }

    @Test
    void tellsAnIssueThatWasOpenedAgain() {
        var key = open(1).get(0);
        people().closeIssue(key);
        letPass(A_WHILE);
        var cursor = scan(null).cursor;
        people().reopenIssue(key);
        assertThat(scan(cursor).latest.get(key))
                .isNotNull()
                .satisfies(issue -> assertThat(issue.status().isDone()).isFalse());
    }

    @Test
    void losesNoChangeOfTheVeryInstantOfTheLastReading() {
        var key = open(1).get(0);
        var cursor = scan(null).cursor;
        people().editIssue(key, "Edited in the same instant", "");
        var added = people().openIssue("Opened in the same instant", "");
        var scan = scan(cursor);
        assertThat(scan.latest).containsKeys(key, added);
        assertThat(scan.latest.get(key)).extracting(Issue::title).isEqualTo("Edited in the same instant");
    }

    @Test
    void losesNothingThatChangesWhileItIsRead() {
        var keys = open(2 * harness().pageSize() + 1);
        letPass(A_WHILE);
        var scan = scan(null, () -> {
            letPass(Duration.ofSeconds(5));
            people().editIssue(keys.get(0), "Edited meanwhile", "");
            people().closeIssue(keys.get(keys.size() - 1));
            people().openIssue("Opened meanwhile", "");
        });
        var later = scan(scan.cursor);
        var latest = new HashMap<>(scan.latest);
        latest.putAll(later.latest);
        assertThat(latest).hasSize(keys.size() + 1).containsKeys(keys.toArray(String[]::new));
        assertThat(latest.get(keys.get(0))).extracting(Issue::title).isEqualTo("Edited meanwhile");
        assertThat(latest.get(keys.get(keys.size() - 1)))
                .extracting(issue -> issue.status().isDone())
                .isEqualTo(true);
    }

    @Test
    void losesNothingWhenIssuesBeforeThePlaceOfReadingMoveBehindIt() {
        var keys = open(2 * harness().pageSize());
        letPass(A_WHILE);
        var scan = scan(
                null, () -> keys.subList(0, harness().pageSize() / 2).forEach(key -> people().addLabel(key, "moved")));
        assertThat(scan.latest).containsKeys(keys.toArray(String[]::new));
    }

    @Test
    void losesNothingWhenIssuesAreDeletedWhileItIsRead() {
        needs(Capability.DELETE_ISSUE);
        var keys = open(2 * harness().pageSize() + 1);
        letPass(A_WHILE);
        var gone = keys.subList(0, 3);
        var scan = scan(null, () -> gone.forEach(key -> people().deleteIssue(key)));
        assertThat(scan.latest).containsKeys(keys.subList(3, keys.size()).toArray(String[]::new));
    }

    @Test
    void goesOnFromACursorThatWasWrittenDown() {
        open(1);
        letPass(A_WHILE);
        var writtenDown = scan(null).cursor.value();
        letPass(Duration.ofDays(100));
        var added = people().openIssue("Added much later", "");
        assertThat(scan(new Cursor(writtenDown)).latest).containsKey(added);
    }

    @Test
    void goesOnFromACursorTwice() {
        open(1);
        letPass(A_WHILE);
        var cursor = scan(null).cursor;
        letPass(A_WHILE);
        var added = people().openIssue("Added", "");
        assertThat(scan(cursor).latest).containsKey(added);
        assertThat(scan(cursor).latest).containsKey(added);
    }

    @Test
    void goesOnFromTheMiddleOfAScan() {
        var keys = open(harness().pageSize() + 1);
        letPass(A_WHILE);
        var first = adapter().changes(null);
        assertThat(first.more()).isTrue();
        letPass(A_WHILE);
        var latest = new HashMap<String, Issue>();
        first.items().forEach(issue -> latest.put(issue.reference().displayKey(), issue));
        latest.putAll(scan(new Cursor(first.next().value())).latest);
        assertThat(latest).containsOnlyKeys(keys);
    }

    @Test
    void putsNoSecretIntoACursor() {
        open(1);
        assertThat(scan(null).cursor.value()).hasSizeLessThan(4_000).doesNotContainIgnoringCase("token");
    }

    @TestFactory
    DynamicTest whatIsNoIssue() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("leavesIntrudersOutAndCountsThem", this::leavesIntrudersOutAndCountsThem),
                new Promise("leavesNothingOut", this::leavesNothingOut));
    }

    private void leavesNothingOut() {
        var keys = open(2);
        var scan = scan(null);
        assertThat(scan.latest).containsOnlyKeys(keys);
        assertThat(scan.skipped).isZero();
    }

    private void leavesIntrudersOutAndCountsThem() {
        var issue = people().openIssue("An issue", "");
        people().openIntruder("Not an issue");
        people().openIntruder("Not an issue either");
        var scan = scan(null);
        assertThat(scan.latest).containsOnlyKeys(issue);
        assertThat(scan.skipped).isEqualTo(2);
    }

    @TestFactory
    DynamicTest aPageOfNothingButWhatIsNoIssue() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("goesOnPastIt", this::goesOnPastAPageOfNothingButIntruders),
                new Promise("leavesNothingOutOfManyPages", this::leavesNothingOutOfManyPages));
    }

    private void leavesNothingOutOfManyPages() {
        var keys = open(2 * harness().pageSize() + 1);
        letPass(A_WHILE);
        var scan = scan(null);
        assertThat(scan.latest).containsOnlyKeys(keys);
        assertThat(scan.skipped).isZero();
    }

    private void goesOnPastAPageOfNothingButIntruders() {
        IntStream.rangeClosed(0, harness().pageSize()).forEach(number -> people().openIntruder("Not an issue"));
        letPass(A_WHILE);
        var issue = people().openIssue("An issue", "");
        assertThat(scan(null).latest).containsOnlyKeys(issue);
    }
}
