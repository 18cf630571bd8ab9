package dev.issuelink.core.internal.commit;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.host.HostListener;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host what was committed: one notice after the other, in the order of the commits, on one thread of its own.
 * When the host is slower than the engine for long, the engine waits for it before it commits more; the host's own
 * calls from within its listener never wait.
 */
public final class HostNotifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostNotifier.class);
    private static final int LONGEST_QUEUE = 10_000;
    private static final long LONGEST_FAREWELL_MILLIS = 5_000;

    private final HostListener listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Consumer<HostListener>> queue = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;
    private boolean ended;

    public HostNotifier(HostListener listener) {
        this.listener = listener;
        this.thread = new Thread(this::run, "issuelink-notifier");
        this.thread.setDaemon(true);
    }

    /** Begins to tell. */
    public void start() {
        thread.start();
    }

    /** Tells everything that was committed before, then ends. Waits for that some seconds at most. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (Thread.currentThread() != thread) {
            joinQuietly();
        }
    }

    /** Waits while the host is far behind. */
    void awaitRoom() {
        lock.lock();
        try {
            while (queue.size() >= LONGEST_QUEUE && !closed && Thread.currentThread() != thread) {
                changed.await();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Never waits, so that what was committed is told, and in order. */
    void tell(Notices notices) {
        lock.lock();
        try {
            if (ended && !notices.all().isEmpty()) {
                LOG.warn("The host is not told of a committed change, because the engine is closed");
            } else {
                queue.addAll(notices.all());
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (var next = next(); next.isPresent(); next = next()) {
            tell(next.get());
        }
    }

    private Optional<Consumer<HostListener>> next() {
        lock.lock();
        try {
            while (queue.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            ended = queue.isEmpty();
            changed.signalAll();
            return Optional.ofNullable(queue.poll());
        } finally {
            lock.unlock();
        }
    }

    private void tell(Consumer<HostListener> notice) {
        try {
            notice.accept(listener);
        } catch (RuntimeException | Error failure) {
            LOG.warn(
                    "The host's listener failed; what it was told of is stored all the same: {}",
                    Failures.describe(failure));
        }
        if (Thread.interrupted()) {
            LOG.debug("The host's listener left its thread interrupted");
        }
    }

    private void joinQuietly() {
        try {
            thread.join(LONGEST_FAREWELL_MILLIS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
