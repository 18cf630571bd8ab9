package dev.issuelink.core.internal.commit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Lets every thread finish what it does, and ends them; after some seconds they are interrupted. */
    @Override
    public void close() {
        closed = true;
        call();
        threads.forEach(thread -> join(thread, 2_000));
        threads.forEach(Thread::interrupt);
        threads.forEach(thread -> join(thread, 5_000));
    }

    private void run() {
        while (!closed && !Thread.currentThread().isInterrupted()) {
            var seen = calls();
            if (!stepSafely()) {
                await(seen);
            }
        }
    }

    private boolean stepSafely() {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.warn("{} will try again", Thread.currentThread().getName(), failure);
            }
            return false;
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

    private void await(long seen) {
        var nanos = pause().toNanos();
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
        try {
            var due = untilNext.get().orElse(idle);
            var shortest = Duration.ofMillis(10);
            return due.compareTo(idle) > 0 ? idle : due.compareTo(shortest) < 0 ? shortest : due;
        } catch (RuntimeException failure) {
            return idle;
        }
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
