package dev.issuelink.core.internal.codec;

import java.time.Instant;
import java.util.Optional;

/**
 * The events of a fingerprint, counted.
 *
 * @param count how many there were
 * @param first when the first one happened, by the host's clock
 * @param last when the latest one happened, by the host's clock
 * @param lastEvent the digest of the one that was told of last
 * @param unreported how many of them the issue does not tell of yet
 * @param unreportedSince when the first of these was told of, by the engine's clock
 */
public record Tally(
        long count, Instant first, Instant last, String lastEvent, long unreported, Optional<Instant> unreportedSince) {
    /** The first event, which its issue tells of. */
    public static Tally of(Instant occurredAt, String event) {
        return new Tally(1, occurredAt, occurredAt, event, 0, Optional.empty());
    }

    /** One more, which a comment has to tell of. */
    public Tally plusUnreported(Instant occurredAt, String event, Instant now) {
        return new Tally(
                count + 1,
                earlier(first, occurredAt),
                later(last, occurredAt),
                event,
                unreported + 1,
                Optional.of(unreportedSince.orElse(now)));
    }

    /** One more, which what is written anyway tells of, with all that were not told of. */
    public Tally plusReported(Instant occurredAt, String event) {
        return new Tally(count + 1, earlier(first, occurredAt), later(last, occurredAt), event, 0, Optional.empty());
    }

    /** One more, which nobody has to be told of. */
    public Tally plusSilent(Instant occurredAt, String event) {
        return new Tally(
                count + 1, earlier(first, occurredAt), later(last, occurredAt), event, unreported, unreportedSince);
    }

    /** The same, and the issue tells of all. */
    public Tally reported() {
        return new Tally(count, first, last, lastEvent, 0, Optional.empty());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
