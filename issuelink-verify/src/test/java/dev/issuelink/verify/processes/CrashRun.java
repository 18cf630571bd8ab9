package dev.issuelink.verify.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** One process after the other works on one store, and each is killed at a moment of chance; the last one may finish. */
final class CrashRun {
    private static final int TRACKERS = 8;
    private static final int WORKERS = 3;
    /** Nobody else lives while a process does, so only its own threads could take over what it still writes. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private static final Duration WORK = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Kind kind;
    private final int kills;
    private final long seed;
    private final Stage stage;
    private final Random random;
    private final Script script;
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private final long begin = System.nanoTime();
    private long startUp;
    private int killsInStartUp;

    CrashRun(Kind kind, Path folder, int kills, long seed) {
        this.kind = kind;
        this.kills = kills;
        this.seed = seed;
        this.random = new Random(seed);
        this.stage = new Stage(kind, folder, TRACKERS, WORKERS, LEASE);
        this.script = new Script(stage, random);
    }

    /** Kills, lets the last process finish, and looks at what is left. */
    void run() throws Exception {
        var at = 0;
        var last = "training";
        try {
            listenToTheTracker();
            train();
            for (at = 1; at <= kills; at++) {
                last = "kill-" + at;
                liveAndDie(last);
            }
            last = "last";
            finish();
            assertAll();
            report();
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(words(at, last), failure);
        } finally {
            killer.shutdownNow();
            stage.close();
        }
    }

    private String words(int at, String last) {
        var log = stage.actors().stream()
                .filter(actor -> actor.process().name().equals(last))
                .map(actor -> actor.process().log())
                .findFirst()
                .orElse("there is no log");
        return "%s, seed %d, kill %d of %d; %s".formatted(kind, seed, at, kills, log);
    }

    private void listenToTheTracker() {
        stage.github.webhooks().hold();
        stage.repositories.forEach(repository ->
                repository.addWebhook("http://127.0.0.1:9/hook", Setting.HOOK_SECRET, "issues", "issue_comment"));
    }

    // The first process is not killed: it leaves an archive of classes, and shows how long a start takes.
    private void train() {
        var actor = stage.startTraining();
        assertThat(actor.process().isReady()).isTrue();
        for (var order = 0; order < 60; order++) {
            script.answered(actor.process().order(script.next()).orElseThrow());
        }
        actor.end();
        var second = stage.start("second");
        assertThat(second.process().isReady()).isTrue();
        startUp = System.nanoTime() - second.process().startedAt();
        second.end();
    }

    private void liveAndDie(String name) {
        var actor = stage.start(name);
        var moment = (long) (random.nextDouble() * (startUp + WORK.toNanos()));
        var death = killer.schedule(actor::kill, moment, TimeUnit.NANOSECONDS);
        var isReady = actor.process().isReady();
        if (isReady) {
            // Machines get slower and faster.
            startUp = (3 * startUp + System.nanoTime() - actor.process().startedAt()) / 4;
            work(actor);
        } else {
            killsInStartUp++;
        }
        try {
            death.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new AssertionError("The process could not be killed", failure);
        }
    }

    private void work(Stage.Actor actor) {
        for (var answer = actor.process().order(script.next());
                answer.isPresent();
                answer = actor.process().order(script.next())) {
            script.answered(answer.get());
        }
    }

    private void finish() {
        var actor = stage.start("last");
        var process = actor.process();
        assertThat(process.isReady()).isTrue();
        if (script.isUnsure()) {
            script.answered(process.order(script.next()).orElseThrow());
        }
        settle(process);
        for (var tracker = 0; tracker < TRACKERS; tracker++) {
            var order = Host.sync(tracker);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> process.order(order).orElseThrow().equals(Host.QUIET));
        }
        settle(process);
        assertQuiet(actor);
        actor.end();
    }

    private static void settle(WorkerProcess process) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> process.order(Host.rest()).orElseThrow().equals(Host.QUIET));
    }

    // Nothing is written, neither to the tracker nor to the trail, when nothing has happened.
    private void assertQuiet(Stage.Actor actor) {
        var trail = actor.process().order(Host.verify()).orElseThrow();
        var written = stage.sent().size();
        assertThat(trail).startsWith("intact ");
        for (var tracker = 0; tracker < TRACKERS; tracker++) {
            assertThat(actor.process().order(Host.sync(tracker))).contains(Host.QUIET);
        }
        assertThat(actor.process().order(Host.verify())).contains(trail);
        assertThat(actor.process().order(Host.rest())).contains(Host.QUIET);
        assertThat(stage.sent()).hasSize(written);
    }

    private void assertAll() {
        var findings = new Findings(stage);
        Assertions.assertAll(
                findings::assertNothingIsStuck,
                () -> findings.assertOneIssueAndLinkEach(script.tables()),
                findings::assertEachMarkerOnce,
                () -> findings.assertEditsInOrder(script.edits()),
                findings::assertInStep,
                findings::assertTrail);
    }

    private void report() {
        var findings = new Findings(stage);
        var name = kind.name().toLowerCase(Locale.ROOT);
        System.out.printf(
                "figure crash_kills_%s %d in_start_up=%d issues=%d links=%d writes=%d repeated=%d seconds=%d start_up_ms=%d seed=%d%n",
                name,
                kills,
                killsInStartUp,
                findings.issues(),
                findings.links(),
                findings.done().size(),
                findings.repeated(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin),
                TimeUnit.NANOSECONDS.toMillis(startUp),
                seed);
    }
}
