package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.PendingWrite;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeFault.LimitStyle;
import dev.issuelink.testkit.github.FakeGitHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong between us and GitHub, what should be opened is opened exactly once. */
class ExactlyOnceTest {
    private static final int CREATES = 50;
    private static final String ISSUES = "/repos/acme/shop/issues";

    private final Site site = new Site(FakeGitHub.builder().contentPerMinute(20));

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyIssueIsOpenedOnceThroughABadNetwork(long seed) {
        orderFaults(seed);
        var engine = site.engine();
        var writes = create(engine, 0, CREATES);
        writes.forEach(site::finish);
        site.github.clearFaults();

        var titles = titles();
        assertThat(titles).doesNotHaveDuplicates().hasSize(CREATES);
        assertThat(site.github.requests().stream()
                        .filter(request -> request.status() >= 400)
                        .count())
                .as("there were faults")
                .isGreaterThan(CREATES / 10);
        assertThat(IntStream.range(0, CREATES))
                .allSatisfy(number -> assertThat(engine.manager().getLinkedIssues(table(number)))
                        .singleElement()
                        .satisfies(issue -> assertThat(issue.title()).contains(title(number))));
        assertThat(site.host.told("issueCreated", IssueReference.class))
                .extracting(IssueReference::key)
                .doesNotHaveDuplicates()
                .hasSize(CREATES);
        assertThat(engine.audit().verify().intact()).isTrue();
        System.out.println("figure exactly_one_issues " + titles.size());
    }

    @Test
    void anIssueWhoseAnswerWasLostIsFoundAndNotOpenedAgain() {
        site.github.fail(FakeFault.responseLost().on("POST", ISSUES));
        var engine = site.engine();

        var created = site.finish(create(engine, 0, 1).get(0));

        assertThat(titles()).containsExactly(title(0));
        assertThat(created.displayKey()).isEqualTo("#1");
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void anEngineThatDiesWhileItWritesLeavesItsWorkToTheNext() throws Exception {
        site.github.fail(
                FakeFault.delay(Duration.ofMillis(300)).on("POST", ISSUES).times(3));
        var first = site.engine();
        create(first, 0, 10);
        Site.patiently().until(() -> posts() >= 1);
        first.close();

        // What it held is free when its lease is over.
        site.clock.advance(Site.LEASE.plusDays(1));
        var second = site.engine();
        Site.patiently().until(() -> {
            site.pass();
            return done() == 10;
        });
        assertThat(titles()).doesNotHaveDuplicates().hasSize(10);
        assertThat(second.failedWrites(10)).isEmpty();
    }

    @Test
    void aCommentIsAddedOnceThoughItsAnswerIsLost() {
        var engine = site.engine();
        var issue = site.finish(create(engine, 0, 1).get(0));
        site.github.fail(FakeFault.responseLost().on("POST", ISSUES + "/1/comments"));
        site.github.fail(FakeFault.truncatedBody().on("POST", ISSUES + "/1/comments"));

        site.finish(engine.manager().addComment(issue, "one"));
        site.finish(engine.manager().addComment(issue, "two"));

        assertThat(site.repository.issue(1).now().comments())
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).startsWith("one"))
                .anySatisfy(text -> assertThat(text).startsWith("two"));
    }

    private void orderFaults(long seed) {
        var faults = List.of(
                FakeFault.responseLost(),
                FakeFault.reset(),
                FakeFault.htmlPage(502),
                FakeFault.htmlPage(503).afterTheWrite(),
                FakeFault.truncatedBody(),
                FakeFault.cutBody(),
                FakeFault.secondaryLimit(403, LimitStyle.RETRY_AFTER, Duration.ofSeconds(60)),
                FakeFault.secondaryLimit(429, LimitStyle.BODY_ONLY, Duration.ofSeconds(60)),
                FakeFault.primaryLimit(403, Duration.ofMinutes(10)));
        for (var at = 0; at < faults.size(); at++) {
            site.github.fail(faults.get(at).onWrites().times(6).withChance(0.08, seed * 100 + at));
            site.github.fail(faults.get(at).on("GET", "/**").times(2).withChance(0.05, seed * 1000 + at));
        }
    }

    private List<PendingWrite<IssueReference>> create(IssueLinkEngine engine, int from, int to) {
        var writes = new ArrayList<PendingWrite<IssueReference>>();
        for (var number = from; number < to; number++) {
            var draft =
                    IssueDraft.builder(title(number)).body("Drift was found.").build();
            writes.add(engine.manager().createIssue(Site.TRACKER, draft, List.of(table(number))));
        }
        return writes;
    }

    private static ObjectReference table(int number) {
        return ObjectReference.of(ObjectType.TABLE, "orders_" + number);
    }

    private static String title(int number) {
        return "Drift of orders_" + number;
    }

    private List<String> titles() {
        return site.repository.issues().stream()
                .map(issue -> issue.now().title())
                .toList();
    }

    private long posts() {
        return site.github.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().equals(ISSUES))
                .count();
    }

    private int done() {
        return site.stores
                .inTransaction(transaction -> transaction.outbox().findByState(OutboxEntry.State.DONE, 100))
                .size();
    }
}
