package dev.issuelink.error;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do its work, or what it holds could not be sealed or opened. Its transaction was rolled back as a
 * whole; nothing of it remains.
 */
public final class StoreException extends IssueLinkException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed and what to do
     * @param cause the failure of the database, file or cipher, or null; without secrets
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
