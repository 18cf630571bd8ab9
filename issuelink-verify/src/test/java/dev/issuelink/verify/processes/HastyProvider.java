package dev.issuelink.verify.processes;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/**
 * A provider whose adapters do not really wait: the pause that GitHub asks for between two writes passes at once, by a
 * clock that only the adapter sees.
 */
final class HastyProvider implements IssueTrackerProvider {
    /** Of its own, since the provider itself is installed as well. */
    static final String TYPE = "hasty";

    private final IssueTrackerProvider provider;
    private final Telling telling;

    HastyProvider(IssueTrackerProvider provider, Telling telling) {
        this.provider = provider;
        this.telling = telling;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ProviderDescription describe() {
        return provider.describe();
    }

    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        return telling.around(provider.connect(new Hasty(context, new Ahead())));
    }

    private static final class Ahead extends Clock {
        private final Clock real = Clock.systemUTC();
        private final AtomicReference<Duration> by = new AtomicReference<>(Duration.ZERO);

        @Override
        public Instant instant() {
            return real.instant().plus(by.get());
        }

        @Override
        public ZoneId getZone() {
            return real.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Only instants are asked for");
        }
    }

    private record Hasty(TrackerContext context, Ahead ahead) implements TrackerContext {
        @Override
        public TrackerConfig config() {
            return context.config();
        }

        @Override
        public Secret secret(SecretReference reference) {
            return context.secret(reference);
        }

        @Override
        public Clock clock() {
            return ahead;
        }

        @Override
        public Sleeper sleeper() {
            return duration -> ahead.by.updateAndGet(duration::plus);
        }

        @Override
        public Executor executor() {
            return context.executor();
        }

        @Override
        public RandomGenerator random() {
            return context.random();
        }
    }
}
