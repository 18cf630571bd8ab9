package dev.issuelink.http;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Offers one piece of work at a time to an executor that may be slow or refuse. At most one entry of an iterator stands
 * in the executor's queue, and it holds on to nothing that was withdrawn: a busy executor must not keep pages alive.
 */
final class Ahead implements Runnable {
    private final Executor executor;
    private final AtomicReference<@Nullable Runnable> offered = new AtomicReference<>();
    private final AtomicBoolean queued = new AtomicBoolean();

    Ahead(Executor executor) {
        this.executor = executor;
    }

    void offer(Runnable work) {
        offered.set(work);
        if (queued.compareAndSet(false, true)) {
            try {
                executor.execute(this);
            } catch (RejectedExecutionException busy) {
                queued.set(false);
            }
        }
    }

    void withdraw() {
        offered.set(null);
    }

    @Override
    public void run() {
        queued.set(false);
        var work = offered.getAndSet(null);
        if (work != null) {
            work.run();
        }
    }
}
