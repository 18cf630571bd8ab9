package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.SyncReport;
import dev.issuelink.SyncRequest;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.SyncStatus;
import dev.issuelink.model.TargetStatus;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A host, people, a bad network and an engine that is restarted now and then; in the end nothing may have drifted. */
final class EngineStory implements AutoCloseable {
    enum Deed {
        CREATE,
        UPDATE,
        CLOSE_BY_HOST,
        COMMENT,
        EDIT,
        CLOSE,
        REOPEN,
        LABEL,
        REMARK,
        DELETE,
        TRANSFER,
        DELIVER,
        DELIVER_TWICE,
        DELIVER_LATEST_FIRST,
        LOSE,
        SYNC,
        RESTART,
        FAULTS,
        HEAL,
        SETTLE,
        SECOND,
        MINUTES
    }

    private final EngineFixture fixture = new EngineFixture();
    private final FaultyStores stores = new FaultyStores(fixture.stores, 0);
    private final List<WebhookRequest> notices = Collections.synchronizedList(new ArrayList<>());
    private final List<String> writes = new ArrayList<>();
    private int creations;
    private int comments;
    private boolean needsReadingFromTheBeginning;
    private IssueLinkEngine engine = start();

    EngineStory() {
        fixture.tracker.deliverTo(notices::add);
    }

    private IssueLinkEngine start() {
        // Leases that last: here nobody dies, and time may fly.
        return fixture.start(fixture.builder()
                .stores(stores)
                .options(EngineOptions.defaults()
                        .withWorkers(2)
                        .withLease(Duration.ofDays(6))
                        .withIdlePause(Duration.ofMillis(2))));
    }

    void happens(Deed deed, int which) {
        switch (deed) {
            case CREATE -> create();
            case UPDATE, CLOSE_BY_HOST, COMMENT -> linked(which).ifPresent(issue -> write(deed, issue, which));
            case EDIT, CLOSE, REOPEN, LABEL, REMARK, DELETE, TRANSFER -> person(deed, which);
            case DELIVER -> deliver(0, true);
            case DELIVER_TWICE -> {
                deliver(0, false);
                deliver(0, true);
            }
            case DELIVER_LATEST_FIRST -> deliver(notices.size() - 1, true);
            case LOSE -> notices.clear();
            case SYNC -> sync();
            case RESTART -> {
                engine.close();
                engine = start();
            }
            case FAULTS -> fixture.tracker.faults().failRandomly(new Random(which), 0.3);
            case HEAL -> fixture.tracker.faults().heal();
            case SETTLE -> settle();
            case SECOND -> fixture.clock.advance(Duration.ofSeconds(1));
            case MINUTES -> fixture.clock.advance(Duration.ofMinutes(3));
        }
    }

    private void create() {
        var draft = IssueDraft.builder("Issue " + creations).build();
        var table = Samples.table("t" + creations++);
        writes.add(engine.manager()
                .createIssue(EngineFixture.TRACKER, draft, List.of(table))
                .id());
    }

    private Optional<IssueReference> linked(int which) {
        return creations == 0
                ? Optional.empty()
                : engine.manager().getLinkedIssues(Samples.table("t" + which % creations)).stream()
                        .findFirst();
    }

    private void write(Deed deed, IssueReference issue, int which) {
        var manager = engine.manager();
        if (deed == Deed.COMMENT) {
            comments++;
            writes.add(manager.addComment(issue, "Remark " + comments).id());
        } else if (deed == Deed.UPDATE) {
            writes.add(manager.updateIssue(
                            issue,
                            IssueChanges.builder().title("Title " + which).build())
                    .id());
        } else {
            var done = IssueChanges.builder()
                    .status(TargetStatus.of(StatusCategory.DONE))
                    .build();
            writes.add(manager.updateIssue(issue, done).id());
        }
    }

    private void person(Deed deed, int which) {
        var present = fixture.tracker.issues().stream()
                .filter(issue -> issue.reference().project().equals("acme/app"))
                // No tracker finds a marker in what was deleted before we heard of it; then a second issue is right.
                .filter(issue -> deed != Deed.DELETE || isLinked(issue.key()))
                .toList();
        if (present.isEmpty()) {
            return;
        }
        var key = present.get(which % present.size()).reference().displayKey();
        var person = fixture.tracker.human();
        switch (deed) {
            case EDIT -> person.editIssue(key, "By hand " + which, "text");
            case CLOSE -> person.closeIssue(key);
            case REOPEN -> person.reopenIssue(key);
            case LABEL -> person.addLabel(key, "label" + which % 3);
            case REMARK -> person.comment(key, "theirs");
            case DELETE -> person.deleteIssue(key);
            default -> person.transferIssue(key, "acme/other");
        }
        needsReadingFromTheBeginning |= deed == Deed.DELETE || deed == Deed.TRANSFER;
    }

