package dev.issuelink.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A verified notice of a tracker, and how far it came. Its identity is tracker and delivery id. */
public final class InboxEntry {
    /** How far a notice came. */
    public enum State {
        /** It waits to be applied. */
        PENDING,
        /** Somebody applies it under a lease. */
        CLAIMED,
        /** It was applied, or needed nothing. */
        DONE,
        /** It was given up. */
        FAILED
    }

    private final String tracker;
    private final String deliveryId;
    private final String kind;
    private final byte[] payload;
    private final Instant receivedAt;
    private final State state;
    private final int attempts;
    private final long fence;
    private final @Nullable String outcome;

    private InboxEntry(
            String tracker,
            String deliveryId,
            String kind,
            byte[] payload,
            Instant receivedAt,
            State state,
            int attempts,
            long fence,
            @Nullable String outcome) {
        this.tracker = Objects.requireNonNull(tracker, "tracker");
        this.deliveryId = Objects.requireNonNull(deliveryId, "deliveryId");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.payload = payload;
        this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
        this.state = Objects.requireNonNull(state, "state");
        this.attempts = attempts;
        this.fence = fence;
        this.outcome = outcome;
    }

    /**
     * A notice that was just received and verified.
     *
     * @param tracker the configured name of the tracker
     * @param deliveryId the tracker's id of the delivery, equal when it is delivered again
     * @param kind the tracker's word for what happened
     * @param payload the verified body; copied
     * @param receivedAt when it was received, by the engine's clock
     * @return the entry
     */
    public static InboxEntry pending(
            String tracker, String deliveryId, String kind, byte[] payload, Instant receivedAt) {
        return new InboxEntry(tracker, deliveryId, kind, payload.clone(), receivedAt, State.PENDING, 0, 0, null);
    }

    /**
     * This entry, further on its way. For store authors.
     *
     * @param state how far it came
     * @param attempts how often it was claimed
     * @param fence the number of the latest claim
     * @param outcome what became of it, or null
     * @return the entry
     */
    public InboxEntry with(State state, int attempts, long fence, @Nullable String outcome) {
        return new InboxEntry(tracker, deliveryId, kind, payload, receivedAt, state, attempts, fence, outcome);
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
     * The tracker's id of the delivery.
     *
     * @return the id, equal when it is delivered again
     */
    public String deliveryId() {
        return deliveryId;
    }

    /**
     * The tracker's word for what happened.
     *
     * @return for example {@code issues}
     */
    public String kind() {
        return kind;
    }

    /**
     * The verified body.
     *
     * @return a copy
     */
    public byte[] payload() {
        return payload.clone();
    }

    /**
     * When it was received, by the engine's clock.
     *
     * @return the time
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * How far it came.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * How often it was claimed.
     *
     * @return the number
     */
    public int attempts() {
        return attempts;
    }

    /**
     * The number of the latest claim; whoever holds a lower one has lost the entry.
     *
     * @return the number, rising with every claim
     */
    public long fence() {
        return fence;
    }

    /**
     * What became of it.
     *
     * @return words for people, or empty
     */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InboxEntry that
                && tracker.equals(that.tracker)
                && deliveryId.equals(that.deliveryId)
                && kind.equals(that.kind)
                && Arrays.equals(payload, that.payload)
                && receivedAt.equals(that.receivedAt)
                && state == that.state
                && attempts == that.attempts
                && fence == that.fence
                && Objects.equals(outcome, that.outcome);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tracker, deliveryId);
    }

    @Override
    public String toString() {
        return "InboxEntry[%s %s, %s, %d bytes, %s]".formatted(tracker, deliveryId, kind, payload.length, state);
    }
}
