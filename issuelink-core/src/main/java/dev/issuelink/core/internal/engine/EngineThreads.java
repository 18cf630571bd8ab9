package dev.issuelink.core.internal.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that are lent out: a few for work done ahead, which refuse when all are busy, and a few for turns. */
final class EngineThreads implements AutoCloseable {
    private static final int MOST_AHEAD = 8;
    /** More than one, so that a tracker whose turn takes hours does not hold up the others. */
    private static final int TURNS = 4;

    private final ThreadPoolExecutor ahead = new ThreadPoolExecutor(
            0, MOST_AHEAD, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons("issuelink-ahead-"));
    private final ScheduledThreadPoolExecutor scheduler =
            new ScheduledThreadPoolExecutor(TURNS, daemons("issuelink-poller-"));

    Executor ahead() {
        return ahead;
    }

    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        ahead.shutdown();
    }

    private static ThreadFactory daemons(String prefix) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
