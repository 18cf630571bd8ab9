package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A repository's webhook with what was delivered by it. */
final class Hook {

    final long id;
    final Instant createdAt;
    final Set<String> events = new LinkedHashSet<>();
    /** url, content_type, insecure_ssl and, when there is one, secret. */
    final Map<String, String> config = new LinkedHashMap<>();

    final List<FakeDelivery> deliveries = new ArrayList<>();
    boolean active = true;
    Instant updatedAt;

    Hook(long id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    String url() {
        return config.getOrDefault("url", "");
    }

    @Nullable
    String secret() {
        return config.get("secret");
    }

    boolean wants(String event) {
        return active && (events.contains(event) || events.contains("*"));
    }

    boolean form() {
        return "form".equals(config.get("content_type"));
    }
}
