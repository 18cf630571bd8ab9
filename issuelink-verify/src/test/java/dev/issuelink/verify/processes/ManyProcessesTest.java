package dev.issuelink.verify.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four processes share a PostgreSQL, and every second one of them is killed: each problem has one issue, the writes to
 * each arrive in their order, and no two of the living ever write to one at the same time.
 */
class ManyProcessesTest {
    private static final int PROCESSES = 4;
    private static final int WORKERS = 2;
    private static final int TRACKERS = 8;
    private static final int EVENTS = Integer.getInteger("issuelink.events", 2_000);
    private static final int PROBLEMS = EVENTS / 4;
    private static final long SEED = Long.getLong("issuelink.seed", System.nanoTime());
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final long begin = System.nanoTime();

    @Test
    void theyWorkAsOneWhileOneAfterTheOtherIsKilled(@TempDir Path folder) throws Exception {
        Kind.POSTGRESQL.require();
        try (var stage = new Stage(Kind.POSTGRESQL, folder, TRACKERS, WORKERS, LEASE)) {
            train(stage);
            try (var crowd = new Crowd(stage, new Random(SEED))) {
                work(stage, crowd);
            }
        }
    }

    private void work(Stage stage, Crowd crowd) {
        try {
            crowd.order(EVENTS, PROBLEMS);
            crowd.begin(PROCESSES);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .failFast(crowd::check)
                    .until(crowd::isDone);
            crowd.end();
            lookAt(stage, crowd);
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("seed " + SEED + "; " + crowd, failure);
        }
    }

    private static void train(Stage stage) {
        var actor = stage.startTraining();
        assertThat(actor.process().isReady()).isTrue();
        assertThat(actor.process().order(Host.sync(0))).isPresent();
        actor.end();
    }

    private void lookAt(Stage stage, Crowd crowd) {
        var findings = new Findings(stage);
        var turns = new Turns(stage.actors(), findings.done());
        assertAll(
                findings::assertNothingIsStuck,
                () -> findings.assertOneIssueAndLinkEach(PROBLEMS),
                findings::assertEachMarkerOnce,
                () -> findings.assertEditsInOrder(crowd.edits()),
                findings::assertInStep,
                findings::assertTrail,
                turns::assertClaimedOnce,
                turns::assertInOrder,
                turns::assertOneAtATime);
        report(crowd, findings, turns);
    }

    private void report(Crowd crowd, Findings findings, Turns turns) {
        var takeovers = turns.takeovers();
        var p99 = takeovers.length == 0 ? 0 : takeovers[(int) (takeovers.length * 0.99)];
        System.out.printf(
                "figure many_processes_events %d issues=%d links=%d kills=%d writes_wanted=%d repeated=%d writes_arrived=%d seed=%d%n",
                EVENTS,
                findings.issues(),
                findings.links(),
                crowd.kills(),
                findings.done().size(),
                findings.repeated(),
                turns.size(),
                SEED);
        System.out.printf(
                "figure many_processes_seconds %d%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
        System.out.printf(
                "figure takeover_p99_ms %d of=%d lease_ms=%d%n",
                TimeUnit.NANOSECONDS.toMillis(p99), takeovers.length, LEASE.toMillis());
    }
}
