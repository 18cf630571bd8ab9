package dev.issuelink.spi;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.host.Secret;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** All that an adapter may use of its surroundings. Safe for several threads. */
public interface TrackerContext {
    /**
     * The tracker's configuration.
     *
     * @return the configuration, checked against the provider's description
     */
    TrackerConfig config();

    /**
     * The value of a secret. Ask anew for every use, and keep it nowhere.
     *
     * @param reference which one
     * @return its value
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#AUTHENTICATION} if no
     *     resolver knows it
     */
    Secret secret(SecretReference reference);

    /**
     * Keeps the new value of a secret that the tracker exchanged, before it is used.
     *
     * @param reference which one
     * @param value its new value
     * @return whether the host keeps it; see {@link dev.issuelink.host.SecretResolver#keep}
     */
    default boolean keepSecret(SecretReference reference, Secret value) {
        return false;
    }

    /**
     * The clock.
     *
     * @return the engine's clock
     */
    Clock clock();

    /**
     * How to wait.
     *
     * @return the engine's way to wait
     */
    Sleeper sleeper();

    /**
     * Where work may be done ahead. It may be busy or refuse; whoever needs a result must be able to compute it itself.
     *
     * @return the engine's executor
     */
    Executor executor();

    /**
     * Where randomness comes from, for jitter; not for secrets.
     *
     * @return the engine's generator
     */
    RandomGenerator random();
}
