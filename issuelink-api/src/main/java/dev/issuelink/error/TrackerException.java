package dev.issuelink.error;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tracker did not do what it was asked. {@link #code()} says why in the same words for every tracker; everything else
 * is detail for people. Providers make it with {@link #of}; it holds no type of any HTTP library.
 */
public final class TrackerException extends IssueLinkException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TRACKER_MESSAGE = 500;

    private final ErrorCode code;
    private final String tracker;
    private final String operation;
    private final boolean retryable;
    private final transient Details details;

    private TrackerException(Builder builder) {
        super(builder.text(), builder.cause);
        this.code = builder.code;
        this.tracker = builder.tracker;
        this.operation = builder.operation;
        this.retryable = builder.retryable;
        this.details = new Details(
                Optional.ofNullable(builder.retryAt),
                Optional.ofNullable(builder.requestId),
                Optional.ofNullable(builder.trackerMessage),
                builder.fieldFaults);
    }

    private record Details(
            Optional<Instant> retryAt,
            Optional<String> requestId,
            Optional<String> trackerMessage,
            List<FieldFault> fieldFaults) {}

    /**
     * Starts an exception.
     *
     * @param code why
     * @param tracker the configured name of the tracker
     * @param operation what was tried, as the adapter method is called, for example {@code createIssue}
     * @return a builder; unless told otherwise, only {@link ErrorCode#RATE_LIMITED} and {@link ErrorCode#UNAVAILABLE}
     *     are retryable
     */
    public static Builder of(ErrorCode code, String tracker, String operation) {
        return new Builder(code, tracker, operation);
    }

    /**
     * The exception of an operation that this tracker, or this credential, cannot do.
     *
     * @param tracker the configured name of the tracker
     * @param operation what was asked
     * @param advice what to do instead, one sentence
     * @return the exception, to be thrown
     */
    public static TrackerException unsupported(String tracker, String operation, String advice) {
        return of(ErrorCode.UNSUPPORTED, tracker, operation).message(advice).build();
    }

    /**
     * Why.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * The configured name of the tracker.
     *
     * @return the name
     */
    public String tracker() {
        return tracker;
    }

    /**
     * What was tried.
     *
     * @return the operation's name
     */
    public String operation() {
        return operation;
    }

    /**
     * Whether the same call may succeed later without anybody changing anything. Never true of
     * {@link ErrorCode#OUTCOME_UNKNOWN}: there the marker must be looked up first.
     *
     * @return true if a later repetition makes sense
     */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The earliest time at which the tracker will answer again, on the clock that the engine was given.
     *
     * @return the time, or empty if the tracker named none
     */
    public Optional<Instant> retryAt() {
        return details.retryAt();
    }

    /**
     * The tracker's own id of the failed request, for its support.
     *
     * @return the id, or empty
     */
    public Optional<String> requestId() {
        return details.requestId();
    }

    /**
     * The tracker's own words, clipped to 500 characters and scrubbed of credentials. Untrusted text.
     *
     * @return the words, or empty
     */
    public Optional<String> trackerMessage() {
        return details.trackerMessage();
    }

    /**
     * The fields that the tracker refused.
     *
     * @return the faults; empty unless the code is {@link ErrorCode#VALIDATION} or {@link ErrorCode#CONFLICT}
     */
    public List<FieldFault> fieldFaults() {
        return details.fieldFaults();
    }

    /** Collects what is known of a failure. Not for several threads. */
    public static final class Builder {
        private final ErrorCode code;
        private final String tracker;
        private final String operation;
        private boolean retryable;
        private String message = "";
        private List<FieldFault> fieldFaults = List.of();
        private @Nullable Instant retryAt;
        private @Nullable String requestId;
        private @Nullable String trackerMessage;
        private @Nullable Throwable cause;

        private Builder(ErrorCode code, String tracker, String operation) {
            this.code = Objects.requireNonNull(code, "code");
            this.tracker = Objects.requireNonNull(tracker, "tracker");
            this.operation = Objects.requireNonNull(operation, "operation");
            this.retryable = code == ErrorCode.RATE_LIMITED || code == ErrorCode.UNAVAILABLE;
        }

        /**
         * Says what happened and what to do.
         *
         * @param message one or two sentences without secrets
         * @return this
         */
        public Builder message(String message) {
            this.message = Objects.requireNonNull(message, "message");
            return this;
        }

        /**
         * Overrides whether a later repetition makes sense.
         *
         * @param retryable whether
         * @return this
         */
        public Builder retryable(boolean retryable) {
            this.retryable = retryable && code != ErrorCode.OUTCOME_UNKNOWN;
            return this;
        }

        /**
         * Names the earliest time of a repetition.
         *
         * @param retryAt the time, or null if unknown
         * @return this
         */
        public Builder retryAt(@Nullable Instant retryAt) {
            this.retryAt = retryAt;
            return this;
        }

        /**
         * Keeps the tracker's request id.
         *
         * @param requestId the id, or null
         * @return this
         */
        public Builder requestId(@Nullable String requestId) {
            this.requestId = requestId;
            return this;
        }

        /**
         * Keeps the tracker's own words, already scrubbed of credentials; they are clipped here.
         *
         * @param trackerMessage the words, or null
         * @return this
         */
        public Builder trackerMessage(@Nullable String trackerMessage) {
            this.trackerMessage = trackerMessage == null ? null : clip(trackerMessage);
            return this;
        }

        /**
         * Names the refused fields.
         *
         * @param fieldFaults the faults
         * @return this
         */
        public Builder fieldFaults(List<FieldFault> fieldFaults) {
            this.fieldFaults = List.copyOf(fieldFaults);
            return this;
        }

        /**
         * Keeps what led to it.
         *
         * @param cause the cause, or null
         * @return this
         */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        /**
         * Makes the exception.
         *
         * @return the exception, to be thrown
         */
        public TrackerException build() {
            return new TrackerException(this);
        }

        private String text() {
            var text = new StringBuilder()
                    .append(tracker)
                    .append(": ")
                    .append(operation)
                    .append(" failed (")
                    .append(code)
                    .append(")");
            if (!message.isEmpty()) {
                text.append(": ").append(message);
            }
            if (!fieldFaults.isEmpty()) {
                text.append(" Refused: ").append(clip(fieldFaults.toString()));
            }
            if (trackerMessage != null) {
                text.append(" The tracker said: \"").append(trackerMessage).append('"');
            }
            if (requestId != null) {
                text.append(" (request ").append(requestId).append(")");
            }
            return text.toString();
        }

        private static String clip(String words) {
            if (words.codePointCount(0, words.length()) <= LONGEST_TRACKER_MESSAGE) {
                return words;
            }
            return words.substring(0, words.offsetByCodePoints(0, LONGEST_TRACKER_MESSAGE - 1)) + "…";
        }
    }
}
