package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.issuelink.error.AccessRefusedException;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.AccessRequest;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.Capability;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineWritesTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    private static final IssueDraft DRAFT =
            IssueDraft.builder("Orders grew").body("See the plan.").build();

    @Test
    void anIssueIsOpenedAndLinkedAndAudited() {
        var engine = fixture.start();
        var table = Samples.table("orders");

        var issue = engine.manager()
                .actingAs("bob")
                .createIssue(EngineFixture.TRACKER, DRAFT, List.of(table))
                .await(EngineFixture.SOON);

        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(engine.manager().getLinkedIssues(table))
                .extracting(IssueReference::key)
                .containsExactly(issue.key());
        assertThat(engine.manager().getLinkedObjects(issue)).containsExactly(table);
        var link = engine.manager().getLinks(table).get(0);
        assertThat(link.type()).isEqualTo(LinkType.AUTO_CREATED);
        assertThat(link.createdBy()).isEqualTo("bob");
        assertThat(engine.audit().entries(0, 100))
                .extracting(entry -> entry.record().action())
                .containsExactly("write.wanted", "link.created", "issue.created");
        assertThat(engine.audit().verify().intact()).isTrue();
        await().until(() ->
                fixture.host.told("issueCreated", IssueReference.class).size() == 1);
    }

    @Test
    void theHostIsToldWhatTheTrackerLeftOut() {
        var draft = IssueDraft.builder("Orders grew")
                .assignees(List.of("nobody-here"))
                .build();

        var engine = fixture.start();
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, draft, List.of())
                .await(EngineFixture.SOON);

        await().until(
                        () -> fixture.host.told("fieldsDropped", IssueReference.class),
                        told -> told.equals(List.of(issue)));
        assertThat(fixture.host.calls())
                .filteredOn(call -> call.callback().equals("fieldsDropped"))
                .allSatisfy(
                        call -> assertThat(call.arguments().get(1).toString()).contains("assignees", "nobody-here"));
        assertThat(engine.audit().entries(0, 10))
                .anySatisfy(entry -> assertThat(entry.record().details()).containsEntry("dropped", "assignees"));
    }

    @Test
    void whoeverFollowsAWriteGetsTheVeryReasonOfItsEnd() {
        fixture.tracker.faults().failNext("createIssue", ErrorCode.PERMISSION);
        var write = fixture.start().manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        CompletableFuture<Throwable> reason = new CompletableFuture<>();

        write.completion().whenComplete((issue, failure) -> reason.complete(failure));

        assertThat(reason)
                .succeedsWithin(EngineFixture.SOON)
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION));
    }

    @Test
    void aLostAnswerIsFoundByItsMarkerAndNothingIsOpenedTwice() {
        fixture.tracker.faults().loseAnswerOfNext("createIssue");
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
        letRetriesHappen(write.id());

        assertThat(write.await(EngineFixture.SOON).key())
                .isEqualTo(fixture.tracker.issues().get(0).key());
        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(fixture.write(write.id()).attempts()).isEqualTo(2);
    }

    @Test
    void anUnavailableTrackerIsTriedAgain() {
        fixture.tracker.faults().failNext("createIssue", ErrorCode.UNAVAILABLE);
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        letRetriesHappen(write.id());

        write.await(EngineFixture.SOON);
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void aRateLimitIsWaitedFor() {
        var later = fixture.clock.instant().plus(Duration.ofHours(1));
        fixture.tracker
                .faults()
                .failNext(
                        "createIssue",
                        TrackerException.of(ErrorCode.RATE_LIMITED, EngineFixture.TRACKER, "createIssue")
                                .retryAt(later)
                                .build());
        var engine = fixture.start();
        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());
        await().until(() -> fixture.write(write.id()).outcome().isPresent());

        fixture.clock.advance(Duration.ofMinutes(59));
        assertThat(fixture.tracker.issues()).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(2));

        write.await(EngineFixture.SOON);
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void aRefusedWriteIsGivenUpToldAndCanBeTriedAgain() {
        fixture.tracker.faults().failNext("createIssue", ErrorCode.PERMISSION);
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());

        assertThatThrownBy(() -> write.await(EngineFixture.SOON))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.PERMISSION));
        await().until(() -> fixture.host.told("writeFailed", WriteFailure.class).size() == 1);
        assertThat(engine.failedWrites(10)).extracting(WriteFailure::id).containsExactly(write.id());

        assertThat(engine.retryWrite(write.id())).isTrue();
        write.await(EngineFixture.SOON);
        assertThat(fixture.tracker.issues()).hasSize(1);
        assertThat(engine.failedWrites(10)).isEmpty();
        assertThat(engine.audit().entries(0, 10))
                .extracting(entry -> entry.record().action())
                .containsExactly("write.wanted", "write.failed", "write.requeued", "issue.created");
    }

    @Test
    void whatMayHaveHappenedAndCannotBeLookedForIsNeverRepeated() {
        fixture.tracker.disable(Capability.FIND_BY_MARKER);
        fixture.tracker.faults().loseAnswerOfNext("createIssue");
        var engine = fixture.start();

        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());

        assertThatThrownBy(() -> write.await(EngineFixture.SOON))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN));
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void writesToAnIssueAreCarriedOutInOrder() {
        var engine = fixture.start();
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")))
                .await(EngineFixture.SOON);

        var writes = java.util.stream.IntStream.range(0, 20)
                .mapToObj(number -> engine.manager()
                        .updateIssue(
                                issue,
                                IssueChanges.builder().title("Title " + number).build()))
                .toList();
        writes.forEach(write -> write.await(EngineFixture.SOON));

        assertThat(fixture.tracker.issues().get(0).title()).isEqualTo("Title 19");
        assertThat(engine.manager().getSyncStatus(issue).state()).isEqualTo(SyncStatus.State.IN_SYNC);
    }

    @Test
    void aCommentWhoseAnswerWasLostIsWrittenOnce() {
        var engine = fixture.start();
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, DRAFT, List.of())
                .await(EngineFixture.SOON);
        fixture.tracker.faults().loseAnswerOfNext("addComment");

        var write = engine.manager().addComment(issue, "Rows doubled.");
        letRetriesHappen(write.id());
        var comment = write.await(EngineFixture.SOON);

        assertThat(comment.body()).isEqualTo("Rows doubled.");
        assertThat(fixture.tracker.issues().get(0).commentCount()).isEqualTo(1);
    }

    @Test
    void ourOwnClosingIsNotToldBackToUs() {
        var engine = fixture.start();
        fixture.tracker.deliverTo(request ->
                engine.webhooks().receive(EngineFixture.TRACKER, request).httpStatus() < 300);
        var issue = engine.manager()
                .createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")))
                .await(EngineFixture.SOON);

        engine.manager()
                .updateIssue(
                        issue,
                        IssueChanges.builder()
                                .status(TargetStatus.of(StatusCategory.DONE))
                                .build())
                .await(EngineFixture.SOON);
        fixture.awaitEmptyInbox();

        assertThat(fixture.host.told("issueChanged", Object.class)).isEmpty();
    }

    @Test
    void aWriteOutlivesTheEngineThatTookItIn() {
        fixture.tracker.faults().failAll(ErrorCode.UNAVAILABLE);
        var first = fixture.start();
        var write = first.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of(Samples.table("orders")));
        await().until(() -> fixture.write(write.id()).outcome().isPresent());
        first.close();

        fixture.tracker.faults().heal();
        var second = fixture.start();
        letRetriesHappen(write.id());

        assertThat(second.manager().getLinkedIssues(Samples.table("orders"))).hasSize(1);
        assertThat(fixture.tracker.issues()).hasSize(1);
    }

    @Test
    void theAccessPolicyIsAskedFirstAndLeavesATrace() {
        var engine = fixture.start(fixture.builder()
                .accessPolicy(request -> request.operation() == AccessRequest.Operation.CREATE_ISSUE
                        ? Optional.of("only leads open issues")
                        : Optional.empty()));

        assertThatThrownBy(() -> engine.manager().actingAs("eve").createIssue(EngineFixture.TRACKER, DRAFT, List.of()))
                .isInstanceOf(AccessRefusedException.class)
                .hasMessageContaining("eve")
                .hasMessageContaining("only leads open issues");
        assertThat(engine.audit().entries(0, 10))
                .extracting(entry -> entry.record().action())
                .containsExactly("access.refused");
    }

    @Test
    void aFailingListenerChangesNothing() {
        var engine = fixture.start(fixture.builder().listener(new dev.issuelink.host.HostListener() {
            @Override
            public void issueCreated(IssueReference issue) {
                throw new IllegalStateException("the host is ill");
            }
        }));

        engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of()).await(EngineFixture.SOON);
        engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of()).await(EngineFixture.SOON);

        assertThat(fixture.tracker.issues()).hasSize(2);
    }

    @Test
    void aWriteThatIsNotFinishedInTimeIsStillTried() {
        fixture.tracker.faults().failAll(ErrorCode.UNAVAILABLE);
        var engine = fixture.start();
        var write = engine.manager().createIssue(EngineFixture.TRACKER, DRAFT, List.of());

        assertThatThrownBy(() -> write.await(Duration.ofMillis(1)))
                .isInstanceOfSatisfying(
                        TrackerException.class,
                        failure -> assertThat(failure.retryable()).isTrue());
        assertThat(fixture.write(write.id()).state()).isNotEqualTo(OutboxEntry.State.FAILED);
    }

    private void letRetriesHappen(String id) {
        CompletableFuture<Void> never = new CompletableFuture<>();
        await().until(() -> {
            var state = fixture.write(id).state();
            if (state == OutboxEntry.State.PENDING) {
                fixture.clock.advance(Duration.ofMinutes(1));
            }
            return state == OutboxEntry.State.DONE || state == OutboxEntry.State.FAILED || never.isDone();
        });
    }
}
