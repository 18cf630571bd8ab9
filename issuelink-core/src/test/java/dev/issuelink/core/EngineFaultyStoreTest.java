package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.PendingWrite;
import dev.issuelink.SyncRequest;
import dev.issuelink.error.StoreException;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole story, told once for every write to the store, which fails there. */
class EngineFaultyStoreTest {
    private static final IssueDraft DRAFT = IssueDraft.builder("Orders grew").build();

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26})
    void whateverWriteFailsTheStoryEndsWell(int failing) {
        try (var fixture = new EngineFixture()) {
            var stores = new FaultyStores(fixture.stores, failing);
            var engine = fixture.start(fixture.builder()
                    .stores(stores)
                    .options(EngineOptions.defaults().withWorkers(1).withIdlePause(Duration.ofMillis(5))));
            fixture.tracker.deliverTo(request -> accepted(engine, request));
            var manager = engine.manager();

            var issue = finish(
                    fixture,
                    again(() -> manager.createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")))));
            finish(fixture, again(() -> manager.addComment(issue, "Rows doubled.")));
            fixture.clock.advance(Duration.ofMinutes(1));
            fixture.tracker.human().closeIssue(issue.displayKey());
            settle(fixture);
            fixture.clock.advance(Duration.ofHours(1));
            again(() -> manager.sync(SyncRequest.of(EngineFixture.TRACKER)));

            assertHappyEnd(fixture, engine, issue);
        }
    }

    private static void assertHappyEnd(EngineFixture fixture, IssueLinkEngine engine, IssueReference issue) {
        IssueLinkManager manager = engine.manager();
        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(fixture.tracker.issues().get(0).commentCount()).isEqualTo(1);
        assertThat(manager.getLinks(Samples.table("orders"))).hasSize(1);
        assertThat(manager.getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.IN_SYNC);
        assertThat(manager.getLinkedIssues(Samples.table("orders")).get(0).status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isTrue());
        assertThat(engine.audit().verify().intact()).isTrue();
        assertThat(engine.audit().entries(0, 100))
                .extracting(entry -> entry.record().action())
                .containsOnlyOnce("issue.created", "link.created", "comment.added");
        await().until(() -> fixture.host.told("issueCreated", Object.class).size() == 1);
        await().until(() -> fixture.host.told("issueChanged", Object.class).size() == 1);
    }

    private static boolean accepted(IssueLinkEngine engine, dev.issuelink.spi.WebhookRequest request) {
        for (var attempt = 0; attempt < 2; attempt++) {
            if (engine.webhooks().receive(EngineFixture.TRACKER, request).httpStatus() < 300) {
                return true;
            }
        }
        return false;
    }

    private static <T> T again(Supplier<T> call) {
        try {
            return call.get();
        } catch (StoreException failure) {
            return call.get();
        }
    }

    private static <T> T finish(EngineFixture fixture, PendingWrite<T> write) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            var state = fixture.write(write.id()).state();
            if (state != OutboxEntry.State.DONE) {
                fixture.clock.advance(Duration.ofSeconds(1));
            }
            return state == OutboxEntry.State.DONE;
        });
        return write.await(EngineFixture.SOON);
    }

    private static void settle(EngineFixture fixture) {
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            var next = fixture.stores.inTransaction(
                    transaction -> transaction.inbox().untilNextDue());
            next.filter(wait -> !wait.isZero()).ifPresent(fixture.clock::advance);
            return next.isEmpty();
        });
    }
}
