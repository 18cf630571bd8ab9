package dev.issuelink.testkit;

import dev.issuelink.host.Secret;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The webhooks registered at the tracker in memory. Whoever uses it holds the state's lock. */
final class Hooks {
    private static final List<String> EVENTS = List.of("alert", "issue_comment", "issues", "label");

    private final Map<String, WebhookRegistration> byId = new LinkedHashMap<>();
    private final TrackerState state;
    private final Deliveries deliveries;

    Hooks(TrackerState state, Deliveries deliveries) {
        this.state = state;
        this.deliveries = deliveries;
    }

    WebhookRegistration register(URI url, Secret secret) {
        var id = byId.values().stream()
                .filter(hook -> hook.url().equals(url))
                .map(WebhookRegistration::id)
                .findFirst()
                .orElseGet(() -> "H" + state.next());
        var hook = new WebhookRegistration(id, url, EVENTS, true);
        byId.put(id, hook);
        deliveries.signWith(secret);
        return hook;
    }

    /** Switches all off, as trackers do by themselves after many failures. */
    void deactivate() {
        byId.replaceAll((id, hook) -> new WebhookRegistration(id, hook.url(), hook.events(), false));
    }

    Collection<WebhookRegistration> all() {
        return byId.values();
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    boolean remove(String id) {
        return byId.remove(id) != null;
    }
}
