package dev.issuelink;

import java.util.Objects;

/**
 * What became of a webhook request at the door.
 *
 * @param outcome in one word
 * @param httpStatus what the host's web layer should answer
 * @param message one sentence for a log; holds nothing of the request's body
 */
public record WebhookReceipt(Outcome outcome, int httpStatus, String message) {
    /** What became of a request. */
    public enum Outcome {
        /** It was stored and will be applied. */
        ACCEPTED,
        /** It was stored before. */
        DUPLICATE,
        /** It does not come from the tracker, or cannot be read. */
        REJECTED,
        /** It could not be stored; the tracker should deliver it again. */
        UNAVAILABLE
    }

    /** Checks the components. */
    public WebhookReceipt {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(message, "message");
    }
}
