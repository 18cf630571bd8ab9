package dev.issuelink.core.internal.outbound;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.store.OutboxEntry;

/**
 * The stored form of a failure: its code, a colon, words, and at which attempt it was. An entry keeps it while it is
 * tried again, and a process that dies leaves none; so only the number tells how the very last attempt ended.
 */
final class Problem {
    private static final String SEPARATOR = ": ";

    private Problem() {}

    /** Of a write that will be tried again. A doubt about an earlier attempt stays until somebody looked. */
    static String of(OutboxEntry entry, TrackerException failure) {
        var isDoubtful = entry.attempts() > 1 && !endedCleanly(entry);
        return words(failure)
                + (isDoubtful ? " [an earlier attempt may have been carried out]" : retried(entry.attempts()));
    }

    /** Of a write that was given up, so that a further attempt is the will of a person. */
    static String givenUp(OutboxEntry entry, TrackerException failure) {
        return words(failure) + givenUp(entry.attempts());
    }

    /** The failure of an entry that was given up, as far as it was stored. */
    static TrackerException toException(OutboxEntry entry) {
        var problem = entry.outcome().orElse("");
        return TrackerException.of(code(problem), entry.tracker(), entry.operation())
                .message("The write was given up. " + problem)
                .build();
    }

    /**
     * Whether a claimed entry may be carried out without being looked for: its last attempt certainly changed nothing,
     * or it was given up and a person wants it tried again.
     */
    static boolean endedCleanly(OutboxEntry entry) {
        var problem = entry.outcome().orElse("");
        var last = entry.attempts() - 1;
        return problem.endsWith(givenUp(last))
                || (problem.endsWith(retried(last)) && code(problem) != ErrorCode.OUTCOME_UNKNOWN);
    }

    private static String words(TrackerException failure) {
        return failure.code() + SEPARATOR + failure.getMessage();
    }

    private static String retried(int attempt) {
        return " [attempt " + attempt + "]";
    }

    private static String givenUp(int attempt) {
        return " [given up at attempt " + attempt + "]";
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
