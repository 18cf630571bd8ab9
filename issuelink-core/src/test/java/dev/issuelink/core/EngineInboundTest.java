package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.issuelink.SyncRequest;
import dev.issuelink.WebhookReceipt;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.CancellationToken;
import dev.issuelink.host.IssueChange;
import dev.issuelink.model.Comment;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineInboundTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private IssueReference openLinked(IssueLinkEngine engine) {
        var draft = IssueDraft.builder("Orders grew").build();
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, draft, List.of(Samples.table("orders")))
                .await(EngineFixture.SOON);
        fixture.clock.advance(Duration.ofSeconds(10));
        return issue;
    }

    private void deliverTo(IssueLinkEngine engine) {
        fixture.tracker.deliverTo(request ->
                engine.webhooks().receive(EngineFixture.TRACKER, request).httpStatus() < 300);
    }

    @Test
    void aClosedIssueIsToldOnceHoweverOftenItIsDelivered() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        fixture.tracker.human().closeIssue(issue.displayKey());
        var delivery = last(fixture.tracker.deliveries());

        var first = engine.webhooks().receive(EngineFixture.TRACKER, delivery);
        var second = engine.webhooks().receive(EngineFixture.TRACKER, delivery);
        fixture.awaitEmptyInbox();

        assertThat(first.outcome()).isEqualTo(WebhookReceipt.Outcome.ACCEPTED);
        assertThat(second.outcome()).isEqualTo(WebhookReceipt.Outcome.DUPLICATE);
        await().until(() -> fixture.host.told("issueChanged", IssueChange.class).size() == 1);
        var change = fixture.host.told("issueChanged", IssueChange.class).get(0);
        assertThat(change.after().status().isDone()).isTrue();
        assertThat(change.objects()).containsExactly(Samples.table("orders"));
        assertThat(engine.manager()
                        .getLinkedIssues(Samples.table("orders"))
                        .get(0)
                        .status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isTrue());
    }

    @Test
    void anOlderNoticeThatComesLateChangesNothing() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        fixture.tracker.human().editIssue(issue.displayKey(), "Second title", "text");
        var early = last(fixture.tracker.deliveries());
        fixture.clock.advance(Duration.ofSeconds(10));
        fixture.tracker.human().editIssue(issue.displayKey(), "Third title", "text");
        var late = last(fixture.tracker.deliveries());

        engine.webhooks().receive(EngineFixture.TRACKER, late);
        engine.webhooks().receive(EngineFixture.TRACKER, early);
        fixture.awaitEmptyInbox();

        assertThat(engine.manager()
                        .getLinkedIssues(Samples.table("orders"))
                        .get(0)
                        .title())
                .contains("Third title");
    }

    @Test
    void twoNoticesOfOneSecondAreSettledByAskingTheTracker() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        fixture.tracker.human().closeIssue(issue.displayKey());
        var closed = last(fixture.tracker.deliveries());
        fixture.tracker.human().reopenIssue(issue.displayKey());
        var reopened = last(fixture.tracker.deliveries());

        engine.webhooks().receive(EngineFixture.TRACKER, reopened);
        fixture.awaitEmptyInbox();
        engine.webhooks().receive(EngineFixture.TRACKER, closed);
        fixture.awaitEmptyInbox();

        var seen = engine.manager().getLinkedIssues(Samples.table("orders")).get(0);
        assertThat(seen.status())
                .hasValueSatisfying(status -> assertThat(status.isDone()).isFalse());
    }

    @Test
    void aForgedRequestIsRejectedAndLeavesNothing() {
        var engine = fixture.start();
        var forged = WebhookRequest.of(Map.of("X-Nothing", List.of("x")), "{}".getBytes());

        var receipt = engine.webhooks().receive(EngineFixture.TRACKER, forged);

        assertThat(receipt.outcome()).isEqualTo(WebhookReceipt.Outcome.REJECTED);
        assertThat(receipt.httpStatus()).isIn(400, 401);
        assertThat(engine.audit().entries(0, 10)).isEmpty();
    }

    @Test
    void whatCannotBeReadAtAllIsGivenUpAndDoesNotStopWhatFollows() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        engine.webhooks().receive(EngineFixture.TRACKER, fixture.tracker.signed("issue", "{broken"));
        fixture.tracker.human().closeIssue(issue.displayKey());
        engine.webhooks().receive(EngineFixture.TRACKER, last(fixture.tracker.deliveries()));

        await().until(() -> fixture.host.told("issueChanged", IssueChange.class).size() == 1);
    }

    @Test
    void commentsOfPeopleAreToldAndOurOwnAreNot() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        deliverTo(engine);

        engine.manager().addComment(issue, "ours").await(EngineFixture.SOON);
        fixture.tracker.human().comment(issue.displayKey(), "theirs");
        fixture.awaitEmptyInbox();

        await().untilAsserted(() -> assertThat(fixture.host.told("commentChanged", Comment.class))
                .extracting(Comment::body)
                .containsExactly("theirs"));
    }

    @Test
    void aTransferKeepsTheLink() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        deliverTo(engine);

        fixture.tracker.human().transferIssue(issue.displayKey(), "acme/other");
        fixture.awaitEmptyInbox();

        var moved = engine.manager().getLinkedIssues(Samples.table("orders")).get(0);
        assertThat(moved.key()).isNotEqualTo(issue.key());
        assertThat(engine.manager().getLinkedObjects(issue)).containsExactly(Samples.table("orders"));
        await().until(() -> fixture.host.told("issueMoved", Object.class).size() == 1);
    }

    @Test
    void aDeletionIsToldAndTheLinkIsKept() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        deliverTo(engine);

        fixture.tracker.human().deleteIssue(issue.displayKey());
        fixture.awaitEmptyInbox();

        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.DELETED);
        assertThat(engine.manager().getLinks(Samples.table("orders"))).hasSize(1);
        await().until(() -> fixture.host.told("issueDeleted", Object.class).size() == 1);
    }

    @Test
    void aSyncFindsWhatWasMissedAndTheNextOneWritesNothing() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
        fixture.clock.advance(Duration.ofHours(1));
        fixture.tracker.human().closeIssue(issue.displayKey());

        var report = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
        var before = engine.audit().entries(0, 1000).size();
        fixture.clock.advance(Duration.ofHours(1));
        var quiet = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(report.issuesChanged()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(quiet.issuesChanged()).isZero();
        assertThat(engine.audit().entries(0, 1000)).hasSize(before);
        await().until(() -> fixture.host.told("issueChanged", IssueChange.class).size() == 1);
    }

    @Test
    void namesInTextsAreLinkedAsWholeWordsAndUnlinkingLasts() {
        fixture.catalog.add(Samples.table("orders"));
        fixture.catalog.add(Samples.table("order"));
        fixture.tracker.human().openIssue("Slow query", "The table orders, not orders_old, is slow.");
        var engine = fixture.start();

        var report = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));
        assertThat(report.linksCreated()).isEqualTo(1);
        var link = engine.manager().getLinks(Samples.table("orders")).get(0);
        assertThat(link.type()).isEqualTo(LinkType.AUTO_DETECTED);
        assertThat(engine.manager().getLinks(Samples.table("order"))).isEmpty();

        assertThat(engine.manager().unlink(link.id())).isTrue();
        var again = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER).fromTheBeginning());
        assertThat(again.linksCreated()).isZero();
        assertThat(engine.manager().getLinks(Samples.table("orders"))).isEmpty();
    }

    @Test
    void aCancelledSyncGoesOnWhereItStopped() {
        for (var number = 0; number < 250; number++) {
            fixture.tracker.human().openIssue("Issue " + number, "");
            fixture.clock.advance(Duration.ofMinutes(10));
        }
        var engine = fixture.start();
        var token = CancellationToken.create();

        var stopped = engine.manager()
                .sync(SyncRequest.of(EngineFixture.TRACKER).cancelledBy(token).reportingTo(report -> token.cancel()));
        var rest = engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER));

        assertThat(stopped.complete()).isFalse();
        assertThat(rest.complete()).isTrue();
        assertThat(stopped.issuesRead() + rest.issuesRead()).isGreaterThanOrEqualTo(250);
        assertThat(rest.issuesRead()).isLessThan(250);
    }

    @Test
    void aSyncFromTheBeginningLooksForNoMoreLinkedIssuesOnceItIsCancelled() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        fixture.tracker.human().deleteIssue(issue.displayKey());
        var token = CancellationToken.create();

        var request = SyncRequest.of(EngineFixture.TRACKER).fromTheBeginning().cancelledBy(token);
        var stopped = engine.manager().sync(request.reportingTo(report -> token.cancel()));

        assertThat(stopped.complete()).isFalse();
        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.IN_SYNC);
    }

    @Test
    void anInterruptedSyncSaysSo() {
        for (var number = 0; number < 150; number++) {
            fixture.tracker.human().openIssue("Issue " + number, "");
        }
        var engine = fixture.start();

        assertThatThrownBy(() -> engine.manager()
                        .sync(SyncRequest.of(EngineFixture.TRACKER)
                                .reportingTo(report -> Thread.currentThread().interrupt())))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void missedDeliveriesAreAskedForOnlyIfItIsKnownWhichWebhookIsOurs() {
        var engine = fixture.start();

        assertThatThrownBy(() -> engine.webhooks().redeliverMissed(EngineFixture.TRACKER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("webhook_url");
    }

    @Test
    void aSyncStartedByTheProgressOfAnotherIsRefused() {
        var engine = fixture.start();
        var request = SyncRequest.of(EngineFixture.TRACKER);

        assertThatThrownBy(() -> engine.manager()
                        .sync(request.reportingTo(report -> engine.manager().sync(request))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is running");
    }

    @Test
    void onlyOneSyncOfATrackerRunsAtATime() {
        fixture.tracker.human().openIssue("One", "");
        var engine = fixture.start();

        engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER).reportingTo(report -> {
            var other = java.util.concurrent.CompletableFuture.runAsync(
                    () -> engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER)));
            assertThatThrownBy(other::join).hasCauseInstanceOf(IllegalStateException.class);
        }));
    }

    @Test
    void aRefreshBelievesADeletionOnlyIfTheTrackerSaysSo() {
        var engine = fixture.start();
        var issue = openLinked(engine);
        fixture.tracker.faults().failNext("getIssue", ErrorCode.NOT_FOUND);

        assertThatThrownBy(() -> engine.manager().refresh(issue)).isInstanceOf(TrackerException.class);
        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.IN_SYNC);

        fixture.tracker.human().deleteIssue(issue.displayKey());
        engine.manager().refresh(issue);
        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.DELETED);
    }

    private static WebhookRequest last(List<WebhookRequest> deliveries) {
        return deliveries.get(deliveries.size() - 1);
    }
}
