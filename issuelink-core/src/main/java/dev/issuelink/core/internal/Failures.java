package dev.issuelink.core.internal;

import dev.issuelink.error.IssueLinkException;

/**
 * Says of a failure what may stand in a log: classes, places, and the words of our own exceptions. Nobody knows what
 * the words of others quote.
 */
public final class Failures {
    private static final int DEEPEST = 5;
    private static final int MOST_PLACES = 4;

    private Failures() {}

    /** A line of text without secrets. */
    public static String describe(Throwable failure) {
        var text = new StringBuilder(describeOne(failure));
        var cause = failure.getCause();
        for (var depth = 1; cause != null && depth < DEEPEST; depth++) {
            text.append("; caused by ").append(describeOne(cause));
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String describeOne(Throwable failure) {
        var text = new StringBuilder(failure.getClass().getName());
        if (failure instanceof IssueLinkException) {
            text.append(": ").append(failure.getMessage());
        }
        var places = failure.getStackTrace();
        for (var number = 0; number < Math.min(MOST_PLACES, places.length); number++) {
            text.append(number == 0 ? " at " : ", ").append(places[number]);
        }
        return text.toString();
    }
}
