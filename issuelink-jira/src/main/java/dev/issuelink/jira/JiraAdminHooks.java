package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Webhooks as an administrator of Jira makes them, narrowed to the configured project. They have an address of their own,
 * which Data Center changed with version 10.
 */
final class JiraAdminHooks implements JiraHooks {
    private static final String REGISTER = "registerWebhook";
    private static final String SECTION = "issue-related-events-section";
    private static final List<String> FORMER = List.of("rest", "webhooks", "1.0", "webhook");
    private static final List<String> SINCE_10 = List.of("rest", "jira-webhook", "1.0", "webhooks");

    private final JiraConnection connection;

    JiraAdminHooks(JiraConnection connection) {
        this.connection = connection;
    }

    @Override
    public WebhookRegistration register(WebhookConfig config) {
        var place = place(REGISTER);
        var known = hooks(REGISTER, place).stream()
                .filter(hook -> JiraJson.text(hook, "url")
                        .filter(config.url().toString()::equals)
                        .isPresent())
                .findFirst();
        if (known.isPresent()) {
            var updated = update(place, known.get(), config);
            if (updated.isPresent()) {
                return updated.get();
            }
        }
        var call = HttpCall.post(REGISTER)
                .path(place.toArray())
                .json(wire(place, config))
                .build();
        return stored(connection.http().read(call), config);
    }

    /** Brings a webhook up to date and switches it on; empty if it was removed meanwhile. */
    private Optional<WebhookRegistration> update(List<String> place, JsonNode hook, WebhookConfig config) {
        var id = id(hook).orElse("");
        var call = HttpCall.put(REGISTER)
                .path(below(place, id))
                .json(wire(place, config))
                .expect(404)
                .build();
        return connection.http().send(call).body().map(body -> stored(body, config));
    }

    @Override
    public Listing<WebhookRegistration> list() {
        return () -> Listing.of(hooks("getWebhooks", place("getWebhooks")).stream()
                        .flatMap(hook -> registration(hook).stream())
                        .toList())
                .pages();
    }

    @Override
    public void unregister(String id) {
        var call = HttpCall.delete("unregisterWebhook")
                .path(below(place("unregisterWebhook"), connection.number(id, "webhooks", "unregisterWebhook")))
                .expect(404)
                .build();
        connection.http().tell(call);
    }

    private List<JsonNode> hooks(String operation, List<String> place) {
        var all = connection
                .http()
                .read(HttpCall.get(operation).path(place.toArray()).build());
        return all.isArray() ? JiraJson.items(all) : JiraJson.items(all, "values");
    }

    /** Before version 10 the new address is not there. */
    private List<String> place(String operation) {
        if (connection.http().kind(operation).isCloud()) {
            return FORMER;
        }
        var call = HttpCall.get(operation).path(SINCE_10.toArray()).expect(404).build();
        return connection.http().send(call).status() == 404 ? FORMER : SINCE_10;
    }

    private Map<String, Object> wire(List<String> place, WebhookConfig config) {
        var secret = connection.context().secret(config.secret()).reveal();
        if (secret.isEmpty()) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), REGISTER)
                    .message("The webhook secret " + config.secret() + " is empty; anybody could sign with it.")
                    .build();
        }
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("name", "IssueLink " + connection.tracker());
        wire.put("url", config.url().toString());
        wire.put("events", EVENTS);
        wire.put(
                "filters",
                Map.of(
                        SECTION,
                        JiraJql.ofProject(connection.settings().project()).toString()));
        wire.put("excludeBody", false);
        if (place.equals(SINCE_10)) {
            wire.put("active", true);
            wire.put("configuration", Map.of("SECRET", secret));
        } else {
            wire.put("enabled", true);
            wire.put("secret", secret);
        }
        return wire;
    }

    private WebhookRegistration stored(JsonNode hook, WebhookConfig config) {
        return registration(hook)
                .or(() -> hooks(REGISTER, place(REGISTER)).stream()
                        .flatMap(one -> registration(one).stream())
                        .filter(one -> one.url().equals(config.url()))
                        .findFirst())
                .orElseThrow(() -> connection.mapper().unreadable("id or url of a webhook"));
    }

    private static Optional<WebhookRegistration> registration(JsonNode hook) {
        var active = hook.path("enabled").asBoolean(hook.path("active").asBoolean(true));
        var events = JiraJson.items(hook, "events").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        return id(hook).flatMap(id -> JiraJson.text(hook, "url")
                .flatMap(JiraHooks::uri)
                .map(url -> new WebhookRegistration(id, url, events, active)));
    }

    /** Where it is not told, it stands at the end of the address. */
    private static Optional<String> id(JsonNode hook) {
        return JiraJson.word(hook, "id")
                .or(() -> JiraJson.word(hook, "self").map(self -> self.substring(self.lastIndexOf('/') + 1)))
                .filter(id -> id.matches("\\d{1,18}"));
    }

    private static Object[] below(List<String> place, String id) {
        var path = new ArrayList<Object>(place);
        path.add(id);
        return path.toArray();
    }
}
