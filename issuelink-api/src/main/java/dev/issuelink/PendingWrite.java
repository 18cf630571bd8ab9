package dev.issuelink;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * A write that is stored in the outbox and will be carried out, even if the process ends now. Waiting for it is a
 * convenience; {@link dev.issuelink.host.HostListener} is told in any case. Safe for several threads.
 *
 * @param <T> what the tracker stored
 */
public interface PendingWrite<T> {
    /**
     * The write's id in the outbox.
     *
     * @return the id
     */
    String id();

    /**
     * Waits until it is carried out or given up.
     *
     * @param timeout for how long
     * @return what the tracker stored
     * @throws dev.issuelink.error.TrackerException if it was given up, with the tracker's reason; with
     *     {@link dev.issuelink.error.ErrorCode#CANCELLED} if the thread was interrupted or the engine was closed; with
     *     {@link dev.issuelink.error.ErrorCode#UNAVAILABLE} if the time is over, in which case it is still tried
     */
    T await(Duration timeout);

    /**
     * The end of the write, as long as this engine lives.
     *
     * @return completes with what the tracker stored, or with the {@link dev.issuelink.error.TrackerException} for which
     *     it was given up, on an engine thread unless it has ended already; with
     *     {@link dev.issuelink.error.ErrorCode#CANCELLED} if the engine is closed before
     */
    CompletionStage<T> completion();
}
