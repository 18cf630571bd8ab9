package dev.issuelink.core.internal.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the engine knows of a fingerprint's events besides their issue.
 *
 * @param tracker the tracker of the issue
 * @param tally the events, counted
 * @param statusWrite the latest write of ours that closes the issue or opens it again
 * @param reopenings when it was opened again, by the engine's clock, the latest ones
 * @param resolution what is to be said and done once the issue can be closed
 * @param heldBack of a roll-up: which objects had how many events since the issue was told of them
 * @param written what the issue said when it was opened, as a digest, to tell whether people changed it
 */
public record ClaimContent(
        String tracker,
        Tally tally,
        Optional<StatusWrite> statusWrite,
        List<Instant> reopenings,
        Optional<PendingResolution> resolution,
        Map<String, Long> heldBack,
        Optional<String> written) {
    private static final int REOPENINGS_KEPT = 10;

    /**
     * A write that closes an issue or opens it again.
     *
     * @param outboxId its id in the outbox
     * @param closes whether it closes the issue
     * @param at when the event happened for which it is written, by the host's clock
     * @param closedAt when the tracker says that it closed the issue for it, by the tracker's clock
     */
    public record StatusWrite(String outboxId, boolean closes, Instant at, Optional<Instant> closedAt) {
        /** A write on its way. */
        public static StatusWrite closing(String outboxId, Instant at) {
            return new StatusWrite(outboxId, true, at, Optional.empty());
        }

        /** A write on its way. */
        public static StatusWrite reopening(String outboxId, Instant at) {
            return new StatusWrite(outboxId, false, at, Optional.empty());
        }
    }

    /**
     * An end of the problem that is not written yet.
     *
     * @param occurredAt when the problem ended, by the host's clock
     * @param due when it is to be written, by the engine's clock, unless the problem comes back before
     * @param comment what is to be said
     * @param closes whether the issue is to be closed
     * @param actor who told of it
     */
    public record PendingResolution(Instant occurredAt, Instant due, String comment, boolean closes, String actor) {}

    public ClaimContent {
        reopenings = List.copyOf(reopenings);
        heldBack = Map.copyOf(heldBack);
    }

    /** What is known after the first event. */
    public static ClaimContent first(String tracker, Tally tally) {
        return new ClaimContent(
                tracker, tally, Optional.empty(), List.of(), Optional.empty(), Map.of(), Optional.empty());
    }

    /** The same with other counts. */
    public ClaimContent with(Tally other) {
        return new ClaimContent(tracker, other, statusWrite, reopenings, resolution, heldBack, written);
    }

    /** The same, with a write on its way that closes the issue or opens it again; no end is left to be written. */
    public ClaimContent with(StatusWrite write) {
        return withStatus(write).resolving(Optional.empty());
    }

    /** The same, with more known of the write that closes the issue or opens it again. */
    public ClaimContent withStatus(StatusWrite write) {
        return new ClaimContent(tracker, tally, Optional.of(write), reopenings, resolution, heldBack, written);
    }

    /** The same, with the issue opened once more. */
    public ClaimContent reopened(Instant now) {
        var latest = new ArrayList<>(reopenings);
        latest.add(now);
        var kept = latest.subList(Math.max(0, latest.size() - REOPENINGS_KEPT), latest.size());
        return new ClaimContent(tracker, tally, statusWrite, kept, resolution, heldBack, written);
    }

    /** The same, with another end of the problem to be written, or none. */
    public ClaimContent resolving(Optional<PendingResolution> other) {
        return new ClaimContent(tracker, tally, statusWrite, reopenings, other, heldBack, written);
    }

    /** The same, with other events that are held back. */
    public ClaimContent holding(Map<String, Long> other) {
        return new ClaimContent(tracker, tally, statusWrite, reopenings, resolution, other, written);
    }

    /** The same, with another issue, of which nothing was changed yet. */
    public ClaimContent writtenAs(String digest) {
        return new ClaimContent(tracker, tally, statusWrite, reopenings, resolution, heldBack, Optional.of(digest));
    }

    /** What is left of it when another issue is opened. */
    public ClaimContent openingAgain(Tally other) {
        return new ClaimContent(
                tracker, other, Optional.empty(), reopenings, Optional.empty(), Map.of(), Optional.empty());
    }
}
