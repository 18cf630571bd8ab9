package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.issuelink.SyncRequest;
import dev.issuelink.WebhookReceipt;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the order in which news comes in, what the tracker says in the end is what is kept. */
class EngineOrderTest {
    private final EngineFixture fixture = new EngineFixture();
    private IssueLinkEngine engine;
    private IssueReference issue;

    @BeforeEach
    void openLinked() {
        engine = fixture.start();
        issue = engine.manager()
                .createIssue(
                        EngineFixture.TRACKER,
                        IssueDraft.builder("Orders grew").build(),
                        List.of(Samples.table("orders")))
                .await(EngineFixture.SOON);
        fixture.clock.advance(Duration.ofSeconds(10));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private WebhookRequest latest() {
        var deliveries = fixture.tracker.deliveries();
        return deliveries.get(deliveries.size() - 1);
    }

    private void receive(WebhookRequest request) {
        engine.webhooks().receive(EngineFixture.TRACKER, request);
        fixture.awaitEmptyInbox();
    }

    private IssueReference seen() {
        return engine.manager().getLinkedIssues(Samples.table("orders")).get(0);
    }

    @Test
    void anEditThatComesAfterTheDeletionDoesNotBringTheIssueBack() {
        fixture.tracker.human().editIssue(issue.displayKey(), "Edited", "text");
        var edited = latest();
        fixture.tracker.human().deleteIssue(issue.displayKey());

        receive(latest());
        receive(edited);

        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.DELETED);
    }

    @Test
    void movesThatComeInTheWrongOrderLeadToWhereTheIssueIs() {
        fixture.tracker.human().transferIssue(issue.displayKey(), "acme/other");
        var first = latest();
        var there = fixture.tracker.issues().get(0).reference();
        fixture.tracker.adapter().transferIssue(there, "acme/app");
        var second = latest();

        receive(second);
        receive(first);
        receive(second);

        assertThat(seen().key()).isEqualTo(fixture.tracker.issues().get(0).key());
        assertThat(engine.manager().getLinkedObjects(issue)).containsExactly(Samples.table("orders"));
        await().until(() -> fixture.host.told("issueMoved", Object.class).size() == 1);
    }

    @Test
    void newsOfTheOldIdentityIsLateAndMakesNoLinks() {
        fixture.catalog.add(Samples.table("customers"));
        fixture.tracker.human().editIssue(issue.displayKey(), "About customers", "text");
        var edited = latest();
        fixture.tracker.human().transferIssue(issue.displayKey(), "acme/other");
        receive(latest());
        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        receive(edited);

        assertThat(engine.manager().getLinks(Samples.table("customers")))
                .allSatisfy(link -> assertThat(link.issue()).isEqualTo(seen().key()));
    }

    @Test
    void aRefreshThatWasReadBeforeANoticeOfTheSameSecondDoesNotUndoIt() {
        fixture.tracker.human().editIssue(issue.displayKey(), "First", "text");
        var isFirst = new AtomicBoolean(true);
        fixture.adapterFaults.answer("getIssue", answer -> {
            if (isFirst.getAndSet(false)) {
                fixture.tracker.human().editIssue(issue.displayKey(), "Second", "text");
                receive(latest());
            }
            return answer;
        });

        engine.manager().refresh(issue);

        assertThat(seen().title()).contains("Second");
    }

    @Test
    void aPageThatWasReadBeforeANoticeOfTheSameSecondDoesNotUndoIt() {
        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
        fixture.tracker.human().closeIssue(issue.displayKey());
        var stale = fixture.tracker.issues();
        fixture.tracker.human().reopenIssue(issue.displayKey());
        receive(latest());
        fixture.adapterFaults.answer("changes", answer -> {
            var page = (ChangePage<?>) answer;
            return new ChangePage<Issue>(stale, page.next(), false, 0);
        });

        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(seen().status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isFalse());
    }

    @Test
    void aPersonsEditOfTheSameSecondIsNotUndoneByTheAnswerToOurWrite() {
        fixture.adapterFaults.answer("updateIssue", answer -> {
            fixture.tracker.human().closeIssue(issue.displayKey());
            fixture.clock.advance(Duration.ofNanos(1));
            engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
            return answer;
        });
        fixture.adapterFaults.answer("changes", answer -> answer);

        engine.manager()
                .updateIssue(issue, IssueChanges.builder().title("Ours").build())
                .await(EngineFixture.SOON);

        assertThat(seen().title()).contains("Ours");
        assertThat(seen().status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isTrue());
    }

