package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.spi.TrackerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets calls go as the tracker's limits and our own pace allow. A wait that fits into the call's deadline is waited for;
 * any other is refused at once, with the time to come back. Safe for several threads.
 */
final class RateGate {
    private static final Duration UNTOLD = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    // Whoever asks for more is mistaken or malicious, and must not shut us out for good.
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 4;
    private static final int MOST_BUDGETS = 64;
    private static final int MOST_ROUNDS = 1_000;
    private static final String SEARCH = "search";

    private final TrackerContext context;
    private final HttpOptions.State options;
    private final Failures failures;
    private final Semaphore permits;
    private final Map<String, Budget> budgets = new HashMap<>();
    private final Budget tracker = new Budget();
    private Instant nextWrite = Instant.MIN;
    private Instant nextSearch = Instant.MIN;
    private int untoldRefusals;

    RateGate(TrackerContext context, HttpOptions.State options, Failures failures) {
        this.context = context;
        this.options = options;
        this.failures = failures;
        this.permits = new Semaphore(options.concurrency(), true);
    }

    /** Waits until the call may go, and counts it against its budget until {@link #leave}. */
    void enter(CallRun run) {
        // A sleeper and a clock that both stand still must not make this endless.
        for (var round = 0; round < MOST_ROUNDS; round++) {
            var wait = reserve(run.call());
            if (wait.isZero()) {
                return;
            }
            if (!run.deadline().fits(wait)) {
                throw closed(run, context.clock().instant().plus(wait));
            }
            sleep(run, wait);
        }
        throw closed(run, context.clock().instant());
    }

    synchronized void leave(HttpCall call) {
        budget(call.resource()).giveBack();
    }

    /** Waits for one of the few places of calls under way, kept until {@link #release}. */
    void acquire(CallRun run) {
        try {
            if (!permits.tryAcquire(run.deadline().left().toMillis(), TimeUnit.MILLISECONDS)) {
                var error = failures.error(
                        ErrorCode.UNAVAILABLE,
                        run,
                        "Too many calls are under way (" + options.concurrency() + "), and none ended in time.");
                throw AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AttemptFailed.forGood(failures.interrupted(run), Fate.NOT_SENT);
        }
    }

    void release() {
        permits.release();
    }

    void sleep(CallRun run, Duration wait) {
        try {
            context.sleeper().sleep(wait);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AttemptFailed.forGood(failures.interrupted(run), Fate.NOT_SENT);
        }
    }

    synchronized void learn(RateLimit limit) {
        var latest = context.clock().instant().plus(LONGEST);
        var resetAt = limit.resetAt().isAfter(latest) ? latest : limit.resetAt();
        budget(limit.resource()).learn(limit.remaining(), resetAt);
    }

    /** The tracker answers again: a later refusal without a time starts from the shortest wait. */
    synchronized void answered() {
        untoldRefusals = 0;
    }

    /** Closes what the tracker refused, and says until when. */
    synchronized Instant close(HttpCall call, RateLimitReader.Refusal refusal) {
        var now = context.clock().instant();
        var budget = refusal.wholeTracker() ? tracker : budget(call.resource());
        var alreadyClosed = budget.opensAt(now);
        if (refusal.retryAt().isEmpty() && alreadyClosed.isAfter(now)) {
            // Calls that were under way when the gate closed are no further offence.
            return alreadyClosed;
        }
        var until = refusal.retryAt().orElseGet(() -> now.plus(untold()));
        var latest = now.plus(LONGEST);
        budget.closeUntil(Budget.later(until.isAfter(latest) ? latest : until, now.plus(SHORTEST)));
        return budget.opensAt(now);
    }

    private Duration untold() {
        return UNTOLD.multipliedBy(1L << Math.min(untoldRefusals++, MOST_DOUBLINGS));
    }

    /** Takes a place if there is one now, or says how long there is none. */
    private synchronized Duration reserve(HttpCall call) {
        var now = context.clock().instant();
        var budget = budget(call.resource());
        var opensAt = Budget.later(tracker.opensAt(now), budget.opensAt(now));
        nextWrite = paced(now, nextWrite, options.betweenWrites());
        nextSearch = paced(now, nextSearch, options.betweenSearches());
        opensAt = call.isWrite() ? Budget.later(opensAt, nextWrite) : opensAt;
        var search = call.resource().equals(SEARCH);
        opensAt = search ? Budget.later(opensAt, nextSearch) : opensAt;
        if (opensAt.isAfter(now)) {
            return Duration.between(now, opensAt);
        }
        budget.take();
        nextWrite = call.isWrite() ? now.plus(options.betweenWrites()) : nextWrite;
        nextSearch = search ? now.plus(options.betweenSearches()) : nextSearch;
        return Duration.ZERO;
    }

    /** The next turn; never further away than one pause, even if the clock was set back. */
    private static Instant paced(Instant now, Instant next, Duration pause) {
        var latest = now.plus(pause);
        return next.isAfter(latest) ? latest : next;
    }

    /** The names come from headers too, hence the bound: beyond it the names share one budget that stays unknown. */
    private Budget budget(String resource) {
        var known = budgets.get(resource);
        if (known != null) {
            return known;
        }
        return budgets.size() < MOST_BUDGETS ? budgets.computeIfAbsent(resource, name -> new Budget()) : new Budget();
    }

    private AttemptFailed closed(CallRun run, Instant retryAt) {
        var error = failures.error(
                        ErrorCode.RATE_LIMITED,
                        run,
                        "Nothing was sent: the budget \"" + run.call().resource()
                                + "\" is used up or paced. Come back at " + retryAt + ".")
                .retryAt(retryAt);
        return AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
    }
}
