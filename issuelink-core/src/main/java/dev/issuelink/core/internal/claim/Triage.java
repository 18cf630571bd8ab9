package dev.issuelink.core.internal.claim;

import dev.issuelink.Verdict;
import dev.issuelink.config.ResolutionPolicy;
import dev.issuelink.core.internal.codec.ClaimContent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an event comes to, from what is known of its problem. Nothing else decides; the table in
 * {@code docs/exactly-one.md} says the same line by line.
 */
public final class Triage {
    /** How often within a day an issue is opened again before it counts as one that comes and goes. */
    static final int MOST_REOPENINGS = 3;

    static final Duration FLAPPING_SPAN = Duration.ofDays(1);

    /** For how long an issue that comes and goes must be quiet before it is closed. */
    public static final Duration QUIET = Duration.ofHours(1);

    private Triage() {}

    /**
     * What an event comes to that tells of a problem.
     *
     * @param known what is known of the problem
     * @param occurredAt when the event happened
     * @param event the event's digest
     * @param reopenWithin for how long after its closing an issue is opened again rather than another one
     */
    public static Ruling problem(
            Optional<KnownProblem> known, Instant occurredAt, String event, Duration reopenWithin) {
        if (known.isEmpty()) {
            return new Ruling(Verdict.OPENED, "it is the first of its kind");
        }
        var problem = known.get();
        if (problem.content().tally().lastEvent().equals(event)) {
            return new Ruling(Verdict.REPEATED, "it is the event that came last");
        }
        return switch (problem.standing().state()) {
            case OPENING -> new Ruling(Verdict.COUNTED, "its issue is about to be opened");
            case GIVEN_UP ->
                new Ruling(
                        Verdict.COUNTED,
                        "the write that opens its issue was given up and waits for a person to have it tried again");
            case OPEN -> new Ruling(Verdict.COUNTED, "its issue is open");
            case DECLINED -> new Ruling(Verdict.DECLINED, "a person decided against its issue");
            case DELETED -> afterDeletion(problem.standing(), occurredAt);
            case CLOSED -> afterClosing(problem.standing(), occurredAt, reopenWithin);
        };
    }

    private static Ruling afterDeletion(Standing standing, Instant occurredAt) {
        return occurredAt.isAfter(standing.endedAt())
                ? new Ruling(Verdict.OPENED_AGAIN, "its issue was deleted")
                : new Ruling(Verdict.STALE, "it happened before its issue was deleted");
    }

    private static Ruling afterClosing(Standing standing, Instant occurredAt, Duration reopenWithin) {
        if (!occurredAt.isAfter(standing.endedAt())) {
            return new Ruling(Verdict.STALE, "it happened before its issue was closed");
        }
        var isShort = Duration.between(standing.endedAt(), occurredAt).compareTo(reopenWithin) <= 0;
        return isShort && !reopenWithin.isZero()
                ? new Ruling(Verdict.REOPENED, "its issue was closed a short while ago")
                : new Ruling(Verdict.OPENED_AGAIN, "its issue was closed too long ago to be opened again");
    }

    /**
     * What an event comes to that tells of the end of a problem.
     *
     * @param known what is known of the problem
     * @param occurredAt when the event happened
     * @param policy what the rule wants
     * @param now by the engine's clock
     */
    public static Ruling end(Optional<KnownProblem> known, Instant occurredAt, ResolutionPolicy policy, Instant now) {
        if (known.isEmpty()) {
            return new Ruling(Verdict.NOTHING_OPEN, "no issue was opened for it");
        }
        var problem = known.get();
        return switch (problem.standing().state()) {
            case GIVEN_UP -> new Ruling(Verdict.NOTHING_OPEN, "its issue could not be opened");
            case CLOSED, DECLINED -> new Ruling(Verdict.NOTHING_OPEN, "its issue is closed");
            case DELETED -> new Ruling(Verdict.NOTHING_OPEN, "its issue was deleted");
            case OPENING, OPEN -> {
                if (occurredAt.isBefore(problem.content().tally().last())) {
                    yield new Ruling(Verdict.STALE, "the problem was seen after it");
                }
                yield ending(problem, policy, now);
            }
        };
    }

    private static Ruling ending(KnownProblem problem, ResolutionPolicy policy, Instant now) {
        return switch (policy) {
            case IGNORE -> new Ruling(Verdict.IGNORED, "the rule leaves its issues open");
            case COMMENT -> new Ruling(Verdict.NOTED, "the rule leaves closing to people");
            case CLOSE ->
                isFlapping(problem.content(), now)
                        ? new Ruling(Verdict.DAMPED, "it comes and goes, so its issue is closed after a quiet time")
                        : new Ruling(Verdict.RESOLVED, "the problem is over");
        };
    }

    static boolean isFlapping(ClaimContent content, Instant now) {
        var since = now.minus(FLAPPING_SPAN);
        return content.reopenings().stream().filter(since::isBefore).count() >= MOST_REOPENINGS;
    }
}
