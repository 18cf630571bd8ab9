package dev.issuelink.jira;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Webhooks as an OAuth app registers them on Cloud. They end after 30 days unless they are renewed: registering again
 * renews what is there.
 */
final class JiraDynamicHooks implements JiraHooks {
    private static final String REGISTER = "registerWebhook";
    private static final int PAGE_SIZE = 100;

    /** How long before its end a webhook is renewed, and how often that is looked at. */
    private static final Duration EARLY = Duration.ofDays(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(JiraDynamicHooks.class);

    private final JiraConnection connection;
    private final AtomicReference<Instant> nextLook = new AtomicReference<>(Instant.MIN);

    JiraDynamicHooks(JiraConnection connection) {
        this.connection = connection;
    }

    @Override
    public WebhookRegistration register(WebhookConfig config) {
        var known = hooks(REGISTER).stream()
                .filter(this::isOurs)
                .flatMap(hook -> JiraJson.word(hook, "id").stream())
                .findFirst();
        var id = known.filter(this::isRenewed).orElseGet(() -> created(config));
        return new WebhookRegistration(id, config.url(), EVENTS, true);
    }

    /** Once a day, by whoever comes first. */
    @Override
    public void keepAlive() {
        var now = connection.now();
        var due = nextLook.get();
        if (now.isBefore(due) || !nextLook.compareAndSet(due, now.plus(BETWEEN_LOOKS))) {
            return;
        }
        try {
            hooks("keepAlive").stream()
                    .filter(this::isOurs)
                    .filter(hook -> JiraJson.time(hook, "expirationDate")
                            .filter(end -> end.minus(EARLY).isBefore(now))
                            .isPresent())
                    .flatMap(hook -> JiraJson.word(hook, "id").stream())
                    .forEach(this::renew);
        } catch (TrackerException refused) {
            LOG.warn(
                    "{}: the webhooks could not be renewed; that is tried again: {}",
                    connection.tracker(),
                    refused.code());
        }
    }

    /** Whether 30 days more were given; what ended meanwhile is made anew. */
    private boolean isRenewed(String id) {
        return renew(id).body().isPresent();
    }

    private HttpReply<JsonNode> renew(String id) {
        var call = connection
                .http()
                .put(REGISTER, "webhook", "refresh")
                .json(Map.of("webhookIds", List.of(Long.valueOf(id))))
                .expect(400, 404)
                .build();
        return connection.http().send(call);
    }

    private String created(WebhookConfig config) {
        var hook = Map.of("events", EVENTS, "jqlFilter", filter());
        var call = connection
                .http()
                .post(REGISTER, "webhook")
                .json(Map.of("url", config.url().toString(), "webhooks", List.of(hook)))
                .build();
        var result = JiraJson.items(connection.http().read(call), "webhookRegistrationResult").stream()
                .findFirst()
                .orElseThrow(() -> connection.mapper().unreadable("result of a registration"));
        return JiraJson.word(result, "createdWebhookId").orElseThrow(() -> refused(result));
    }

    private TrackerException refused(JsonNode result) {
        return TrackerException.of(ErrorCode.VALIDATION, connection.tracker(), REGISTER)
                .message("Jira registered no webhook; an app has one address and five webhooks.")
                .trackerMessage(result.path("errors").toString())
                .build();
    }

    /** Jira does not say where they deliver to: an app has one address. */
    @Override
    public Listing<WebhookRegistration> list() {
        var url = connection
                .context()
                .config()
                .sync()
                .webhookUrl()
                .orElse(connection.settings().site());
        return () -> Listing.of(hooks("getWebhooks").stream()
                        .flatMap(hook -> registration(hook, url).stream())
                        .toList())
                .pages();
    }

    @Override
    public void unregister(String id) {
        var number = connection.number(id, "webhooks", "unregisterWebhook");
        var call = connection
                .http()
                .delete("unregisterWebhook", "webhook")
                .json(Map.of("webhookIds", List.of(Long.valueOf(number))))
                .expect(404)
                .build();
        connection.http().tell(call);
    }

    private List<JsonNode> hooks(String operation) {
        Function<String, HttpCall> call = from -> connection
                .http()
                .get(operation, "webhook")
                .query("startAt", from)
                .query("maxResults", PAGE_SIZE)
                .build();
        return connection
                .http()
                .list(() -> call.apply("0"), JiraDynamicHooks::page, next -> call.apply(next.value()))
                .stream()
                .toList();
    }

    private static Page<JsonNode> page(JsonNode page) {
        var hooks = JiraJson.items(page, "values");
        var end = page.path("startAt").asLong(0) + hooks.size();
        var last = hooks.isEmpty()
                || page.path("isLast").asBoolean(end >= page.path("total").asLong(0));
        return new Page<>(hooks, last ? Optional.empty() : Optional.of(new Cursor(Long.toString(end))), 0);
    }

    private boolean isOurs(JsonNode hook) {
        return JiraJson.text(hook, "jqlFilter").filter(filter()::equals).isPresent();
    }

    private String filter() {
        return JiraJql.ofProject(connection.settings().project()).toString();
    }

    private Optional<WebhookRegistration> registration(JsonNode hook, URI otherwise) {
        var url = JiraJson.text(hook, "url").flatMap(JiraHooks::uri).orElse(otherwise);
        var events = JiraJson.items(hook, "events").stream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
        var active = JiraJson.time(hook, "expirationDate")
                .map(end -> end.isAfter(connection.now()))
                .orElse(true);
        return JiraJson.word(hook, "id").map(id -> new WebhookRegistration(id, url, events, active));
    }
}
