package dev.issuelink.spi;

import java.time.Duration;

/** Waits. Given to adapters so that no test has to. */
@FunctionalInterface
public interface Sleeper {
    /**
     * Waits.
     *
     * @param duration for how long
     * @throws InterruptedException if the thread is interrupted before or meanwhile
     */
    void sleep(Duration duration) throws InterruptedException;
}
