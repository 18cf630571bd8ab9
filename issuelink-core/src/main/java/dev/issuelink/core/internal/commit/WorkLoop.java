package dev.issuelink.core.internal.commit;

import dev.issuelink.core.internal.Failures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few threads that do one thing as long as there is something to do, and then wait until somebody calls, something
 * falls due, or a short time has passed in which another node may have left work.
 */
public final class WorkLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);

    private final List<Thread> threads = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition called = lock.newCondition();
    private final BooleanSupplier step;
    private final Supplier<Optional<Duration>> untilNext;
    private final Duration idle;
    private final CountDownLatch running;
    private long calls;
    private volatile boolean closed;

    /**
     * Prepares the threads.
     *
     * @param name what they are called
     * @param count how many
     * @param step does one thing; false if there was nothing to do
     * @param untilNext how long to wait until something falls due
     * @param idle the longest wait
     */
    public WorkLoop(
            String name, int count, BooleanSupplier step, Supplier<Optional<Duration>> untilNext, Duration idle) {
        this.step = step;
        this.untilNext = untilNext;
        this.idle = idle;
        this.running = new CountDownLatch(count);
        for (var number = 1; number <= count; number++) {
            var thread = new Thread(this::run, "issuelink-" + name + "-" + number);
            thread.setDaemon(true);
            threads.add(thread);
        }
    }

    /** Begins. */
    public void start() {
        threads.forEach(Thread::start);
    }

    /** Says that there may be something to do. */
    public void call() {
        lock.lock();
        try {
            calls++;
            called.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets every thread finish what it does, and ends them; after some seconds they are interrupted. Called on one of
     * these threads, it waits for none.
     */
    @Override
    public void close() {
        closed = true;
        call();
        if (!threads.contains(Thread.currentThread())) {
            awaitEnd(2);
            threads.forEach(Thread::interrupt);
            awaitEnd(5);
        }
    }

    private void run() {
        try {
            while (!closed) {
                // Nobody but close() ends a thread; an interrupt that foreign code left behind does not.
                if (Thread.interrupted()) {
                    LOG.debug(
                            "{} was interrupted and goes on",
                            Thread.currentThread().getName());
                }
                var seen = calls();
                stepSafely().ifPresent(pause -> await(seen, pause));
            }
        } finally {
            running.countDown();
        }
    }

    /** How long to pause now; empty if there was something to do. Whatever is thrown, the thread lives on. */
    private Optional<Duration> stepSafely() {
        try {
            return step.getAsBoolean() ? Optional.empty() : Optional.of(pause());
        } catch (RuntimeException | Error failure) {
            if (!closed) {
                LOG.warn("{} will try again: {}", Thread.currentThread().getName(), Failures.describe(failure));
            }
            return Optional.of(idle);
        }
    }

    private long calls() {
        lock.lock();
        try {
            return calls;
        } finally {
            lock.unlock();
        }
    }

    private void await(long seen, Duration pause) {
        var nanos = pause.toNanos();
        lock.lock();
        try {
            while (!closed && calls == seen && nanos > 0) {
                nanos = called.awaitNanos(nanos);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    // Never zero: what is due and yet could not be claimed is held by another.
    private Duration pause() {
        var due = untilNext.get().orElse(idle);
        var shortest = Duration.ofMillis(10);
        return due.compareTo(idle) > 0 ? idle : due.compareTo(shortest) < 0 ? shortest : due;
    }

    // In vain at once if the caller is interrupted, or after that time.
    private void awaitEnd(long seconds) {
        try {
            if (!running.await(seconds, TimeUnit.SECONDS)) {
                LOG.debug("{} threads have not ended yet", running.getCount());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
