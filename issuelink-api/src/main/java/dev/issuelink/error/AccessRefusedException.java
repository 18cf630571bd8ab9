package dev.issuelink.error;

/** The host's access policy refused an operation. Nothing was written anywhere but the audit trail. */
public final class AccessRefusedException extends IssueLinkException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message who may not do what, and the policy's reason
     */
    public AccessRefusedException(String message) {
        super(message, null);
    }
}
