package dev.issuelink.spi;

import dev.issuelink.config.SecretReference;
import java.net.URI;
import java.util.Objects;

/**
 * A webhook that should be registered.
 *
 * @param url where the tracker reaches the host
 * @param secret what its deliveries are signed with
 */
public record WebhookConfig(URI url, SecretReference secret) {
    /** Checks the components. */
    public WebhookConfig {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(secret, "secret");
    }
}
