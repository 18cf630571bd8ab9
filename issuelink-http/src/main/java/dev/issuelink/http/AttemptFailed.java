package dev.issuelink.http;

import dev.issuelink.error.TrackerException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One attempt failed. Never leaves the kernel: the whole call is judged by what became of all its attempts. */
final class AttemptFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    enum Fate {
        /** It surely never left. */
        NOT_SENT,
        /** The tracker said that it did not carry it out, because of a limit. */
        NOT_EXECUTED,
        /** The tracker did not accept the credential, and so did not carry it out. */
        UNAUTHORIZED,
        /** The tracker gave a final answer. */
        ANSWERED,
        /** It left, or may have, and nobody knows what became of it. */
        IN_DOUBT
    }

    private final TrackerException error;
    private final Fate fate;
    private final boolean passing;
    private final transient @Nullable Instant notBefore;

    private AttemptFailed(TrackerException error, Fate fate, boolean passing, @Nullable Instant notBefore) {
        super(error.getMessage(), error, false, false);
        this.error = error;
        this.fate = fate;
        this.passing = passing;
        this.notBefore = notBefore;
    }

    /** Another attempt would fare no better. */
    static AttemptFailed forGood(TrackerException error, Fate fate) {
        return new AttemptFailed(error, fate, false, null);
    }

    /** Another attempt may succeed, though not before the given time. */
    static AttemptFailed passing(TrackerException error, Fate fate, @Nullable Instant notBefore) {
        return new AttemptFailed(error, fate, true, notBefore);
    }

    TrackerException error() {
        return error;
    }

    Fate fate() {
        return fate;
    }

    boolean isPassing() {
        return passing;
    }

    @Nullable
    Instant notBefore() {
        return notBefore;
    }
}