    @Test
    void aPersonsEditThatIsReadBeforeOurCreationIsAnsweredIsKept() {
        fixture.adapterFaults.answer("createIssue", answer -> {
            var opened = fixture.tracker.issues().get(1);
            fixture.clock.advance(Duration.ofSeconds(5));
            fixture.tracker.human().closeIssue(opened.reference().displayKey());
            engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
            return answer;
        });

        engine.manager()
                .createIssue(
                        EngineFixture.TRACKER,
                        IssueDraft.builder("Second").build(),
                        List.of(Samples.table("customers")))
                .await(EngineFixture.SOON);

        assertThat(engine.manager()
                        .getLinkedIssues(Samples.table("customers"))
                        .get(0)
                        .status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isTrue());
    }

    @Test
    void aReadingFromTheBeginningFindsLostMovesAndDeletions() {
        var second = engine.manager()
                .createIssue(
                        EngineFixture.TRACKER,
                        IssueDraft.builder("Second").build(),
                        List.of(Samples.table("customers")))
                .await(EngineFixture.SOON);
        fixture.tracker.human().transferIssue(issue.displayKey(), "acme/other");
        fixture.tracker.human().deleteIssue(second.displayKey());

        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER).fromTheBeginning());

        assertThat(seen().project()).isEqualTo("acme/other");
        assertThat(engine.manager().getSyncStatus(second).state()).isEqualTo(SyncStatus.State.DELETED);
    }

    @Test
    void writesByAnOldIdentityKeepTheirPlaceAmongThoseByTheNewOne() {
        fixture.tracker.human().transferIssue(issue.displayKey(), "acme/other");
        receive(latest());
        fixture.tracker.faults().failNext("updateIssue", ErrorCode.UNAVAILABLE);

        var first = engine.manager()
                .updateIssue(issue, IssueChanges.builder().title("First").build());
        var second = engine.manager()
                .updateIssue(seen(), IssueChanges.builder().title("Second").build());

        assertThat(fixture.write(first.id()).target())
                .isEqualTo(fixture.write(second.id()).target());
        assertThat(engine.manager().getSyncStatus(issue).pendingWrites()).isPositive();
    }

    @Test
    void aDefectWhileANoticeIsAppliedDelaysItAndTheOthersOnly() {
        fixture.tracker.human().closeIssue(issue.displayKey());
        var closed = latest();
        fixture.tracker.human().reopenIssue(issue.displayKey());
        receive(latest());
        fixture.adapterFaults.before("getIssue", 3, () -> new NullPointerException("a bug"));

        receive(closed);

        assertThat(seen().status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isFalse());
        var notice = fixture.stores.inTransaction(transaction -> transaction
                .inbox()
                .find(
                        EngineFixture.TRACKER,
                        closed.header("X-InMemory-Delivery").orElseThrow()));
        assertThat(notice.orElseThrow().state().name()).isEqualTo("DONE");
    }

    @Test
    @Timeout(30)
    void aFeedThatStandsStillIsNotReadForEver() {
        var at = new AtomicReference<Object>();
        fixture.adapterFaults.answer("changes", answer -> {
            var page = (ChangePage<?>) answer;
            at.compareAndSet(null, page.next());
            return new ChangePage<Issue>(List.of(), (dev.issuelink.model.Cursor) at.get(), true, 0);
        });

        assertThatThrownBy(() -> engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER)))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    @Test
    void aClosedEngineAnswersATrackerThatItShouldComeAgain() {
        fixture.tracker.human().closeIssue(issue.displayKey());
        engine.close();

        var receipt = engine.webhooks().receive(EngineFixture.TRACKER, latest());

        assertThat(receipt.outcome()).isEqualTo(WebhookReceipt.Outcome.UNAVAILABLE);
        assertThat(receipt.httpStatus()).isEqualTo(503);
    }

    @Test
    void aSnapshotThatCannotBeReadIsMadeAnew() {
        fixture.stores.inTransaction(transaction -> {
            transaction
                    .snapshots()
                    .save(new dev.issuelink.store.IssueSnapshot(issue, "{broken", fixture.clock.instant(), false));
            return true;
        });
        fixture.tracker.human().closeIssue(issue.displayKey());

        var report = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(report.complete()).isTrue();
        assertThat(seen().status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isTrue());
    }

    @Test
    void aCatalogThatFailsAtTheStartLeavesNothingOpen() {
        var failing = new AtomicBoolean(true);
        var builder = fixture.builder().objectCatalog(() -> {
            if (failing.get()) {
                throw new IllegalStateException("the host is not ready");
            }
            return List.of();
        });

        assertThatThrownBy(builder::start).hasMessage("the host is not ready");
        failing.set(false);
        builder.start().close();
    }
}
