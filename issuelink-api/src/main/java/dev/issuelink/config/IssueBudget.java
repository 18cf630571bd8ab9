package dev.issuelink.config;

import java.time.Duration;

/**
 * How many issues may be opened within some time. What goes beyond is gathered in one roll-up issue, so that a storm of
 * events is seen without flooding the tracker.
 *
 * @param issues how many, at least one
 * @param per within which time, longer than zero
 */
public record IssueBudget(int issues, Duration per) {
    /** Checks the components. */
    public IssueBudget {
        if (issues < 1) {
            throw new IllegalArgumentException("issues must be at least 1, but was " + issues);
        }
        if (per.isZero() || per.isNegative()) {
            throw new IllegalArgumentException("per must be longer than zero, but was " + per);
        }
    }

    /**
     * A budget of an hour.
     *
     * @param issues how many, at least one
     * @return the budget
     */
    public static IssueBudget perHour(int issues) {
        return new IssueBudget(issues, Duration.ofHours(1));
    }

    @Override
    public String toString() {
        return issues + " per " + per;
    }
}
