package dev.issuelink.core.internal.engine;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.config.Secrets;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** What one tracker's adapter may use of its surroundings. */
record EngineContext(
        TrackerConfig config, Secrets secrets, Clock clock, Sleeper sleeper, Executor executor, RandomGenerator random)
        implements TrackerContext {
    @Override
    public Secret secret(SecretReference reference) {
        return secrets.find(config.name(), reference);
    }

    @Override
    public boolean keepSecret(SecretReference reference, Secret value) {
        return secrets.keep(reference, value);
    }

    @Override
    public String toString() {
        return "TrackerContext[" + config.name() + "]";
    }
}
