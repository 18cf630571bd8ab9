package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.Poster;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Delivers events to the webhooks that want them: to a function of the test at once, or over HTTP by one background
 * thread. Nothing is repeated by itself. Called under the world's lock.
 */
final class Webhooks {
    private static final int MOST_WAITING = 10_000;

    private final World world;
    private final ThreadPoolExecutor sender;
    private @Nullable ToIntFunction<FakeGitLabDelivery> receiver;

    Webhooks(World world) {
        this.world = world;
        this.sender = new ThreadPoolExecutor(
                0, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Webhooks::thread);
    }

    void deliverTo(ToIntFunction<FakeGitLabDelivery> function) {
        receiver = function;
    }

    void close() {
        sender.shutdownNow();
    }

    /** Tells all webhooks of a project that want such events and are not switched off. */
    void tell(Project project, String event, String header, Map<String, @Nullable Object> payload) {
        var shared = world.uuid();
        for (var hook : List.copyOf(project.hooks.values())) {
            if (hook.wants(event) && hook.status(world.now()).equals("executable")) {
                send(hook, write(hook, event, header, shared, world.uuid(), Json.write(payload)));
            }
        }
    }

    /** Tells one webhook, switched off or not. */
    int test(Hook hook, String event, String header, Map<String, @Nullable Object> payload) {
        return send(hook, write(hook, event, header, world.uuid(), world.uuid(), Json.write(payload)));
    }

    /** The same body under the same key, signed anew. */
    int resend(Hook hook, FakeGitLabDelivery old) {
        var headers = old.headers();
        var event = old.trigger.replace("_hooks", "_events");
        return send(
                hook,
                write(
                        hook,
                        event,
                        String.valueOf(headers.get("X-Gitlab-Event")),
                        String.valueOf(headers.get("X-Gitlab-Event-UUID")),
                        String.valueOf(headers.get("Idempotency-Key")),
                        old.text()));
    }

    FakeGitLabDelivery write(Hook hook, String event, String header, String shared, String key, String body) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "GitLab/" + world.settings.version());
        headers.put("X-Gitlab-Event", header);
        headers.put("X-Gitlab-Webhook-UUID", hook.uuid);
        headers.put("X-Gitlab-Instance", world.web());
        headers.put("X-Gitlab-Event-UUID", shared);
        if (world.settings.atLeast(17, 4)) {
            headers.put("Idempotency-Key", key);
        }
        if (!hook.token().isEmpty()) {
            headers.put("X-Gitlab-Token", hook.token());
        }
        if (!hook.signingToken().isEmpty()) {
            var seconds = Long.toString(world.now().getEpochSecond());
            headers.put("webhook-id", key);
            headers.put("webhook-timestamp", seconds);
            headers.put("webhook-signature", "v1," + signature(hook.signingToken(), key + "." + seconds + "." + body));
        }
        var trigger = event.replace("_events", "_hooks");
        return new FakeGitLabDelivery(world.nextId(), hook.url(), trigger, world.now(), 0, headers, body);
    }

    static String signature(String token, String signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(token.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private int send(Hook hook, FakeGitLabDelivery delivery) {
        hook.log.add(delivery);
        if (receiver != null) {
            var status = receiver.applyAsInt(delivery);
            answered(hook, delivery, status);
            return status;
        }
        sender.execute(() -> {
            var status = Poster.send(delivery.url, delivery.headers(), delivery.body());
            world.locked(() -> answered(hook, delivery, status));
        });
        return 200;
    }

    private void answered(Hook hook, FakeGitLabDelivery delivery, int status) {
        hook.log.replaceAll(other -> other.id == delivery.id ? other.answered(status) : other);
        hook.answered(status, world.now());
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "fake-gitlab-webhooks");
        thread.setDaemon(true);
        return thread;
    }
}
