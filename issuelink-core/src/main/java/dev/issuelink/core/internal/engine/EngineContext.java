package dev.issuelink.core.internal.engine;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.config.Secrets;
import dev.issuelink.core.internal.secret.Turns;
import dev.issuelink.host.Secret;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.spi.TrackerContext;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What one tracker's adapter may use of its surroundings. */
record EngineContext(
        TrackerConfig config,
        Secrets secrets,
        Turns turns,
        Clock clock,
        Sleeper sleeper,
        Executor executor,
        RandomGenerator random)
        implements TrackerContext {
    @Override
    public Secret secret(SecretReference reference) {
        return secrets.find(config.name(), reference);
    }

    @Override
    public boolean keepSecret(SecretReference reference, Secret value) {
        return secrets.keep(config.name(), reference, value);
    }

    @Override
    public <T> T exclusively(SecretReference reference, Supplier<T> work) {
        return turns.take(config.name(), reference, work);
    }

    @Override
    public String toString() {
        return "TrackerContext[" + config.name() + "]";
    }
}
