package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Poster;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the fake delivers to hosts. Deliveries wait until they are taken or sent, unless it sends them by itself. Safe for
 * several threads.
 */
public final class FakeWebhooks {

    private static final String HMAC = "HmacSHA256";
    private static final int MOST_RETRIES = 5;
    private static final int MOST_WAITING = 10_000;
    private static final int SERVER_ERROR = 500;
    private static final List<Integer> RETRIED = List.of(0, 408, 409, 425, 429);

    final List<Hook> hooks = new ArrayList<>();
    private final List<FakeDelivery> waiting = new ArrayList<>();
    private final World world;
    private final AtomicInteger delivered = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();
    private final AtomicBoolean byItself = new AtomicBoolean();
    private final ThreadPoolExecutor sender = new ThreadPoolExecutor(
            0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), FakeWebhooks::thread);

    FakeWebhooks(World world) {
        this.world = world;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "fake-jira-webhooks");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends what waits, and from now on everything as it happens, over HTTP and by one background thread. */
    public void deliverByItself() {
        byItself.set(true);
        sender.execute(this::deliver);
    }

    void close() {
        sender.shutdownNow();
    }

    /**
     * Takes the deliveries that wait, as if they had arrived.
     *
     * @return the deliveries, oldest first
     */
    public List<FakeDelivery> take() {
        return world.locked(() -> {
            var taken = List.copyOf(waiting);
            waiting.clear();
            return taken;
        });
    }

    /**
     * Sends the deliveries that wait over HTTP. What is refused for a reason that may pass is sent again, five times at
     * most, with the same identifier.
     */
    public void deliver() {
        take().forEach(this::deliver);
    }

    private void deliver(FakeDelivery delivery) {
        var status = Poster.send(delivery.url, delivery.headers(), delivery.body());
        for (var retry = 1; retry <= MOST_RETRIES && isRetried(status); retry++) {
            var headers = new LinkedHashMap<>(delivery.headers());
            headers.put("x-atlassian-webhook-retry", Integer.toString(retry));
            status = Poster.send(delivery.url, headers, delivery.body());
        }
    }

    private static boolean isRetried(int status) {
        return RETRIED.contains(status) || status >= SERVER_ERROR;
    }

    /**
     * Loses deliveries for good.
     *
     * @param count how many of those to come
     */
    public void loseNext(int count) {
        world.locked(() -> losses.getAndSet(count));
    }

    /**
     * A genuine delivery of whatever content.
     *
     * @param secret what it is signed with
     * @param body the body
     * @return the delivery
     */
    public FakeDelivery signed(String secret, byte[] body) {
        return world.locked(() -> new FakeDelivery("", "", headers(secret, body), body));
    }

    void issue(String event, String kind, Issue issue, Account actor, List<Map<String, @Nullable Object>> changes) {
        var body = body(event, actor);
        body.put("issue_event_type_name", kind);
        body.put("issue", new Views(world).told(issue));
        if (!changes.isEmpty()) {
            body.put("changelog", Json.object("id", Long.toString(world.nextId()), "items", changes));
        }
        tell(event, issue, body);
    }

    /** Cloud tells of a comment with a slim issue and without a user; Data Center twice, once without an issue. */
    void comment(String event, Issue issue, Comment comment, Account actor) {
        var views = new Views(world);
        if (!world.cloud() && !event.equals("comment_deleted")) {
            var whole = body("jira:issue_updated", actor);
            whole.put(
                    "issue_event_type_name",
                    event.equals("comment_created") ? "issue_commented" : "issue_comment_edited");
            whole.put("issue", views.told(issue));
            whole.put("comment", views.comment(issue, comment, true, false));
            tell("jira:issue_updated", issue, whole);
        }
        var body = body(event, world.cloud() ? null : actor);
        body.put("comment", views.comment(issue, comment, true, false));
        if (world.cloud()) {
            body.put("issue", views.slim(issue));
        }
        tell(event, issue, body);
    }

    private Map<String, @Nullable Object> body(String event, @Nullable Account actor) {
        var body = Json.object("timestamp", world.now().toEpochMilli(), "webhookEvent", event);
        if (actor != null) {
            body.put("user", actor.view(world));
        }
        return body;
    }

    private void tell(String event, Issue issue, Map<String, @Nullable Object> body) {
        for (var hook : hooks) {
            if (hook.delivers(event, world.now()) && isAbout(hook, issue)) {
                delivered.incrementAndGet();
                if (losses.get() > 0) {
                    losses.decrementAndGet();
                    continue;
                }
                var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
                var headers = hook.expires == null ? headers(hook.secret, bytes) : headersOfApp();
                waiting.add(new FakeDelivery(hook.url, event, headers, bytes));
                if (byItself.get()) {
                    sender.execute(this::deliver);
                }
            }
        }
    }

    private boolean isAbout(Hook hook, Issue issue) {
        try {
            return hook.jql.isEmpty()
                    || Jql.parse(hook.jql, new Jql.Asker(world, issue.creator))
                            .matches
                            .test(issue);
        } catch (Refusal malformed) {
            return false;
        }
    }

    private Map<String, String> headers(String secret, byte[] body) {
        var headers = plain();
        if (!secret.isEmpty()) {
            headers.put("x-hub-signature", "sha256=" + HexFormat.of().formatHex(hmac(secret, body)));
        }
        return headers;
    }

    /** Apps get a token that is signed with their secret, and no signature of the body. */
    private Map<String, String> headersOfApp() {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        var now = world.now().getEpochSecond();
        var head = encoder.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        var claims = encoder.encodeToString(
                Json.write(Json.object("iat", now, "exp", now + 180)).getBytes(StandardCharsets.UTF_8));
        var signed = head + "." + claims;
        var signature = encoder.encodeToString(hmac(FakeOAuth.CLIENT_SECRET, signed.getBytes(StandardCharsets.UTF_8)));
        var headers = plain();
        headers.put("authorization", "Bearer " + signed + "." + signature);
        return headers;
    }

    private Map<String, String> plain() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json; charset=UTF-8");
        headers.put("user-agent", "Atlassian Webhook HTTP Client");
        headers.put("x-atlassian-webhook-identifier", "0f8a1b2c-" + delivered.incrementAndGet());
        headers.put("x-atlassian-webhook-flow", "Primary");
        return headers;
    }

    private static byte[] hmac(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }
}
