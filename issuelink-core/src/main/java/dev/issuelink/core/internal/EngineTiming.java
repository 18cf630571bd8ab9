package dev.issuelink.core.internal;

import java.time.Duration;

/**
 * How an engine works in time.
 *
 * @param workers how many threads carry writes out
 * @param lease after what time the work of a dead node is taken over
 * @param idlePause the longest pause between two looks at the store
 * @param firstRetry the time between the first two attempts of a write
 * @param longestRetry the longest time between two attempts
 * @param giveUpAfter the age at which a write that keeps failing is given up
 */
public record EngineTiming(
        int workers,
        Duration lease,
        Duration idlePause,
        Duration firstRetry,
        Duration longestRetry,
        Duration giveUpAfter) {}
