package dev.issuelink.config;

import dev.issuelink.model.SyncDirection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a tracker is kept in step.
 *
 * @param direction which side may change the other
 * @param webhookSecrets what deliveries are verified with; the first is used to register, all are accepted, so that a
 *     secret can be exchanged without losing deliveries
 * @param webhookUrl where the tracker reaches the host, if webhooks are to be registered
 * @param pollInterval how often the tracker is asked for changes; zero for never
 */
public record SyncConfig(
        SyncDirection direction,
        List<SecretReference> webhookSecrets,
        Optional<URI> webhookUrl,
        Duration pollInterval) {
    /** How often a tracker is asked for changes unless configured otherwise. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMinutes(5);

    /** Checks and copies the components. */
    public SyncConfig {
        Objects.requireNonNull(direction, "direction");
        webhookSecrets = List.copyOf(webhookSecrets);
        Objects.requireNonNull(webhookUrl, "webhookUrl");
        if (pollInterval.isNegative()) {
            throw new IllegalArgumentException("pollInterval must not be negative");
        }
    }

    /**
     * Both ways, by polling alone.
     *
     * @return what holds where nothing is configured
     */
    public static SyncConfig defaults() {
        return new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(), Optional.empty(), DEFAULT_POLL_INTERVAL);
    }
}
