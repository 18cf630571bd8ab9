package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.model.IssueLink;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Links between objects and issues. */
public abstract class LinkStoreContract extends StoreContract {
    /** For authors of stores. */
    protected LinkStoreContract() {}

    private boolean save(IssueLink link) {
        return in(transaction -> transaction.links().saveIfAbsent(link));
    }

    private List<IssueLink> linksOfIssue(String id) {
        return in(transaction -> transaction.links().findByIssue(Samples.issueKey(id)));
    }

    private void move(String from, String to) {
        in(transaction -> {
            transaction.links().moveIssue(Samples.issueKey(from), Samples.issueKey(to));
            return true;
        });
    }

    private static IssueLink link(String id, String table, int secondsLater) {
        return IssueLink.builder(id, Samples.table(table), Samples.issueKey("1"))
                .createdAt(MutableClock.START.plusSeconds(secondsLater))
                .build();
    }

    @Test
    void keepsAllThatALinkSays() {
        var link = IssueLink.builder(
                        "L1",
                        ObjectReference.builder(ObjectType.of("STORED_THING"), "größe \"x\" 表")
                                .schema("s")
                                .versionHash("abc")
                                .modifiedAt(MutableClock.START)
                                .build(),
                        Samples.issueKey("node/ID=="))
                .type(LinkType.AUTO_DETECTED)
                .createdBy("O'Neil")
                .createdAt(MutableClock.START)
                .direction(SyncDirection.FROM_ISSUE)
                .build();
        assertThat(save(link)).isTrue();
        assertThat(resultOf(transaction -> transaction.links().find("L1")).get())
                .contains(link);
    }

    @Test
    void findsALinkByItsPair() {
        var link = Samples.link("L1", "orders", "1");
        save(link);
        assertThat(resultOf(tx -> tx.links().find(Samples.table("orders").key(), Samples.issueKey("1")))
                        .get())
                .contains(link);
        assertThat(resultOf(tx -> tx.links().find(Samples.table("orders").key(), Samples.issueKey("2")))
                        .get())
                .isEmpty();
        assertThat(resultOf(tx -> tx.links().find(Samples.table("other").key(), Samples.issueKey("1")))
                        .get())
                .isEmpty();
    }

    @Test
    void keepsOneLinkOfAPair() {
        var first = Samples.link("L1", "orders", "1");
        assertThat(save(first)).isTrue();
        assertThat(save(Samples.link("L2", "orders", "1"))).isFalse();
        assertThat(linksOfIssue("1")).containsExactly(first);
        assertThat(resultOf(transaction -> transaction.links().find("L2")).get())
                .isEmpty();
    }

