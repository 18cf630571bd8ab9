package dev.issuelink.core.internal.engine;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting in earnest, as engines do unless a test gives them something faster. */
public final class Waiting {
    private Waiting() {}

    /** Waits for as long as it is told, or until the thread is interrupted. */
    public static void forReal(Duration duration) throws InterruptedException {
        var lock = new ReentrantLock();
        var never = lock.newCondition();
        lock.lockInterruptibly();
        try {
            var nanos = duration.toNanos();
            while (nanos > 0) {
                nanos = never.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
