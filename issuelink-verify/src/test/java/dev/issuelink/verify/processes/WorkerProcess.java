package dev.issuelink.verify.processes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running process, as those see it who give it orders. It never outlives the test: see {@link Worker}. */
final class WorkerProcess implements AutoCloseable {
    private static final String DEAD = "dead";
    private static final long PATIENCE_SECONDS = 180;
    private static final int LAST_LINES = 40;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    /**
     * Something that it told of itself.
     *
     * @param at when it was heard, by {@link System#nanoTime()}
     * @param words what it told
     */
    record Note(long at, List<String> words) {}

    private final String name;
    private final Process process;
    private final Path log;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<Note> notes = new CopyOnWriteArrayList<>();
    private final long startedAt = System.nanoTime();
    private volatile OptionalLong diedAt = OptionalLong.empty();
    private volatile boolean killed;
    private final Thread listening;

    private WorkerProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.listening = new Thread(this::listen, "answers of " + name);
        listening.setDaemon(true);
    }

    /** Starts a process whose log gets that name. */
    static WorkerProcess start(String name, Path folder, List<String> command) {
        try {
            var log = folder.resolve(name + ".log");
            var builder = new ProcessBuilder(command).redirectError(log.toFile());
            // What this process was told about memory and agents is not for its children.
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            var process = builder.start();
            RUNNING.add(process);
            var worker = new WorkerProcess(name, process, log);
            worker.listening.start();
            return worker;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(Worker.READY) || line.startsWith(Worker.ANSWER)) {
                    answers.add(line);
                } else {
                    notes.add(new Note(System.nanoTime(), List.of(line.split(" ", -1))));
                }
            }
        } catch (IOException broken) {
            notes.add(new Note(System.nanoTime(), List.of("broken")));
        }
        answers.add(DEAD);
    }

    String name() {
        return name;
    }

    long startedAt() {
        return startedAt;
    }

    /** When it was dead for sure; empty as long as it lives. */
    OptionalLong diedAt() {
        return diedAt;
    }

    /** What it told until now; all of it once it is dead. */
    List<Note> notes() {
        return notes;
    }

    /** Whether somebody killed it, or is about to. */
    boolean isKilled() {
        return killed;
    }

    /** Waits until it takes orders; false if it was killed before. */
    boolean isReady() {
        return take().filter(Worker.READY::equals).isPresent();
    }

    /** Gives an order and waits for the answer; empty if it was killed before it answered. */
    Optional<String> order(String order) {
        try {
            orders.write(order + "\n");
            orders.flush();
        } catch (IOException dead) {
            return take().filter(line -> false);
        }
        return take().map(line -> line.substring(Worker.ANSWER.length()));
    }

    private Optional<String> take() {
        try {
            var line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("No answer of " + name + " in time; " + log());
            }
            if (line.equals(DEAD)) {
                answers.add(DEAD);
                if (!killed) {
                    throw new AssertionError(name + " died by itself; " + log());
                }
                return Optional.empty();
            }
            return Optional.of(line);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Kills it, and waits until it is dead and all that it told is heard. */
    void kill() {
        killed = true;
        process.destroyForcibly();
        await();
    }

    /** Lets it end by itself. */
    void end() {
        order(Worker.END);
        await();
        if (process.exitValue() != 0) {
            throw new AssertionError(name + " ended with " + process.exitValue() + "; " + log());
        }
    }

    private void await() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " does not end; " + log());
            }
            diedAt = OptionalLong.of(System.nanoTime());
            listening.join(Duration.ofSeconds(PATIENCE_SECONDS).toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            RUNNING.remove(process);
        }
    }

    /** The last lines of its log. */
    String log() {
        try {
            var lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "the log of " + name + " ends with:\n" + String.join("\n", last);
        } catch (IOException unreadable) {
            return "the log of " + name + " cannot be read: " + unreadable;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        RUNNING.remove(process);
    }
}
