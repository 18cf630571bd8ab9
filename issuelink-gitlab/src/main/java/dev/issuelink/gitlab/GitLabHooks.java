package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The webhooks of the configured project: registering, listing, removing, and switching on again what GitLab switched off
 * because nobody answered.
 *
 * @param connection what the parts of the adapter share
 */
record GitLabHooks(GitLabConnection connection) {
    private static final String REGISTER = "registerWebhook";
    private static final String EVENTS = "_events";
    private static final List<String> WANTED = List.of(
            "issues_events",
            "confidential_issues_events",
            "note_events",
            "confidential_note_events",
            "vulnerability_events");

    WebhookRegistration register(WebhookConfig config) {
        var secret = secret(config);
        var known = find(config.url());
        var hook = known.flatMap(found -> update(found, config, secret)).orElseGet(() -> create(config, secret));
        if (GitLabSignature.isSigningToken(secret) && !hook.isTrue("signing_token_present")) {
            // Before 19.0 GitLab knows no signatures, and ignores the token for them without a word.
            hook = update(hook, config, Map.of("token", secret.reveal())).orElse(hook);
        }
        return registered(isOn(hook) ? hook : revived(hook, config, secret));
    }

    private GitLabNode create(WebhookConfig config, Secret secret) {
        var fields = fields(config, proof(secret));
        // Without this GitLab tells of every push.
        fields.put("push_events", false);
        fields.put("enable_ssl_verification", true);
        var call = HttpCall.post(REGISTER).path(path()).json(fields).build();
        return connection.body(connection.http().send(call, GitLabNode.class), "webhook");
    }

    private Optional<GitLabNode> update(GitLabNode hook, WebhookConfig config, Secret secret) {
        return update(hook, config, proof(secret));
    }

    /** Brings a webhook up to date; empty if it was removed meanwhile. The secret is lost if it is not sent again. */
    private Optional<GitLabNode> update(GitLabNode hook, WebhookConfig config, Map<String, String> proof) {
        var call = HttpCall.put(REGISTER)
                .path(path(id(hook)))
                .json(fields(config, proof))
                .expect(404)
                .build();
        return connection.http().send(call, GitLabNode.class).body();
    }

    /**
     * Nothing but a test that our side accepts switches a webhook on again. Where that fails, one that waits for a while
     * is left to itself, since its missed deliveries hang on it; one that is off for good is replaced.
     */
    private GitLabNode revived(GitLabNode hook, WebhookConfig config, Secret secret) {
        var test = HttpCall.post(REGISTER)
                .path(path(id(hook), "test", "issues_events"))
                .repeatable(true)
                .expect(400, 404, 422)
                .build();
        connection.http().send(test);
        var call = HttpCall.get(REGISTER).path(path(id(hook))).build();
        var now = connection.body(connection.http().send(call, GitLabNode.class), "webhook");
        if (isOn(now) || !now.words("alert_status").equals("disabled")) {
            return now;
        }
        unregister(id(hook));
        return create(config, secret);
    }

    private Optional<GitLabNode> find(URI url) {
        return connection.listing(list(REGISTER), Optional::of).stream()
                .filter(hook -> hook.words("url").equals(url.toString()))
                .findFirst();
    }

    Listing<WebhookRegistration> list() {
        return connection.listing(list("getWebhooks"), GitLabHooks::registration);
    }

    void unregister(String id) {
        connection
                .http()
                .send(HttpCall.delete("unregisterWebhook")
                        .path(path(id))
                        .expect(404)
                        .build());
    }

    private HttpCall list(String operation) {
        return GitLabConnection.list(operation, connection.settings().project(), "hooks")
                .build();
    }

    private static Map<String, Object> fields(WebhookConfig config, Map<String, String> proof) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("url", config.url().toString());
        fields.putAll(proof);
        WANTED.forEach(event -> fields.put(event, true));
        return fields;
    }

    /** A signing token is never sent as a plain one as well: what travels with each delivery proves nothing of it. */
    private static Map<String, String> proof(Secret secret) {
        return Map.of(GitLabSignature.isSigningToken(secret) ? "signing_token" : "token", secret.reveal());
    }

    private Secret secret(WebhookConfig config) {
        var secret = connection.context().secret(config.secret());
        if (secret.reveal().isEmpty()) {
            throw refused("The webhook secret " + config.secret() + " is empty; anybody could send deliveries.");
        }
        if (secret.reveal().startsWith(GitLabSignature.PREFIX) && !GitLabSignature.isSigningToken(secret)) {
            throw refused(
                    "The webhook secret " + config.secret() + " begins like a signing token but is none: it must be "
                            + GitLabSignature.PREFIX + " and 32 bytes in Base64.");
        }
        return secret;
    }

    private TrackerException refused(String message) {
        return TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), REGISTER)
                .message(message)
                .build();
    }

    private WebhookRegistration registered(GitLabNode hook) {
        return registration(hook).orElseThrow(() -> connection.mapper().unreadable("id or url of a webhook"));
    }

    private static Optional<WebhookRegistration> registration(GitLabNode hook) {
        return hook.text("id")
                .flatMap(id -> hook.text("url")
                        .flatMap(GitLabHooks::uri)
                        .map(url -> new WebhookRegistration(id, url, events(hook), isOn(hook))));
    }

    private static List<String> events(GitLabNode hook) {
        return hook.fields().entrySet().stream()
                .filter(field -> field.getKey().endsWith(EVENTS) && Boolean.TRUE.equals(field.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Older versions never switch a webhook off, and do not say that it is on. */
    private static boolean isOn(GitLabNode hook) {
        return hook.text("alert_status")
                .filter(status -> !status.equals("executable"))
                .isEmpty();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private String id(GitLabNode hook) {
        return connection.mapper().required(hook.text("id"), "id of a webhook");
    }

    private Object[] path(Object... further) {
        var segments = new Object[1 + further.length];
        segments[0] = "hooks";
        System.arraycopy(further, 0, segments, 1, further.length);
        return GitLabConnection.path(connection.settings().project(), segments);
    }
}
