package dev.issuelink.http;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** Surroundings whose time moves only when somebody sleeps. */
final class TestContext implements TrackerContext {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final Executor executor;
    private final Clock clock;

    TestContext() {
        this(Runnable::run);
    }

    TestContext(Executor executor) {
        this.executor = executor;
        this.clock = new MovableClock();
    }

    private TestContext(Clock clock) {
        this.executor = Runnable::run;
        this.clock = clock;
    }

    static TestContext inRealTime() {
        return new TestContext(Clock.systemUTC());
    }

    List<Duration> slept() {
        return slept;
    }

    void pass(Duration time) {
        now.updateAndGet(then -> then.plus(time));
    }

    @Override
    public TrackerConfig config() {
        return TrackerConfig.builder("acme", "test").build();
    }

    @Override
    public Secret secret(SecretReference reference) {
        return Secret.of("a secret of nobody");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Sleeper sleeper() {
        return duration -> {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            slept.add(duration);
            pass(duration);
        };
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public RandomGenerator random() {
        return new java.util.Random(1);
    }

    private final class MovableClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
