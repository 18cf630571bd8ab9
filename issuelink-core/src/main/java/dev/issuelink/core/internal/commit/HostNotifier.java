package dev.issuelink.core.internal.commit;

import dev.issuelink.host.HostListener;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the host what was committed: one notice after the other, in the order of the commits, on one thread of its own.
 * When the host is slower than the engine for long, the engine waits for it.
 */
public final class HostNotifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostNotifier.class);
    private static final int LONGEST_QUEUE = 10_000;

    private final HostListener listener;
    private final BlockingQueue<Consumer<HostListener>> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    public HostNotifier(HostListener listener) {
        this.listener = listener;
        this.thread = new Thread(this::run, "issuelink-notifier");
        this.thread.setDaemon(true);
    }

    /** Begins to tell. */
    public void start() {
        thread.start();
    }

    /** Tells everything that was committed before, then ends. */
    @Override
    public void close() {
        closed = true;
        if (queue.offer(ignored -> {}) && Thread.currentThread() != thread) {
            joinQuietly();
        }
    }

    void tell(Notices notices) {
        for (var notice : notices.all()) {
            try {
                queue.put(notice);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                LOG.warn("The host was not told of a committed change, because the thread was interrupted");
                return;
            }
        }
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                tell(queue.take());
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Consumer<HostListener> notice) {
        try {
            notice.accept(listener);
        } catch (RuntimeException | LinkageError | AssertionError failure) {
            LOG.warn("The host's listener failed; what it was told of is stored all the same", failure);
        }
    }

    private void joinQuietly() {
        try {
            thread.join(5_000);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
