package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes deliveries: body in the hook's content type, headers, signatures. */
final class DeliveryWriter {

    private final World world;

    DeliveryWriter(World world) {
        this.world = world;
    }

    FakeDelivery write(Repo repo, Hook hook, String event, String guid, boolean redelivery, Map<?, ?> payload) {
        String json = Json.write(payload);
        String text = hook.form() ? "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8) : json;
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        Object action = payload.get("action");
        return new FakeDelivery(
                world.ids.next(),
                hook.id,
                guid,
                event,
                action == null ? null : action.toString(),
                hook.url(),
                world.clock.seconds(),
                redelivery,
                payload,
                null,
                Collections.unmodifiableMap(headers(repo, hook, event, guid, body)),
                body);
    }

    /** Any bytes, signed. */
    FakeDelivery write(Repo repo, String event, String secret, byte[] body) {
        Hook hook = new Hook(world.ids.next(), world.clock.seconds());
        hook.config.put("secret", secret);
        String guid = world.ids.guid();
        return new FakeDelivery(
                world.ids.next(),
                hook.id,
                guid,
                event,
                null,
                "",
                hook.createdAt,
                false,
                Map.of(),
                null,
                Collections.unmodifiableMap(headers(repo, hook, event, guid, body)),
                body.clone());
    }

    private Map<String, String> headers(Repo repo, Hook hook, String event, String guid, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "GitHub-Hookshot/fake");
        headers.put("Accept", "*/*");
        headers.put("Content-Type", hook.form() ? "application/x-www-form-urlencoded" : "application/json");
        headers.put("X-GitHub-Delivery", guid);
        headers.put("X-GitHub-Event", event);
        headers.put("X-GitHub-Hook-ID", Long.toString(hook.id));
        headers.put("X-GitHub-Hook-Installation-Target-ID", Long.toString(repo.id));
        headers.put("X-GitHub-Hook-Installation-Target-Type", "repository");
        if (world.settings.enterprise()) {
            headers.put("X-GitHub-Enterprise-Host", "127.0.0.1");
            headers.put("X-GitHub-Enterprise-Version", "3.21.0");
        }
        sign(hook.secret(), body, headers);
        return headers;
    }

    private static void sign(@Nullable String secret, byte[] body, Map<String, String> headers) {
        if (secret != null && !secret.isEmpty()) {
            headers.put("X-Hub-Signature", "sha1=" + hmac("HmacSHA1", secret, body));
            headers.put("X-Hub-Signature-256", "sha256=" + hmac("HmacSHA256", secret, body));
        }
    }

    static String hmac(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
