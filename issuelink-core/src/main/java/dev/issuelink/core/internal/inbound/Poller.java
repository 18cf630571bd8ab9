package dev.issuelink.core.internal.inbound;

import dev.issuelink.SyncRequest;
import dev.issuelink.core.internal.Failures;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Synchronises every tracker at its interval. What fails is tried again at the next turn. */
public final class Poller {
    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final TrackerRegistry trackers;
    private final Synchroniser synchroniser;
    private final ScheduledExecutorService scheduler;

    public Poller(TrackerRegistry trackers, Synchroniser synchroniser, ScheduledExecutorService scheduler) {
        this.trackers = trackers;
        this.synchroniser = synchroniser;
        this.scheduler = scheduler;
    }

    /** Begins; the first turn of each tracker is one interval from now. */
    // A turn never fails, so nobody has to look at its future.
    @SuppressWarnings("FutureReturnValueIgnored")
    public void start() {
        for (var tracker : trackers.names()) {
            var interval = trackers.config(tracker).sync().pollInterval();
            if (!interval.isZero()) {
                scheduler.scheduleWithFixedDelay(
                        () -> poll(tracker), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void poll(String tracker) {
        try {
            synchroniser.sync(SyncRequest.of(tracker));
        } catch (Synchroniser.RunningException running) {
            LOG.debug("{}: not polled, since it is being synchronised", tracker);
        } catch (RuntimeException | Error failure) {
            // Errors, too: a turn that throws would be the last one.
            LOG.warn("{}: polling failed and will be tried again: {}", tracker, Failures.describe(failure));
        }
    }
}
