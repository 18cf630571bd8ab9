package dev.issuelink.core.internal.outbound;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.store.OutboxEntry;

/** The stored form of a failure: its code, a colon, and words. */
final class Problem {
    private static final String SEPARATOR = ": ";

    private Problem() {}

    static String of(TrackerException failure) {
        return failure.code() + SEPARATOR + failure.getMessage();
    }

    static String of(RuntimeException failure) {
        return failure instanceof TrackerException tracker
                ? of(tracker)
                : ErrorCode.OUTCOME_UNKNOWN + SEPARATOR + failure.getClass().getName();
    }

    /** The failure of an entry that was given up, as far as it was stored. */
    static TrackerException toException(OutboxEntry entry) {
        var problem = entry.outcome().orElse("");
        return TrackerException.of(code(problem), entry.tracker(), entry.operation())
                .message("The write was given up. " + problem)
                .build();
    }

    /** Whether the last attempt of an entry certainly changed nothing. */
    static boolean endedCleanly(OutboxEntry entry) {
        return entry.outcome()
                .map(Problem::code)
                .filter(code -> code != ErrorCode.OUTCOME_UNKNOWN)
                .isPresent();
    }

    private static ErrorCode code(String problem) {
        for (var code : ErrorCode.values()) {
            if (problem.startsWith(code + SEPARATOR)) {
                return code;
            }
        }
        return ErrorCode.OUTCOME_UNKNOWN;
    }
}
