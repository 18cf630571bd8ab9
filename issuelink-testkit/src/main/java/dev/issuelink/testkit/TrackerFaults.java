package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Faults of the tracker in memory, on order. Each order of a "next" call is used up by the first call that it fits;
 * orders are looked at in the order in which they were given. Safe for several threads.
 */
public final class TrackerFaults {
    /** Stands for any operation. */
    public static final String ANY = "*";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** What becomes of one call. */
    record Fault(String operation, boolean writesOnly, boolean afterwards, Function<String, Throwable> failure) {
        boolean fits(String called, boolean write) {
            return (operation.equals(ANY) || operation.equals(called)) && (write || !writesOnly);
        }
    }

    private final String tracker;
    private final Clock clock;
    private final List<Fault> ordered = new ArrayList<>();
    private @Nullable Fault lasting;
    private @Nullable RandomGenerator random;
    private double probability;

    TrackerFaults(String tracker, Clock clock) {
        this.tracker = tracker;
        this.clock = clock;
    }

    /**
     * Fails the next call of an operation before anything is done.
     *
     * @param operation the adapter's method, or {@link #ANY}
     * @param code why it fails
     */
    public synchronized void failNext(String operation, ErrorCode code) {
        ordered.add(new Fault(operation, false, false, called -> failure(code, called)));
    }

    /**
     * Fails the next call of an operation before anything is done.
     *
     * @param operation the adapter's method, or {@link #ANY}
     * @param failure what is thrown
     */
    public synchronized void failNext(String operation, TrackerException failure) {
        ordered.add(new Fault(operation, false, false, called -> failure));
    }

    /**
     * Carries the next call of an operation out, and loses the answer.
     *
     * @param operation the adapter's method, or {@link #ANY} for the next write
     */
    public synchronized void loseAnswerOfNext(String operation) {
        ordered.add(new Fault(operation, operation.equals(ANY), true, this::lost));
    }

    /**
     * Loses the next write on its way to the tracker: it is not carried out, and nobody can tell.
     *
     * @param operation the adapter's method, or {@link #ANY} for the next write
     */
    public synchronized void loseNext(String operation) {
        ordered.add(new Fault(operation, operation.equals(ANY), false, this::lost));
    }

    /**
     * Lets the process die just before the next call of an operation reaches the tracker.
     *
     * @param operation the adapter's method, or {@link #ANY} for the next write
     */
    public synchronized void crashBeforeNext(String operation) {
        ordered.add(
                new Fault(operation, operation.equals(ANY), false, called -> new SimulatedCrash("before " + called)));
    }

    /**
     * Lets the process die when the next call of an operation was carried out and before its answer arrives.
     *
     * @param operation the adapter's method, or {@link #ANY} for the next write
     */
    public synchronized void crashAfterNext(String operation) {
        ordered.add(new Fault(operation, operation.equals(ANY), true, called -> new SimulatedCrash("after " + called)));
    }

    /**
     * Fails all calls before anything is done, until {@link #heal()}.
     *
     * @param code why they fail
     */
    public synchronized void failAll(ErrorCode code) {
        lasting = new Fault(ANY, false, false, called -> failure(code, called));
    }

    /**
     * Lets calls fail now and then, until {@link #heal()}: the tracker is away or limits us, a write is lost on its way,
     * or its answer is.
     *
     * @param generator where the choice comes from; give it a seed, and one thread gets the same faults again
     * @param share how many calls fail, from 0 to 1
     */
    public synchronized void failRandomly(RandomGenerator generator, double share) {
        random = generator;
        probability = share;
    }

    /** Takes back all orders. */
    public synchronized void heal() {
        ordered.clear();
        lasting = null;
        random = null;
    }

    synchronized Optional<Fault> next(String operation, boolean write) {
        for (var fault : ordered) {
            if (fault.fits(operation, write)) {
                ordered.remove(fault);
                return Optional.of(fault);
            }
        }
        return lasting == null ? byChance(write) : Optional.of(lasting);
    }

    private Optional<Fault> byChance(boolean write) {
        if (random == null || random.nextDouble() >= probability) {
            return Optional.empty();
        }
        return Optional.of(
                switch (random.nextInt(write ? 4 : 2)) {
                    case 0 -> new Fault(ANY, false, false, called -> failure(ErrorCode.UNAVAILABLE, called));
                    case 1 -> new Fault(ANY, false, false, called -> failure(ErrorCode.RATE_LIMITED, called));
                    case 2 -> new Fault(ANY, true, false, this::lost);
                    default -> new Fault(ANY, true, true, this::lost);
                });
    }

    private TrackerException lost(String operation) {
        return failure(ErrorCode.OUTCOME_UNKNOWN, operation);
    }

    private TrackerException failure(ErrorCode code, String operation) {
        return TrackerException.of(code, tracker, operation)
                .message("The test ordered this fault.")
                .retryAt(code == ErrorCode.RATE_LIMITED ? clock.instant().plus(LIMIT) : null)
                .build();
    }
}
