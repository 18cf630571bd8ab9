package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What to do about backups, replicas and connection pools. */
final class OperationsAdvice {
    private static final double LONG_USE_MS = 60_000;

    private OperationsAdvice() {}

    static void backup(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var name = Advice.name(event.object().qualifiedName());
        var error = facts.text("backup.error").toLowerCase(Locale.ROOT);
        since(facts.text("backup.last_success_at"), event.occurredAt())
                .ifPresent(age -> advice.add("The last good backup of " + name + " is " + Quantities.duration(age)
                        + " old: make one by hand before anything risky is done."));
        var target = facts.text("backup.target");
        var where = target.isEmpty() ? "where the backup of " + name + " goes" : Advice.name(target);
        advice.when(
                ChangeAdvice.mentions(error, "no space", "disk full", "quota"),
                "There is no space left at " + where + ": remove old backups, or make it larger.");
        advice.when(
                ChangeAdvice.mentions(
                        error, "permission denied", "access denied", "authentication failed", "forbidden"),
                "The backup of " + name + " was not let in: see whether its credentials for " + where
                        + " are still valid.");
    }

    private static Optional<Duration> since(String time, Instant now) {
        try {
            var age = Duration.between(Instant.parse(time), now);
            return Optional.of(age).filter(length -> !length.isNegative() && !length.isZero());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static void replication(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var replica = Advice.name(facts.text("replication.replica"));
        var lag = facts.numberOrNaN("replication.lag_seconds");
        var before = facts.numberOrNaN("replication.previous_lag_seconds");
        advice.when(
                lag > before,
                replica + " falls further behind, from " + Quantities.shown(before, "seconds") + " to "
                        + Quantities.shown(lag, "seconds")
                        + ": look for long transactions and heavy writes, and for load on the replica.");
        advice.when(
                lag < before,
                replica + " is catching up, from " + Quantities.shown(before, "seconds") + " to "
                        + Quantities.shown(lag, "seconds") + ": see whether it goes on before anything is done.");
        advice.when(
                !facts.text("replication.error").isEmpty(),
                replica + " reports an error: mend that first, as it does not catch up by itself.");
    }

    static void pool(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var pool = Advice.name(facts.text("pool.name"));
        var longest = facts.numberOrNaN("pool.longest_use_ms");
        var leaks = !facts.text("pool.leak_trace").isEmpty();
        advice.when(leaks, "A connection of " + pool + " was not given back: close it where the trace above took it.");
        advice.when(
                !leaks && longest >= LONG_USE_MS,
                "A connection of " + pool + " has been in use for " + Quantities.shown(longest, "ms")
                        + ": look for one that is not given back, or a transaction that does not end.");
        advice.when(
                !leaks && !(longest >= LONG_USE_MS) && facts.numberOrNaN("pool.waiting") > 0,
                Quantities.number(facts.numberOrNaN("pool.waiting")) + " requests wait for " + pool
                        + ": shorten transactions, or allow more than "
                        + Quantities.number(facts.numberOrNaN("pool.maximum")) + " connections.");
    }
}
