package dev.issuelink.error;

import org.jspecify.annotations.Nullable;

/** The store could not do its work. Its transaction was rolled back as a whole; nothing of it remains. */
public final class StoreException extends IssueLinkException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what failed and what to do
     * @param cause the failure of the database or file, or null
     */
    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
