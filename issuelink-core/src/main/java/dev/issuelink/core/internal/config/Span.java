package dev.issuelink.core.internal.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * A length of time that is written as a number, whole or not.
 *
 * @param unit what is counted, for the message
 * @param one how long one of them is
 * @param shortest below, a mistake is likelier than the wish
 * @param longest above, a mistake of units is likelier than the wish
 * @param zero what 0 means, or empty if it means nothing
 */
record Span(String unit, Duration one, BigDecimal shortest, BigDecimal longest, Optional<String> zero) {
    /** From about half a second to a month. */
    static final Span MINUTES = new Span(
            "minutes", Duration.ofMinutes(1), new BigDecimal("0.01"), new BigDecimal("44640"), Optional.empty());

    /** From about a minute to ten years. */
    static final Span DAYS =
            new Span("days", Duration.ofDays(1), new BigDecimal("0.001"), new BigDecimal("3650"), Optional.of("never"));

    /** Reads it; empty means that a fault was reported. */
    Optional<Duration> read(Node node, Values values) {
        return values.number(node)
                .filter(number -> values.accept(node, allowed(number), expected()))
                .map(this::duration);
    }

    private boolean allowed(BigDecimal number) {
        return number.signum() == 0
                ? zero.isPresent()
                : number.compareTo(shortest) >= 0 && number.compareTo(longest) <= 0;
    }

    private String expected() {
        return "must be " + zero.map(meaning -> "0 for " + meaning + ", or ").orElse("") + "a number of " + unit
                + " from " + shortest + " to " + longest + ".";
    }

    private Duration duration(BigDecimal number) {
        if (number.signum() == 0) {
            return Duration.ZERO;
        }
        var millis = number.multiply(BigDecimal.valueOf(one.toMillis())).setScale(0, RoundingMode.HALF_UP);
        return Duration.ofMillis(millis.longValueExact());
    }
}
