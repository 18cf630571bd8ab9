package dev.issuelink.error;

import java.util.Objects;

/** A webhook request was not accepted as coming from the tracker. Nothing of its body was parsed or stored. */
public final class WebhookRejectedException extends IssueLinkException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a webhook request was not accepted. */
    public enum Reason {
        /** No secret is configured for this tracker, so nothing can be verified. */
        NO_SECRET,
        /** The request carries no signature or token. */
        UNSIGNED,
        /** The signature or token is not the right one. */
        WRONG_SIGNATURE,
        /** The signature is right but too old to be trusted. */
        EXPIRED,
        /** The body is larger than this tracker ever sends. */
        TOO_LARGE,
        /** A header that names the delivery or its kind is missing, or the body has no readable form. */
        MALFORMED
    }

    /**
     * Creates the exception.
     *
     * @param reason why
     * @param message what was wrong, without the signature or the secret
     */
    public WebhookRejectedException(Reason reason, String message) {
        super(message, null);
        this.reason = Objects.requireNonNull(reason, "reason");
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
