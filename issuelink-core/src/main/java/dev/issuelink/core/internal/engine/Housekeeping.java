package dev.issuelink.core.internal.engine;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.core.internal.Retention;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets writes, notices and entries of the audit trail that came to their end long ago, so that the store does not
 * grow for ever. Each batch is a transaction of its own; what fails is tried again with the next turn.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int AT_ONCE = 500;

    /** Forgets a batch of what is older than a time, and says how many. */
    @FunctionalInterface
    private interface Pruning {
        int prune(StoreTransaction transaction, Instant before);
    }

    private final IssueLinkStores stores;
    private final Clock clock;
    private final Retention retention;

    Housekeeping(IssueLinkStores stores, Clock clock, Retention retention) {
        this.stores = stores;
        this.clock = clock;
        this.retention = retention;
    }

    // A turn never fails, so nobody has to look at its future.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start(ScheduledExecutorService scheduler) {
        scheduler.scheduleWithFixedDelay(this::forgetOld, 1, 60, TimeUnit.MINUTES);
    }

    void forgetOld() {
        forget("writes", retention.finished(), (store, before) -> store.outbox().prune(before, AT_ONCE));
        forget("notices", retention.finished(), (store, before) -> store.inbox().prune(before, AT_ONCE));
        retention
                .audit()
                .ifPresent(kept -> forget(
                        "audit entries", kept, (store, before) -> store.audit().prune(before, AT_ONCE)));
    }

    private void forget(String what, Duration kept, Pruning pruning) {
        var forgotten = 0L;
        try {
            var before = before(kept);
            int batch;
            do {
                batch = stores.inTransaction(store -> pruning.prune(store, before));
                forgotten += batch;
            } while (batch == AT_ONCE);
        } catch (RuntimeException | Error failure) {
            LOG.warn("Old {} could not be forgotten and will be later: {}", what, Failures.describe(failure));
        }
        LOG.debug("{} old {} forgotten", forgotten, what);
    }

    private Instant before(Duration kept) {
        try {
            return clock.instant().minus(kept);
        } catch (DateTimeException | ArithmeticException everything) {
            return Instant.MIN;
        }
    }
}
