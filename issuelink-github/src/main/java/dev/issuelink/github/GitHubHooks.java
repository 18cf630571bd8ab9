package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubWebhookWire.Attempt;
import dev.issuelink.github.GitHubWebhookWire.Hook;
import dev.issuelink.github.GitHubWebhookWire.HookConfig;
import dev.issuelink.github.GitHubWebhookWire.HookRequest;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.PageReader;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The webhooks of the configured repository: registering, listing, removing, and repeating what did not arrive. The one
 * webhook of a GitHub App is set by people on the app's page and is not managed here.
 *
 * @param connection what the parts of the adapter share
 */
record GitHubHooks(GitHubConnection connection) {
    private static final String DEPENDABOT = "dependabot_alert";
    /** {@code repository} tells of renames; everything else carries issues, comments, labels and alerts. */
    private static final List<String> EVENTS = List.of("issues", "issue_comment", "label", "repository", DEPENDABOT);

    private static final String REGISTER = "registerWebhook";

    WebhookRegistration register(WebhookConfig config) {
        try {
            return register(config, EVENTS);
        } catch (TrackerException e) {
            if (isAbout(e, DEPENDABOT) || isAbout(e, "events")) {
                // An older GitHub Enterprise Server does not know all of them.
                return register(
                        config,
                        EVENTS.stream()
                                .filter(event -> !event.equals(DEPENDABOT))
                                .toList());
            }
            throw e;
        }
    }

    private WebhookRegistration register(WebhookConfig config, List<String> events) {
        var known = find(config.url());
        if (known.isPresent()) {
            var updated = update(known.get(), config, events);
            return updated.isPresent() ? updated.get() : create(config, events);
        }
        try {
            return create(config, events);
        } catch (TrackerException e) {
            // Somebody else, another node perhaps, registered it between the look and the call.
            if (isAbout(e, "already exists")) {
                return find(config.url())
                        .flatMap(hook -> update(hook, config, events))
                        .orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private WebhookRegistration create(WebhookConfig config, List<String> events) {
        var call = HttpCall.post(REGISTER)
                .path(path())
                .json(new HookRequest("web", true, events, wire(config)))
                .build();
        return stored(connection.http().send(call, Hook.class).body());
    }

    /** Brings a webhook up to date and switches it on; empty if it was removed meanwhile. */
    private Optional<WebhookRegistration> update(Hook hook, WebhookConfig config, List<String> events) {
        var wanted = new LinkedHashSet<>(Objects.requireNonNullElse(hook.events(), List.of()));
        wanted.addAll(wanted.contains("*") ? List.of() : events);
        var call = HttpCall.patch(REGISTER)
                .path(path(String.valueOf(hook.id())))
                .json(new HookRequest(null, true, List.copyOf(wanted), wire(config)))
                .expect(404)
                .build();
        var reply = connection.http().send(call, Hook.class);
        return reply.status() == 404 ? Optional.empty() : Optional.of(stored(reply.body()));
    }

    private Optional<Hook> find(URI url) {
        return hooks(REGISTER, hook -> address(hook).filter(url::equals).map(match -> hook)).stream()
                .findFirst();
    }

    Listing<WebhookRegistration> list() {
        return hooks("getWebhooks", GitHubHooks::registration);
    }

    void unregister(String id) {
        connection
                .http()
                .send(HttpCall.delete("unregisterWebhook")
                        .path(path(id))
                        .expect(404)
                        .build());
    }

    Listing<MissedDelivery> missed(String id, Instant since) {
        var call = GitHubConnection.list(
                        "missedDeliveries", connection.settings().repository(), "hooks", id, "deliveries")
                .build();
        var attempts = connection.http().listItems(call, Attempt.class, reader(Optional::of));
        return () -> new GitHubMissedDeliveries(attempts.pages(), since);
    }

    /** Repeating does no harm: every attempt carries the same id, by which the second is known. */
    void redeliver(String id, MissedDelivery delivery) {
        connection
                .http()
                .send(HttpCall.post("redeliver")
                        .path(path(id, "deliveries", delivery.id(), "attempts"))
                        .repeatable(true)
                        .build());
    }

    private <T> Listing<T> hooks(String operation, Function<Hook, Optional<T>> mapping) {
        var call = GitHubConnection.list(operation, connection.settings().repository(), "hooks")
                .build();
        return connection.http().listItems(call, Hook.class, reader(mapping));
    }

    private static <W, T> PageReader<List<W>, T> reader(Function<W, Optional<T>> mapping) {
        return reply -> new Page<>(
                reply.body().orElse(List.of()).stream()
                        .map(mapping)
                        .flatMap(Optional::stream)
                        .toList(),
                reply.nextLink().map(link -> new Cursor(link.toString())),
                0);
    }

    private HookConfig wire(WebhookConfig config) {
        var secret = connection.context().secret(config.secret()).reveal();
        if (secret.isEmpty()) {
            throw TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), REGISTER)
                    .message("The webhook secret " + config.secret() + " is empty; anybody could sign with it.")
                    .build();
        }
        return new HookConfig(config.url().toString(), "json", "0", secret);
    }

    private WebhookRegistration stored(Optional<Hook> hook) {
        return hook.flatMap(GitHubHooks::registration)
                .orElseThrow(() -> connection.mapper().unreadable("id or url of a webhook"));
    }

    private static Optional<WebhookRegistration> registration(Hook hook) {
        return address(hook)
                .map(url -> new WebhookRegistration(
                        String.valueOf(hook.id()),
                        url,
                        Objects.requireNonNullElse(hook.events(), List.of()),
                        Boolean.TRUE.equals(hook.active())));
    }

    private static Optional<URI> address(Hook hook) {
        return hook.id() == null || hook.config() == null
                ? Optional.empty()
                : Optional.ofNullable(hook.config().url()).flatMap(GitHubHooks::uri);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isAbout(TrackerException e, String words) {
        return (e.code() == ErrorCode.VALIDATION || e.code() == ErrorCode.CONFLICT)
                && (e.trackerMessage() + " " + e.fieldFaults()).contains(words);
    }

    private Object[] path(Object... further) {
        var segments = new Object[1 + further.length];
        segments[0] = "hooks";
        System.arraycopy(further, 0, segments, 1, further.length);
        return GitHubConnection.path(connection.settings().repository(), segments);
    }
}
