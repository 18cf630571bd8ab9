package dev.issuelink.spi;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A webhook that is registered.
 *
 * @param id the tracker's id of it
 * @param url where it delivers to
 * @param events what it delivers, in the tracker's words
 * @param active whether the tracker delivers at present; false also when it switched the webhook off by itself
 */
public record WebhookRegistration(String id, URI url, List<String> events, boolean active) {
    /** Checks and copies the components. */
    public WebhookRegistration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        events = List.copyOf(events);
    }
}
