package dev.issuelink.spi;

import dev.issuelink.config.SecretReference;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.host.Secret;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
     * Keeps the new value of a secret that the tracker exchanged, before it is used: with the host, or sealed in the
     * engine's store. Call it, and whatever leads to it, within {@link #exclusively}.
     *
     * @param reference which one
     * @param value its new value, which {@link #secret} gives from now on, on every node
     * @return whether it is kept; false if the host's {@link dev.issuelink.host.SecretResolver}s keep nothing and the
     *     engine has no {@link dev.issuelink.host.Cipher}
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#UNAVAILABLE} if it cannot be
     *     sealed or stored at present; nothing was kept
     */
    default boolean keepSecret(SecretReference reference, Secret value) {
        return false;
    }

    /**
     * Does what exchanges a secret, while nobody else does, on no node that shares the engine's store: what is exchanged
     * twice may be worthless. The work asks anew for the secret, since another may have exchanged it a moment ago, and
     * must end within two minutes. Runs outside of any transaction of the host, maybe on another thread; not to be called
     * within itself.
     *
     * @param reference which secret
     * @param work what is to be done
     * @param <T> what it returns
     * @return what the work returned
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#UNAVAILABLE} if others were
     *     at it for too long
     */
    default <T> T exclusively(SecretReference reference, Supplier<T> work) {
        return work.get();
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