    @Test
    void refusesAnIdThatBelongsToAnotherPair() {
        save(Samples.link("L1", "orders", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> save(Samples.link("L1", "customers", "1")));
        assertThat(linksOfIssue("1")).hasSize(1);
    }

    @Test
    void tellsObjectsApartByTypeAndCase() {
        save(IssueLink.builder("L1", ObjectReference.of(ObjectType.TABLE, "x"), Samples.issueKey("1"))
                .build());
        save(IssueLink.builder("L2", ObjectReference.of(ObjectType.VIEW, "x"), Samples.issueKey("1"))
                .build());
        save(IssueLink.builder("L3", ObjectReference.of(ObjectType.TABLE, "X"), Samples.issueKey("1"))
                .build());
        assertThat(linksOfIssue("1")).hasSize(3);
        assertThat(resultOf(tx -> tx.links()
                                .findByObject(ObjectReference.of(ObjectType.TABLE, "x")
                                        .key()))
                        .get())
                .hasSize(1);
    }

    @Test
    void givesOneLinkToOneOfManyThreads() {
        var counter = new AtomicInteger();
        var won = inThreads(() -> save(Samples.link("L" + counter.incrementAndGet(), "orders", "1")));
        assertThat(won).containsOnlyOnce(true);
        assertThat(linksOfIssue("1")).hasSize(1);
    }

    @Test
    void listsLinksOldestFirstAndEqualTimesById() {
        save(link("c", "t1", 5));
        save(link("b", "t2", 9));
        save(link("a", "t3", 5));
        save(link("d", "t4", 0));
        assertThat(linksOfIssue("1")).extracting(IssueLink::id).containsExactly("d", "a", "c", "b");
    }

    @Test
    void listsTheLinksOfAnObject() {
        save(Samples.link("L2", "orders", "2"));
        save(Samples.link("L1", "orders", "1"));
        save(Samples.link("L3", "customers", "1"));
        assertThat(resultOf(tx ->
                                tx.links().findByObject(Samples.table("orders").key()))
                        .get())
                .extracting(IssueLink::id)
                .containsExactly("L1", "L2");
    }

    @Test
    void pagesThroughAllLinksInTheOrderOfTheirIds() {
        for (var id : List.of("b", "B", "a10", "a2", "_", "Z")) {
            save(Samples.link(id, "table " + id, "1"));
        }
        var seen = new ArrayList<String>();
        var page = in(tx -> tx.links().findAfter(null, 4));
        assertThat(page).hasSize(4);
        while (!page.isEmpty()) {
            page.forEach(link -> seen.add(link.id()));
            page = in(tx -> tx.links().findAfter(seen.get(seen.size() - 1), 4));
        }
        assertThat(seen).containsExactly("B", "Z", "_", "a10", "a2", "b");
    }

    @Test
    void pagesOnFromAnIdThatIsGone() {
        save(Samples.link("a", "t1", "1"));
        save(Samples.link("c", "t2", "1"));
        assertThat(resultOf(tx -> tx.links().findAfter("b", 10)).get())
                .extracting(IssueLink::id)
                .containsExactly("c");
    }

    @Test
    void refusesALimitBelowOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> in(tx -> tx.links().findAfter(null, 0)));
    }

    @Test
    void removesALinkOnce() {
        save(Samples.link("L1", "orders", "1"));
        assertThat(resultOf(tx -> tx.links().remove("L1")).get()).isTrue();
        assertThat(resultOf(tx -> tx.links().remove("L1")).get()).isFalse();
        assertThat(linksOfIssue("1")).isEmpty();
        assertThat(resultOf(tx ->
                                tx.links().findByObject(Samples.table("orders").key()))
                        .get())
                .isEmpty();
        assertThat(save(Samples.link("L1", "orders", "1"))).isTrue();
    }

    @Test
    void movesTheLinksOfAnIssue() {
        var link = Samples.link("L1", "orders", "1");
        save(link);
        save(Samples.link("L2", "customers", "1"));
        move("1", "9");
        assertThat(linksOfIssue("1")).isEmpty();
        assertThat(linksOfIssue("9")).extracting(IssueLink::id).containsExactly("L1", "L2");
        assertThat(resultOf(tx -> tx.links().find("L1")).get())
                .isEqualTo(Optional.of(link.toBuilder(Samples.issueKey("9")).build()));
    }

    @Test
    void removesALinkWhosePairIsAtTheNewIdentityAlready() {
        save(Samples.link("L1", "orders", "1"));
        save(Samples.link("L2", "orders", "9"));
        move("1", "9");
        assertThat(linksOfIssue("9")).extracting(IssueLink::id).containsExactly("L2");
        assertThat(resultOf(tx -> tx.links().find("L1")).get()).isEmpty();
    }

    @Test
    void keepsLinksOfAnIssueThatMovesNowhere() {
        save(Samples.link("L1", "orders", "1"));
        move("1", "1");
        assertThat(linksOfIssue("1")).hasSize(1);
    }

    @Test
    void movesNothingWhereNothingIs() {
        save(Samples.link("L1", "orders", "1"));
        move("7", "9");
        assertThat(linksOfIssue("1")).hasSize(1);
        assertThat(linksOfIssue("9")).isEmpty();
    }
}
