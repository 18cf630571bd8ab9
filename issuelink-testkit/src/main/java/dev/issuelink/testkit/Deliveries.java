package dev.issuelink.testkit;

import dev.issuelink.host.Secret;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the tracker in memory delivers by webhook, each with its signature. Safe for several threads. */
final class Deliveries {
    static final String ID_HEADER = "X-InMemory-Delivery";
    static final String KIND_HEADER = "X-InMemory-Event";

    private record Delivery(String id, String kind, String body) {}

    private record Attempt(Delivery delivery, Instant at, boolean accepted) {}

    private final Clock clock;
    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private final List<TrackerEvent> events = new ArrayList<>();
    private final List<WebhookRequest> arrived = new ArrayList<>();
    private final Map<String, Attempt> attempts = new LinkedHashMap<>();
    private Secret secret;
    private Predicate<WebhookRequest> target = request -> true;
    private boolean refused;

    Deliveries(Clock clock, Secret secret) {
        this.clock = clock;
        this.secret = secret;
    }

    synchronized void announce(String kind, TrackerEvent event) {
        events.add(event);
        var body = "{\"event\":" + events.size() + "}";
        waiting.add(new Delivery("delivery-" + events.size(), kind, body));
    }

    /** What an announced delivery means. */
    synchronized Optional<TrackerEvent> event(int number) {
        return number < 1 || number > events.size() ? Optional.empty() : Optional.of(events.get(number - 1));
    }

    /** Sends what waits. The target is called without any lock, since it may come back to the tracker. */
    void flush() {
        for (var delivery = poll(); delivery.isPresent(); delivery = poll()) {
            send(delivery.get());
        }
    }

    private synchronized Optional<Delivery> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    private void send(Delivery delivery) {
        var request = request(delivery);
        var accepted = !refused() && target().test(request);
        synchronized (this) {
            attempts.put(delivery.id(), new Attempt(delivery, clock.instant(), accepted));
            if (accepted) {
                arrived.add(request);
            }
        }
    }

    private synchronized boolean refused() {
        return refused;
    }

    private synchronized Predicate<WebhookRequest> target() {
        return target;
    }

    private WebhookRequest request(Delivery delivery) {
        return signed(delivery.id(), delivery.kind(), delivery.body().getBytes(StandardCharsets.UTF_8));
    }

    synchronized WebhookRequest signed(String id, String kind, byte[] body) {
        return WebhookRequest.of(
                Map.of(
                        ID_HEADER,
                        List.of(id),
                        KIND_HEADER,
                        List.of(kind),
                        Signatures.HEADER,
                        List.of(Signatures.sign(secret, body))),
                body);
    }

    synchronized List<WebhookRequest> arrived() {
        return List.copyOf(arrived);
    }

    synchronized List<MissedDelivery> missed(Instant since) {
        var missed = new ArrayList<MissedDelivery>();
        for (var attempt : attempts.values()) {
            if (!attempt.accepted && !attempt.at.isBefore(since)) {
                var delivery = attempt.delivery;
                missed.add(new MissedDelivery(delivery.id(), delivery.id(), delivery.kind(), attempt.at));
            }
        }
        Collections.reverse(missed);
        return missed;
    }

    /** Puts a delivery in line again; false if there never was one of that id. */
    synchronized boolean again(String id) {
        var attempt = attempts.get(id);
        if (attempt != null) {
            waiting.add(attempt.delivery);
        }
        return attempt != null;
    }

    synchronized void signWith(Secret newSecret) {
        secret = newSecret;
    }

    synchronized void deliverTo(Predicate<WebhookRequest> newTarget) {
        target = newTarget;
    }

    synchronized void refuse(boolean refuse) {
        refused = refuse;
    }
}
