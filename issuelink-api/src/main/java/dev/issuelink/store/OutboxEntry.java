package dev.issuelink.store;

import dev.issuelink.model.Marker;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A write to a tracker that is wanted, and how far it came. */
public final class OutboxEntry {
    /** How far a write came. */
    public enum State {
        /** It waits for its turn. */
        PENDING,
        /** A dispatcher holds it under a lease. */
        CLAIMED,
        /** It was carried out and its result is stored. */
        DONE,
        /** It was given up and needs a person. */
        FAILED
    }

    private record Values(
            String id,
            String tracker,
            String target,
            String operation,
            Marker marker,
            String payload,
            String actor,
            Instant createdAt,
            State state,
            int attempts,
            long fence,
            Optional<String> outcome) {}

    private final Values values;

    private OutboxEntry(Values values) {
        this.values = values;
    }

    /**
     * A write that was never tried.
     *
     * @param id its id, unique in the store
     * @param tracker the configured name of the tracker
     * @param target what it writes to; writes to one target are carried out in the order in which they were appended
     * @param operation what is to be done, for example {@code CREATE_ISSUE}
     * @param marker the mark by which it is found again
     * @param payload what is to be written, made and read by the engine only
     * @param actor who wants it
     * @param createdAt when it was wanted, by the engine's clock
     * @return the entry
     */
    public static OutboxEntry pending(
            String id,
            String tracker,
            String target,
            String operation,
            Marker marker,
            String payload,
            String actor,
            Instant createdAt) {
        return new OutboxEntry(new Values(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(tracker, "tracker"),
                Objects.requireNonNull(target, "target"),
                Objects.requireNonNull(operation, "operation"),
                Objects.requireNonNull(marker, "marker"),
                Objects.requireNonNull(payload, "payload"),
                Objects.requireNonNull(actor, "actor"),
                Objects.requireNonNull(createdAt, "createdAt"),
                State.PENDING,
                0,
                0,
                Optional.empty()));
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
    public OutboxEntry with(State state, int attempts, long fence, @Nullable String outcome) {
        return new OutboxEntry(new Values(
                values.id,
                values.tracker,
                values.target,
                values.operation,
                values.marker,
                values.payload,
                values.actor,
                values.createdAt,
                state,
                attempts,
                fence,
                Optional.ofNullable(outcome)));
    }

    /**
     * Its id, unique in the store.
     *
     * @return the id
     */
    public String id() {
        return values.id;
    }

    /**
     * The configured name of the tracker.
     *
     * @return the name
     */
    public String tracker() {
        return values.tracker;
    }

    /**
     * What it writes to.
     *
     * @return the target; one at a time is claimed of each
     */
    public String target() {
        return values.target;
    }

    /**
     * What is to be done.
     *
     * @return for example {@code CREATE_ISSUE}
     */
    public String operation() {
        return values.operation;
    }

    /**
     * The mark by which it is found again.
     *
     * @return the marker
     */
    public Marker marker() {
        return values.marker;
    }

    /**
     * What is to be written.
     *
     * @return text made and read by the engine only
     */
    public String payload() {
        return values.payload;
    }

    /**
     * Who wants it.
     *
     * @return a user of the host, or a component
     */
    public String actor() {
        return values.actor;
    }

    /**
     * When it was wanted, by the engine's clock.
     *
     * @return the time
     */
    public Instant createdAt() {
        return values.createdAt;
    }

    /**
     * How far it came.
     *
     * @return the state
     */
    public State state() {
        return values.state;
    }

    /**
     * How often it was claimed. Above 1, an earlier attempt may have reached the tracker.
     *
     * @return the number
     */
    public int attempts() {
        return values.attempts;
    }

    /**
     * The number of the latest claim; whoever holds a lower one has lost the entry.
     *
     * @return the number, rising with every claim
     */
    public long fence() {
        return values.fence;
    }

    /**
     * What became of it: the result if it is done, the last problem otherwise.
     *
     * @return text made and read by the engine only, or empty
     */
    public Optional<String> outcome() {
        return values.outcome;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxEntry that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "OutboxEntry[%s %s %s, %s, attempt %d]"
                .formatted(values.id, values.operation, values.target, values.state, values.attempts);
    }
}
