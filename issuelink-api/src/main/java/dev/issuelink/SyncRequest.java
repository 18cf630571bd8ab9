package dev.issuelink;

import dev.issuelink.host.CancellationToken;
import java.util.Objects;
import java.util.function.Consumer;

/** What should be read anew of a tracker, and how the host follows it. */
public final class SyncRequest {
    private final String tracker;
    private final boolean fromBeginning;
    private final CancellationToken cancellation;
    private final Consumer<SyncReport> progress;

    private SyncRequest(
            String tracker, boolean fromBeginning, CancellationToken cancellation, Consumer<SyncReport> progress) {
        this.tracker = tracker;
        this.fromBeginning = fromBeginning;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /**
     * What changed since the last time; everything at the first time.
     *
     * @param tracker the configured name of the tracker
     * @return the request
     */
    public static SyncRequest of(String tracker) {
        return new SyncRequest(
                Objects.requireNonNull(tracker, "tracker"), false, CancellationToken.create(), report -> {});
    }

    /**
     * Everything, whatever was read before.
     *
     * @return a request that differs in that
     */
    public SyncRequest fromTheBeginning() {
        return new SyncRequest(tracker, true, cancellation, progress);
    }

    /**
     * With a way to stop it. It stops after the page at hand, and its report is not complete then; what was
     * read remains.
     *
     * @param token the sign to watch
     * @return a request that differs in that
     */
    public SyncRequest cancelledBy(CancellationToken token) {
        return new SyncRequest(tracker, fromBeginning, Objects.requireNonNull(token, "token"), progress);
    }

    /**
     * With somebody who is told after every page what was done so far, on the thread that synchronises.
     *
     * @param listener who is told; what it throws ends the synchronisation
     * @return a request that differs in that
     */
    public SyncRequest reportingTo(Consumer<SyncReport> listener) {
        return new SyncRequest(tracker, fromBeginning, cancellation, Objects.requireNonNull(listener, "listener"));
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
     * Whether everything is read.
     *
     * @return true if what was read before does not matter
     */
    public boolean fromBeginning() {
        return fromBeginning;
    }

    /**
     * The sign to stop.
     *
     * @return the token
     */
    public CancellationToken cancellation() {
        return cancellation;
    }

    /**
     * Who is told after every page.
     *
     * @return the listener
     */
    public Consumer<SyncReport> progress() {
        return progress;
    }
}
