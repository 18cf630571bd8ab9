package dev.issuelink.verify.processes;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeIssue;
import dev.issuelink.testkit.github.FakeRepository;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A tracker in this process, a store that is empty, and the processes that were started between them. */
final class Stage implements AutoCloseable {
    private static final int PLENTY = 100_000_000;

    final FakeGitHub github =
            FakeGitHub.builder().clock(Clock.systemUTC()).budget("core", PLENTY).start();
    final List<FakeRepository> repositories;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final WorkerArchive archive;
    private final Kind.Place place;
    private final Duration lease;
    private final int workers;
    private final String token;
    private final List<Actor> actors = new ArrayList<>();

    /** A process and its way to the tracker. */
    record Actor(WorkerProcess process, Wire wire) {
        /** Kills the process; what it sent before is carried out by the tracker, and nothing comes after it. */
        void kill() {
            process.kill();
            wire.close();
        }

        void end() {
            process.end();
            wire.close();
        }
    }

    Stage(Kind kind, Path folder, int trackers, int workers, Duration lease) {
        this.archive = new WorkerArchive(folder);
        this.place = kind.open(folder);
        this.lease = lease;
        this.workers = workers;
        this.repositories = IntStream.range(0, trackers)
                .mapToObj(number -> github.addRepository(Setting.OWNER, Setting.repository(number)))
                .toList();
        this.token = github.token(Setting.OWNER);
    }

    String store() {
        return place.store();
    }

    /** Starts a process that leaves behind an archive of the classes that it used. */
    Actor startTraining() {
        return start("training", true);
    }

    /** Starts a process. */
    Actor start(String name) {
        return start(name, false);
    }

    private synchronized Actor start(String name, boolean isTraining) {
        var wire = Wire.to(github.baseUrl(), client);
        var setting = new Setting(place.store(), wire.baseUrl(), token, repositories.size(), workers, lease);
        var command = isTraining ? archive.trainingCommand(setting) : archive.command(setting);
        var actor = new Actor(WorkerProcess.start(name, archive.folder(), command), wire);
        actors.add(actor);
        return actor;
    }

    /** All that were started. */
    synchronized List<Actor> actors() {
        return List.copyOf(actors);
    }

    /** What was written by all, in the order in which it arrived. */
    List<Wire.Sent> sent() {
        return actors().stream()
                .flatMap(actor -> actor.wire().sent().stream())
                .sorted((one, other) -> Long.compare(one.from(), other.from()))
                .toList();
    }

    /** How much was written by all. */
    int written() {
        return actors().stream().mapToInt(actor -> actor.wire().sent().size()).sum();
    }

    /** All issues of all repositories. */
    Stream<FakeIssue> issues() {
        return repositories.stream().flatMap(repository -> repository.issues().stream());
    }

    @Override
    public void close() throws Exception {
        for (var actor : actors()) {
            actor.process().close();
            actor.wire().close();
        }
        github.close();
        place.server().close();
        removeDatabase();
    }

    private void removeDatabase() throws IOException {
        if (!place.store().startsWith("jdbc:")) {
            Files.deleteIfExists(Path.of(place.store()));
        }
    }
}
