package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Issue;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.spi.Capability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Listings by label and by search, and how they are paged. */
public abstract class ListingContract extends AdapterContract {
    private static final Duration INDEX_LAG = Duration.ofHours(1);

    /** For authors of providers. */
    protected ListingContract() {}

    @BeforeEach
    final void requireReading() {
        needs(Capability.READ_ISSUES);
    }

    private String open(String title, String body, String... labels) {
        var key = people().openIssue(title, body);
        for (var label : labels) {
            people().addLabel(key, label);
        }
        return key;
    }

    private void openMany(int count) {
        IntStream.range(0, count).forEach(number -> open("Issue " + number, "", "bug"));
    }

    private static List<String> keys(Iterable<Issue> issues) {
        var keys = new ArrayList<String>();
        issues.forEach(issue -> keys.add(issue.reference().displayKey()));
        return keys;
    }

    @Test
    void listsTheIssuesOfALabelAndNoOthers() {
        var labelled = open("Labelled", "", "bug", "database");
        open("Other", "", "database");
        open("Bare", "");
        assertThat(keys(adapter().getIssuesByLabel("bug"))).containsExactly(labelled);
    }

    @Test
    void listsClosedIssuesOfALabelToo() {
        var closed = open("Closed", "", "bug");
        var open = open("Open", "", "bug");
        people().closeIssue(closed);
        assertThat(keys(adapter().getIssuesByLabel("bug"))).containsExactlyInAnyOrder(closed, open);
    }

    @Test
    void listsNothingOfALabelThatNobodyUses() {
        open("Labelled", "", "bug");
        assertThat(adapter().getIssuesByLabel("unused")).isEmpty();
    }

    @Test
    void listsIssuesOfALabelWithStrangeCharacters() {
        var labelled = open("Labelled", "", "kind/bug&more?");
        assertThat(keys(adapter().getIssuesByLabel("kind/bug&more?"))).containsExactly(labelled);
    }

    @Test
    void takesLabelsForLabelsAndNotForALanguageOfQueries() {
        var strange = open("Labelled", "", "a\"b\\c");
        open("Other", "", "other");
        assertThat(keys(adapter().getIssuesByLabel("a\"b\\c"))).containsExactly(strange);
        assertThat(adapter().getIssuesByLabel("x\" OR labels = \"other")).isEmpty();
        assertThat(adapter().getIssuesByLabel("x\" label:\"other")).isEmpty();
    }

