package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker's refusal means: the provider's half of a {@link dev.issuelink.error.TrackerException}. The kernel
 * scrubs every text in it of credentials, clips it and adds the rest. Immutable; withers give changed copies.
 */
public final class TrackerFailure {
    private final ErrorCode code;
    private final String message;
    private final @Nullable String trackerMessage;
    private final List<FieldFault> fieldFaults;
    private final @Nullable String requestId;

    private TrackerFailure(
            ErrorCode code,
            String message,
            @Nullable String trackerMessage,
            List<FieldFault> fieldFaults,
            @Nullable String requestId) {
        this.code = code;
        this.message = message;
        this.trackerMessage = trackerMessage;
        this.fieldFaults = fieldFaults;
        this.requestId = requestId;
    }

    /**
     * A failure of which no more is known.
     *
     * @param code why
     * @param message what happened and what to do, one or two sentences in our words
     * @return the failure
     */
    public static TrackerFailure of(ErrorCode code, String message) {
        return new TrackerFailure(
                Objects.requireNonNull(code, "code"),
                Objects.requireNonNull(message, "message"),
                null,
                List.of(),
                null);
    }

    /**
     * What HTTP itself says of a status; see {@link ErrorReader#byStatus()}.
     *
     * @param status the status, outside 2xx
     * @return the failure
     */
    public static TrackerFailure byStatus(int status) {
        return StatusMeaning.of(status);
    }

    /**
     * With another reason.
     *
     * @param code why
     * @param message what happened and what to do
     * @return a copy
     */
    public TrackerFailure because(ErrorCode code, String message) {
        return new TrackerFailure(code, message, trackerMessage, fieldFaults, requestId);
    }

    /**
     * With the tracker's own words; they need not be scrubbed or clipped.
     *
     * @param trackerMessage the words, or null
     * @return a copy
     */
    public TrackerFailure saying(@Nullable String trackerMessage) {
        return new TrackerFailure(code, message, trackerMessage, fieldFaults, requestId);
    }

    /**
     * With the refused fields.
     *
     * @param fieldFaults the faults
     * @return a copy
     */
    public TrackerFailure refusing(List<FieldFault> fieldFaults) {
        return new TrackerFailure(code, message, trackerMessage, List.copyOf(fieldFaults), requestId);
    }

    /**
     * With the tracker's id of the request.
     *
     * @param requestId the id, or null
     * @return a copy
     */
    public TrackerFailure request(@Nullable String requestId) {
        return new TrackerFailure(code, message, trackerMessage, fieldFaults, requestId);
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
     * What happened and what to do, in our words.
     *
     * @return the message
     */
    public String message() {
        return message;
    }

    /**
     * The tracker's own words, not yet scrubbed. Untrusted.
     *
     * @return the words, or null
     */
    public @Nullable String trackerMessage() {
        return trackerMessage;
    }

    /**
     * The refused fields.
     *
     * @return the faults
     */
    public List<FieldFault> fieldFaults() {
        return fieldFaults;
    }

    /**
     * The tracker's id of the request.
     *
     * @return the id, or null
     */
    public @Nullable String requestId() {
        return requestId;
    }
}
