package dev.issuelink.github;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.testkit.MutableClock;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** Surroundings whose clock moves when somebody waits, and whose secrets can be exchanged. */
record GitHubTestContext(TrackerConfig config, MutableClock clockOfTest, Map<String, String> secrets)
        implements TrackerContext {
    static GitHubTestContext of(TrackerConfig config, Map<String, String> secrets) {
        return new GitHubTestContext(config, MutableClock.create(), new ConcurrentHashMap<>(secrets));
    }

    @Override
    public Secret secret(SecretReference reference) {
        var value = secrets.get(reference.name());
        if (value == null) {
            throw TrackerException.of(ErrorCode.AUTHENTICATION, config.name(), "secret")
                    .message("The secret " + reference + " is not known.")
                    .build();
        }
        return Secret.of(value);
    }

    @Override
    public Clock clock() {
        return clockOfTest;
    }

    @Override
    public Sleeper sleeper() {
        return clockOfTest.sleeper();
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public RandomGenerator random() {
        return new Random(7);
    }
}
