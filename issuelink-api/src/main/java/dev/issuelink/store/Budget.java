package dev.issuelink.store;

import java.time.Duration;
import java.util.Objects;

/**
 * How often something may happen in a span of time. The span begins when something is spent of a budget of which
 * nothing is left over from an earlier span.
 *
 * @param name what it is for
 * @param most how often at most in the span; 0 for never
 * @param per the length of the span, positive
 */
public record Budget(String name, int most, Duration per) {
    /** Checks the components. */
    public Budget {
        Objects.requireNonNull(name, "name");
        if (most < 0) {
            throw new IllegalArgumentException("A budget must not be negative, but was " + most);
        }
        if (per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("The span of a budget must be positive, but was " + per);
        }
    }
}
