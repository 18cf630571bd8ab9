package dev.issuelink.core.internal.engine;

import dev.issuelink.core.internal.Failures;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.StoreTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets writes and notices that came to their end long ago, so that the store does not grow for ever. They are kept
 * for longer than any tracker delivers again or echoes.
 */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 500;

    private final IssueLinkStores stores;
    private final Clock clock;

    Housekeeping(IssueLinkStores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    // A turn never fails, so nobody has to look at its future.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start(ScheduledExecutorService scheduler) {
        scheduler.scheduleWithFixedDelay(this::turn, 1, 60, TimeUnit.MINUTES);
    }

    private void turn() {
        try {
            forgetOld();
        } catch (RuntimeException | Error failure) {
            LOG.warn("Old entries could not be forgotten and will be later: {}", Failures.describe(failure));
        }
    }

    void forgetOld() {
        var before = clock.instant().minus(KEPT);
        var forgotten = AT_ONCE;
        while (forgotten == AT_ONCE) {
            forgotten = stores.inTransaction(
                    transaction -> Math.max(forgetWrites(transaction, before), forgetNotices(transaction, before)));
        }
    }

    private static int forgetWrites(StoreTransaction transaction, Instant before) {
        return transaction.outbox().prune(before, AT_ONCE);
    }

    private static int forgetNotices(StoreTransaction transaction, Instant before) {
        return transaction.inbox().prune(before, AT_ONCE);
    }
}
