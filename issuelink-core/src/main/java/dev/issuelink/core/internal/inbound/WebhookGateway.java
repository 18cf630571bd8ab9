package dev.issuelink.core.internal.inbound;

import dev.issuelink.InboundWebhooks;
import dev.issuelink.WebhookReceipt;
import dev.issuelink.WebhookReceipt.Outcome;
import dev.issuelink.core.internal.Failures;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.error.WebhookRejectedException;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueLinkStores;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for what trackers send: proves it, stores it, and answers. Applying it is the inbox's work. */
public final class WebhookGateway implements InboundWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookGateway.class);
    /** GitHub keeps deliveries for three days, others for longer. */
    private static final Duration REDELIVERABLE = Duration.ofDays(3);

    private final TrackerRegistry trackers;
    private final IssueLinkStores stores;
    private final AuditRecorder audit;
    private final Clock clock;
    private final Runnable received;

    /**
     * Creates the door.
     *
     * @param received called after something was stored
     */
    public WebhookGateway(
            TrackerRegistry trackers, IssueLinkStores stores, AuditRecorder audit, Clock clock, Runnable received) {
        this.trackers = trackers;
        this.stores = stores;
        this.audit = audit;
        this.clock = clock;
        this.received = received;
    }

    @Override
    public WebhookReceipt receive(String tracker, WebhookRequest request) {
        // Refuses a tracker that is not configured; whatever else goes wrong has an answer.
        var name = trackers.config(tracker).name();
        try {
            return store(name, trackers.adapter(name).webhooks().verify(request));
        } catch (WebhookRejectedException rejection) {
            LOG.warn("{}: a webhook request was rejected: {}", tracker, rejection.getMessage());
            return new WebhookReceipt(Outcome.REJECTED, status(rejection.reason()), rejection.getMessage());
        } catch (RuntimeException failure) {
            LOG.error("{}: a webhook request could not be taken in: {}", tracker, Failures.describe(failure));
            return new WebhookReceipt(
                    Outcome.UNAVAILABLE, 503, "The delivery could not be stored; deliver it again later.");
        }
    }

    @Override
    public WebhookRegistration register(String tracker) {
        var sync = trackers.config(tracker).sync();
        if (sync.webhookUrl().isEmpty() || sync.webhookSecrets().isEmpty()) {
            throw incomplete(tracker, "webhook_url and webhook_secret");
        }
        var adapter = trackers.require(tracker, Capability.MANAGE_WEBHOOKS, "registerWebhook");
        var registration = adapter.webhooks()
                .registerWebhook(new WebhookConfig(
                        sync.webhookUrl().get(), sync.webhookSecrets().get(0)));
        stores.inTransaction(transaction -> {
            audit.record(transaction, "system", "webhook.registered", tracker, Map.of("webhook", registration.id()));
            return registration;
        });
        return registration;
    }

    @Override
    public int redeliverMissed(String tracker) {
        var webhooks = trackers.require(tracker, Capability.REDELIVER_WEBHOOKS, "redeliver")
                .webhooks();
        var since = clock.instant().minus(REDELIVERABLE);
        // Without it, the deliveries of other systems' webhooks would be asked for as well.
        var url = trackers.config(tracker).sync().webhookUrl().orElseThrow(() -> incomplete(tracker, "webhook_url"));
        var asked = 0;
        for (var webhook : webhooks.getWebhooks()) {
            if (!url.equals(webhook.url())) {
                continue;
            }
            for (var delivery : webhooks.missedDeliveries(webhook.id(), since)) {
                if (!isKnown(tracker, delivery.deliveryId())) {
                    webhooks.redeliver(webhook.id(), delivery);
                    asked++;
                }
            }
        }
        return asked;
    }

    private ConfigurationException incomplete(String tracker, String missing) {
        return new ConfigurationException(List.of(ConfigurationFault.of(
                trackers.pointer(tracker) + "/sync",
                "To manage the webhook of tracker \"" + tracker + "\", give " + missing + ".")));
    }

    private WebhookReceipt store(String tracker, VerifiedDelivery delivery) {
        var entry = delivery.toInboxEntry(tracker, clock.instant());
        var before = stores.inTransaction(transaction -> transaction.inbox().receive(entry));
        if (before.isPresent() && before.get() != InboxEntry.State.FAILED) {
            return new WebhookReceipt(Outcome.DUPLICATE, 200, "Delivery " + delivery.id() + " is known.");
        }
        received.run();
        return new WebhookReceipt(Outcome.ACCEPTED, 202, "Delivery " + delivery.id() + " is stored.");
    }

    // We may have stored it although the tracker never saw our answer.
    private boolean isKnown(String tracker, String deliveryId) {
        return stores.inTransaction(transaction -> transaction
                .inbox()
                .find(tracker, deliveryId)
                .filter(entry -> entry.state() != InboxEntry.State.FAILED)
                .isPresent());
    }

    private static int status(WebhookRejectedException.Reason reason) {
        return switch (reason) {
            case TOO_LARGE -> 413;
            case MALFORMED -> 400;
            case NO_SECRET, UNSIGNED, WRONG_SIGNATURE, EXPIRED -> 401;
        };
    }
}
