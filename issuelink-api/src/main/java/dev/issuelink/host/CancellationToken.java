package dev.issuelink.host;

/** A sign that a long operation should stop soon. Safe for several threads; once given it stays. */
public final class CancellationToken {
    private volatile boolean cancelled;

    private CancellationToken() {}

    /**
     * A token that is not cancelled yet.
     *
     * @return the token
     */
    public static CancellationToken create() {
        return new CancellationToken();
    }

    /** Asks the operation to stop. What it finished before remains. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * Whether the operation was asked to stop.
     *
     * @return true once {@link #cancel()} was called
     */
    public boolean isCancelled() {
        return cancelled;
    }
}
