package dev.issuelink.testkit;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The surroundings of an adapter under test: what the engine would give it. */
public final class TestContext implements TrackerContext {
    private final TrackerConfig config;
    private final Map<String, Secret> secrets;
    private final boolean keeping;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Executor executor;
    private final RandomGenerator random;

    private TestContext(Builder builder) {
        this.config = builder.config;
        this.secrets = new ConcurrentHashMap<>(builder.secrets);
        this.keeping = builder.keeping;
        this.clock = builder.clock;
        this.sleeper = builder.sleeper;
        this.executor = builder.executor;
        this.random = builder.random;
    }

    /**
     * Starts surroundings with a clock of their own that moves when somebody waits, an executor that runs work at once,
     * and a generator with a fixed seed.
     *
     * @param config the tracker's configuration
     * @return a builder
     */
    public static Builder builder(TrackerConfig config) {
        return new Builder(config);
    }

    @Override
    public TrackerConfig config() {
        return config;
    }

    @Override
    public Secret secret(SecretReference reference) {
        var secret = secrets.get(reference.name());
        if (secret == null) {
            throw TrackerException.of(ErrorCode.AUTHENTICATION, config.name(), "secret")
                    .message("Nobody knows the secret " + reference + ".")
                    .build();
        }
        return secret;
    }

    @Override
    public boolean keepSecret(SecretReference reference, Secret value) {
        if (keeping) {
            secrets.put(reference.name(), value);
        }
        return keeping;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Sleeper sleeper() {
        return sleeper;
    }

    @Override
    public Executor executor() {
        return executor;
    }

    @Override
    public RandomGenerator random() {
        return random;
    }

    /** Collects the surroundings. Not for several threads. */
    public static final class Builder {
        private final TrackerConfig config;
        private final Map<String, Secret> secrets = new LinkedHashMap<>();
        private boolean keeping;
        private Clock clock;
        private Sleeper sleeper;
        private Executor executor = Runnable::run;
        private RandomGenerator random = RandomGeneratorFactory.of("Random").create(1);

        private Builder(TrackerConfig config) {
            this.config = Objects.requireNonNull(config, "config");
            var ownClock = MutableClock.create();
            this.clock = ownClock;
            this.sleeper = ownClock.sleeper();
        }

        /**
         * Sets the clock, which moves when somebody waits.
         *
         * @param mutableClock the clock
         * @return this
         */
        public Builder clock(MutableClock mutableClock) {
            this.clock = mutableClock;
            this.sleeper = mutableClock.sleeper();
            return this;
        }

        /**
         * Sets how to wait, in place of moving the clock.
         *
         * @param way the way
         * @return this
         */
        public Builder sleeper(Sleeper way) {
            this.sleeper = Objects.requireNonNull(way, "way");
            return this;
        }

        /**
         * Adds a secret.
         *
         * @param name its name, without {@code ${}}
         * @param value its value
         * @return this
         */
        public Builder secret(String name, String value) {
            secrets.put(name, Secret.of(value));
            return this;
        }

        /**
         * Lets new values of secrets be kept, as a host does that stores rotated refresh tokens.
         *
         * @return this
         */
        public Builder keepingSecrets() {
            keeping = true;
            return this;
        }

        /**
         * Sets where work may be done ahead.
         *
         * @param other the executor
         * @return this
         */
        public Builder executor(Executor other) {
            this.executor = Objects.requireNonNull(other, "other");
            return this;
        }

        /**
         * Sets where randomness comes from.
         *
         * @param generator a generator that is safe for several threads if the adapter is used by several
         * @return this
         */
        public Builder random(RandomGenerator generator) {
            this.random = Objects.requireNonNull(generator, "generator");
            return this;
        }

        /**
         * Makes the surroundings.
         *
         * @return the surroundings
         */
        public TestContext build() {
            return new TestContext(this);
        }
    }
}
