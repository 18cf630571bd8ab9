package dev.issuelink.testkit;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.error.WebhookRejectedException.Reason;
import dev.issuelink.host.Secret;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookOperations;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.PagedListing.Slot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Webhooks of the tracker in memory. */
final class InMemoryWebhooks extends WebhookOperations {
    private static final Set<String> KINDS = Set.of("issues", "issue_comment", "label", "alert");
    private static final Pattern BODY = Pattern.compile("\\{\"event\":(\\d{1,9})}");
    private static final int LARGEST = 25 * 1024 * 1024;

    private final InMemoryTracker tracker;
    private final CallGate gate;
    private final Secrets secrets;

    InMemoryWebhooks(InMemoryTracker tracker, CallGate gate, Secrets secrets) {
        this.tracker = tracker;
        this.gate = gate;
        this.secrets = secrets;
    }

    @Override
    protected Proof prove(WebhookRequest request) {
        gate.require("verify", Capability.RECEIVE_WEBHOOKS);
        var id = request.header(Deliveries.ID_HEADER);
        var kind = request.header(Deliveries.KIND_HEADER);
        if (id.isEmpty() || kind.isEmpty()) {
            throw new WebhookRejectedException(
                    Reason.MALFORMED, "A header that names the delivery or its kind is missing");
        }
        if (request.size() > LARGEST) {
            throw new WebhookRejectedException(Reason.TOO_LARGE, "The body has " + request.size() + " bytes");
        }
        var signature = request.header(Signatures.HEADER)
                .orElseThrow(() -> new WebhookRejectedException(Reason.UNSIGNED, "The signature is missing"));
        return new Proof(id.get(), kind.get(), proven(request, signature));
    }

    private byte[] proven(WebhookRequest request, String signature) {
        var body = new byte[request.size()];
        request.body().get(body);
        var genuine = false;
        for (var secret : secrets.accepted()) {
            genuine |= Signatures.matches(secret, body, signature);
        }
        if (!genuine) {
            throw new WebhookRejectedException(Reason.WRONG_SIGNATURE, "The signature is not the right one");
        }
        return body;
    }

    @Override
    public List<TrackerEvent> normalise(VerifiedDelivery delivery) {
        gate.require("normalise", Capability.RECEIVE_WEBHOOKS);
        if (!KINDS.contains(delivery.kind())) {
            return List.of(new TrackerEvent.Ignored(delivery.kind(), Optional.empty(), "We do not know this kind"));
        }
        var body = BODY.matcher(new String(delivery.payload(), StandardCharsets.UTF_8));
        var event = body.matches()
                ? tracker.deliveriesLog().event(Integer.parseInt(body.group(1)))
                : Optional.<TrackerEvent>empty();
        return List.of(event.orElseThrow(
                () -> gate.failure(ErrorCode.PROTOCOL, "normalise", "The body of a delivery cannot be read.")));
    }

    @Override
    public WebhookRegistration registerWebhook(WebhookConfig config) {
        var secret = secrets.resolve(config.secret());
        return gate.write(
                "registerWebhook",
                Capability.MANAGE_WEBHOOKS,
                () -> tracker.hooks().register(config.url(), secret));
    }

    @Override
    public Listing<WebhookRegistration> getWebhooks() {
        return listing(
                "getWebhooks", Capability.MANAGE_WEBHOOKS, () -> tracker.hooks().all());
    }

    @Override
    public void unregisterWebhook(String id) {
        gate.write(
                "unregisterWebhook",
                Capability.MANAGE_WEBHOOKS,
                () -> tracker.hooks().remove(id));
    }

    @Override
    public Listing<MissedDelivery> missedDeliveries(String webhookId, Instant since) {
        return listing("missedDeliveries", Capability.REDELIVER_WEBHOOKS, () -> {
            requireHook("missedDeliveries", webhookId);
            return tracker.deliveriesLog().missed(since);
        });
    }

    @Override
    public void redeliver(String webhookId, MissedDelivery delivery) {
        gate.write("redeliver", Capability.REDELIVER_WEBHOOKS, () -> {
            requireHook("redeliver", webhookId);
            if (!tracker.deliveriesLog().again(delivery.id())) {
                throw gate.failure(ErrorCode.NOT_FOUND, "redeliver", "There is no delivery " + delivery.id() + ".");
            }
            return true;
        });
    }

    private void requireHook(String operation, String id) {
        if (!tracker.hooks().has(id)) {
            throw gate.failure(ErrorCode.NOT_FOUND, operation, "There is no webhook " + id + ".");
        }
    }

    private <T> Listing<T> listing(String operation, Capability capability, Supplier<Collection<T>> all) {
        return new PagedListing<>(gate, operation, capability, tracker.pageSize(), () -> {
            var items = new ArrayList<>(all.get());
            return IntStream.range(0, items.size())
                    .mapToObj(place -> new Slot<>(place, Optional.of(items.get(place))))
                    .toList();
        });
    }

    /** How an adapter comes to its secrets. */
    interface Secrets {
        List<Secret> accepted();

        Secret resolve(SecretReference reference);
    }
}