    private boolean isLinked(IssueKey issue) {
        return !fixture.stores
                .inTransaction(transaction -> transaction.links().findByIssue(issue))
                .isEmpty();
    }

    private void deliver(int place, boolean last) {
        if (!notices.isEmpty()) {
            var request = last ? notices.remove(place) : notices.get(place);
            assertThat(engine.webhooks().receive(EngineFixture.TRACKER, request).httpStatus())
                    .isLessThan(300);
        }
    }

    private Optional<SyncReport> sync() {
        try {
            return Optional.of(engine.manager().sync(SyncRequest.of(EngineFixture.TRACKER)));
        } catch (dev.issuelink.error.TrackerException fault) {
            return Optional.empty();
        }
    }

    /** Everything that was put off happens, whatever notices are left get lost, and one synchronisation makes it good. */
    void endsWell() {
        fixture.tracker.faults().heal();
        await().atMost(EngineFixture.SOON).pollInterval(Duration.ofMillis(2)).until(() -> {
            fixture.clock.advance(Duration.ofMinutes(1));
            return writes.stream().map(fixture::write).allMatch(EngineStory::isEnded) && isInboxEmpty();
        });
        notices.clear();
        var request = SyncRequest.of(EngineFixture.TRACKER);
        engine.manager().sync(needsReadingFromTheBeginning ? request.fromTheBeginning() : request);

        assertNothingDrifted();
        assertEachWriteHappenedOnce();
        var before = stores.writes();
        assertThat(sync())
                .hasValueSatisfying(report -> assertThat(report.issuesChanged()).isZero());
        assertThat(stores.writes()).isEqualTo(before);
        assertThat(engine.audit().verify().intact()).isTrue();
    }

    /** Waits until nothing is due at this time. */
    private void settle() {
        await().atMost(EngineFixture.SOON)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> fixture.stores.inTransaction(transaction -> transaction
                                .outbox()
                                .untilNextDue()
                                .map(wait -> !wait.isZero())
                                .orElse(true)
                        && transaction
                                .inbox()
                                .untilNextDue()
                                .map(wait -> !wait.isZero())
                                .orElse(true)));
    }

    private boolean isInboxEmpty() {
        return fixture.stores
                .inTransaction(transaction -> transaction.inbox().untilNextDue())
                .isEmpty();
    }

    private static boolean isEnded(OutboxEntry entry) {
        return entry.state() == OutboxEntry.State.DONE || entry.state() == OutboxEntry.State.FAILED;
    }

    private void assertNothingDrifted() {
        for (var number = 0; number < creations; number++) {
            var links = engine.manager().getLinks(Samples.table("t" + number));
            assertThat(links).hasSize(1);
            var seen = engine.manager()
                    .getLinkedIssues(Samples.table("t" + number))
                    .get(0);
            var actual = fixture.tracker.issues().stream()
                    .filter(issue -> issue.key().equals(links.get(0).issue()))
                    .findFirst();
            if (actual.isPresent()) {
                var there = actual.get().reference();
                assertThat(seen.title()).isEqualTo(there.title());
                assertThat(seen.status()).isEqualTo(there.status());
                assertThat(seen.labels()).containsExactlyInAnyOrderElementsOf(there.labels());
                assertThat(seen.url()).isEqualTo(there.url());
            } else {
                assertThat(engine.manager().getSyncStatus(seen).state())
                        .isIn(SyncStatus.State.DELETED, SyncStatus.State.FAILED);
            }
        }
    }

    private void assertEachWriteHappenedOnce() {
        assertThat(carriedOut("createIssue")).isEqualTo(creations);
        var failed = writes.stream()
                .map(fixture::write)
                .filter(entry -> entry.state() == OutboxEntry.State.FAILED)
                .toList();
        assertThat(failed).allMatch(entry -> needsReadingFromTheBeginning);
        var lost = (int) failed.stream()
                .filter(entry -> entry.operation().equals("ADD_COMMENT"))
                .count();
        assertThat(carriedOut("addComment")).isBetween(comments - lost, comments);
    }

    private int carriedOut(String operation) {
        return (int) fixture.tracker.calls().stream()
                .filter(call -> call.operation().equals(operation) && call.carriedOut())
                .count();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