    @TestFactory
    DynamicTest whatIsNoIssue() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("leavesIntrudersOutOfAListing", this::leavesIntrudersOutOfAListing),
                new Promise("leavesNothingOutOfAListing", this::leavesNothingOutOfAListing));
    }

    private void leavesNothingOutOfAListing() {
        openMany(harness().pageSize() + 1);
        assertLeavesNothingOut(adapter().getIssuesByLabel("bug"), harness().pageSize() + 1);
    }

    private static void assertLeavesNothingOut(Listing<Issue> listing, int count) {
        var pages = new ArrayList<Page<Issue>>();
        listing.pages().forEachRemaining(pages::add);
        assertThat(pages).extracting(Page::skipped).containsOnly(0);
        assertThat(pages).flatExtracting(Page::items).hasSize(count);
    }

    private void leavesIntrudersOutOfAListing() {
        var labelled = open("Labelled", "", "bug");
        var intruder = people().openIntruder("Not an issue");
        people().addLabel(intruder, "bug");
        assertThat(keys(adapter().getIssuesByLabel("bug"))).containsExactly(labelled);
    }

    @Test
    void listsEachIssueOfManyPagesOnce() {
        var count = 2 * harness().pageSize() + 1;
        openMany(count);
        assertThat(keys(adapter().getIssuesByLabel("bug"))).hasSize(count).doesNotHaveDuplicates();
    }

    @Test
    void asksForEachPageOnce() {
        openMany(2 * harness().pageSize() + 1);
        var before = harness().requestCount();
        assertThat(adapter().getIssuesByLabel("bug")).isNotEmpty();
        adapter().getIssuesByLabel("bug").forEach(issue -> {});
        var pages = new ArrayList<Page<Issue>>();
        var fresh = harness().requestCount();
        adapter().getIssuesByLabel("bug").pages().forEachRemaining(pages::add);
        assertThat(pages).hasSize(3);
        assertThat(harness().requestCount() - fresh).isLessThanOrEqualTo(3);
        assertThat(fresh).isGreaterThan(before);
    }

    @Test
    void marksTheLastPageAndNoOther() {
        openMany(harness().pageSize() + 1);
        var pages = new ArrayList<Page<Issue>>();
        adapter().getIssuesByLabel("bug").pages().forEachRemaining(pages::add);
        assertThat(pages).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pages.get(0).next()).isPresent();
        assertThat(pages.get(pages.size() - 1).next()).isEmpty();
    }

    @Test
    void asksForNothingBeforeItIsRead() {
        openMany(1);
        var before = harness().requestCount();
        adapter().getIssuesByLabel("bug");
        assertThat(harness().requestCount()).isEqualTo(before);
    }

    @Test
    void fetchesAtMostOnePageAhead() {
        openMany(4 * harness().pageSize());
        var before = harness().requestCount();
        assertThat(adapter().getIssuesByLabel("bug").iterator().next()).isNotNull();
        assertThat(harness().requestCount() - before).isBetween(1, 2);
    }

    @Test
    void readsAnewFromTheBeginningEachTime() {
        var first = open("First", "", "bug");
        var listing = adapter().getIssuesByLabel("bug");
        assertThat(keys(listing)).containsExactly(first);
        letPass(Duration.ofMinutes(10));
        var second = open("Second", "", "bug");
        assertThat(keys(listing)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void listsWhatIsStoredWhole() {
        var key = open("Labelled", "With words", "bug");
        assertThat(adapter().getIssuesByLabel("bug")).containsExactly(read(key));
    }

    private List<String> search(SearchQuery.Builder query) {
        needs(Capability.SEARCH_ISSUES);
        letPass(INDEX_LAG);
        return keys(adapter().searchIssues(query.build()));
    }

    @Test
    void findsWordsInTitleAndDescription() {
        var title = open("The orderbook is broken", "");
        var body = open("Something", "It concerns the orderbook of today");
        open("Unrelated", "Nothing of it");
        assertThat(search(SearchQuery.builder().text("orderbook"))).containsExactlyInAnyOrder(title, body);
    }

    @Test
    void findsOpenIssuesUnlessAskedOtherwise() {
        var open = open("orderbook one", "");
        var closed = open("orderbook two", "");
        people().closeIssue(closed);
        assertThat(search(SearchQuery.builder().text("orderbook"))).containsExactly(open);
        assertThat(search(SearchQuery.builder().text("orderbook").state(SearchQuery.State.CLOSED)))
                .containsExactly(closed);
        assertThat(search(SearchQuery.builder().text("orderbook").state(SearchQuery.State.ANY)))
                .containsExactlyInAnyOrder(open, closed);
    }

    @Test
    void findsIssuesThatCarryAllLabels() {
        var both = open("orderbook", "", "one", "two");
        open("orderbook", "", "one");
        assertThat(search(SearchQuery.builder().label("one").label("two"))).containsExactly(both);
    }

    @Test
    void findsIssuesByWhoIsAssigned() {
        var user = harness().assignableUsers().get(0);
        var assigned = open("orderbook", "");
        open("orderbook", "");
        people().assign(assigned, user);
        assertThat(search(SearchQuery.builder().assignee(user))).containsExactly(assigned);
    }

    @Test
    void findsIssuesThatChangedSinceATime() {
        open("orderbook old", "");
        letPass(Duration.ofDays(10));
        var since = now();
        var changed = open("orderbook new", "");
        assertThat(search(SearchQuery.builder().text("orderbook").updatedSince(since)))
                .containsExactly(changed);
    }

    @Test
    void findsTheNewestFirst() {
        var first = open("orderbook first", "");
        letPass(Duration.ofMinutes(10));
        var second = open("orderbook second", "");
        assertThat(search(SearchQuery.builder().text("orderbook").order(SearchQuery.Order.CREATED)))
                .containsExactly(second, first);
    }

    @Test
    void findsTheLastChangedFirst() {
        var first = open("orderbook first", "");
        var second = open("orderbook second", "");
        letPass(Duration.ofMinutes(10));
        people().editIssue(first, "orderbook edited", "");
        assertThat(search(SearchQuery.builder().text("orderbook").order(SearchQuery.Order.UPDATED)))
                .containsExactly(first, second);
    }

    @Test
    void findsNothingWhereNothingMatches() {
        open("Something", "");
        assertThat(search(SearchQuery.builder().text("zzyzx"))).isEmpty();
    }

    @Test
    void takesWordsForWordsAndNotForALanguageOfQueries() {
        open("Something", "");
        assertThat(search(SearchQuery.builder().text("zzyzx OR is:open repo:acme/app label:bug")))
                .isEmpty();
        assertThat(search(SearchQuery.builder().text("zzyzx\" OR \"Something"))).isEmpty();
    }

    @Test
    void takesLabelsAndPeopleOfASearchForThemselvesToo() {
        open("Something", "", "other");
        assertThat(search(SearchQuery.builder().label("x\" OR labels = \"other")))
                .isEmpty();
        assertThat(search(SearchQuery.builder().text("Something").author("x\" OR labels = \"other")))
                .isEmpty();
    }

    @TestFactory
    DynamicTest whatIsNoIssueInASearch() {
        return either(
                TrackerTrait.HAS_INTRUDERS,
                new Promise("findsNoIntruders", this::findsNoIntruders),
                new Promise("leavesNothingOutOfWhatItFound", this::leavesNothingOutOfWhatItFound));
    }

    private void leavesNothingOutOfWhatItFound() {
        open("orderbook", "");
        open("orderbook", "");
        letPass(INDEX_LAG);
        needs(Capability.SEARCH_ISSUES);
        assertLeavesNothingOut(
                adapter().searchIssues(SearchQuery.builder().text("orderbook").build()), 2);
    }

    private void findsNoIntruders() {
        var issue = open("orderbook", "");
        people().openIntruder("orderbook");
        assertThat(search(SearchQuery.builder().text("orderbook"))).containsExactly(issue);
    }
}
