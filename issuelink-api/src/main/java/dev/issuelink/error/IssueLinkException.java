package dev.issuelink.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that IssueLink throws on purpose. Wrong arguments are reported by the plain exceptions of
 * the JDK instead. Messages are written for the person who has to act and never hold a secret.
 */
public abstract class IssueLinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what happened, where, and what to do; without secrets
     * @param cause what led to it, or null
     */
    protected IssueLinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * What happened, where, and what to do.
     *
     * @return the message, never null
     */
    @Override
    public final String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
