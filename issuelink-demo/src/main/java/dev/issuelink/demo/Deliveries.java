package dev.issuelink.demo;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Lets the demo wait for what nobody tells it: after a delivery of the tracker there may be something new to see. */
final class Deliveries {
    /** After this time there may be something new without a delivery. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    /** Says that one arrived. */
    void arrive() {
        lock.lock();
        try {
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something can be seen, looking again after each delivery, and now and then.
     *
     * @param complaint what to say if it cannot, up to "within so many seconds"
     */
    void await(BooleanSupplier seen, Duration limit, String complaint) {
        lock.lock();
        try {
            var left = limit.toNanos();
            while (!seen.getAsBoolean()) {
                if (left <= 0) {
                    throw new DemoFailure("%s within %d seconds.".formatted(complaint, limit.toSeconds()));
                }
                var pause = Math.min(left, LOOK_AGAIN_NANOS);
                left -= pause - Math.max(0, arrived.awaitNanos(pause));
            }
        } catch (InterruptedException e) {
            throw Patience.interrupted(e);
        } finally {
            lock.unlock();
        }
    }
}
