package dev.issuelink.spi;

import dev.issuelink.model.Listing;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Webhooks of one tracker: proving that a request comes from it, reading what it says, and managing what is registered.
 * An abstract class rather than an interface, so that {@link #verify} stays the only way to a {@link VerifiedDelivery}.
 * Threads, errors and capabilities as in {@link IssueTrackerAdapter}.
 */
public abstract class WebhookOperations {
    /** For providers. */
    protected WebhookOperations() {}

    /**
     * What a provider found out about a genuine request.
     *
     * @param id the tracker's id of the delivery, equal when it is delivered again
     * @param kind the tracker's word for what happened
     * @param payload the body in the tracker's own format, freed of transport coding
     */
    // Handed over once and never compared, so an array does no harm here.
    @SuppressWarnings("ArrayRecordComponent")
    protected record Proof(String id, String kind, byte[] payload) {
        /** Checks that no component is null. */
        public Proof {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(payload, "payload");
        }
    }

    /**
     * Proves that a request comes from the tracker. Nothing is parsed before it is proved.
     *
     * @param request the request
     * @return the delivery
     * @throws dev.issuelink.error.WebhookRejectedException if it is not proved
     */
    public final VerifiedDelivery verify(WebhookRequest request) {
        var proof = prove(request);
        return new VerifiedDelivery(proof.id(), proof.kind(), proof.payload());
    }

    /**
     * Proves that a request comes from the tracker: over the raw bytes, in constant time, before anything is parsed.
     *
     * @param request the request
     * @return what it is
     * @throws dev.issuelink.error.WebhookRejectedException if it is not proved
     */
    protected abstract Proof prove(WebhookRequest request);

    /**
     * Says in our words what a delivery tells. Kinds, actions and fields that are not known lead to
     * {@link TrackerEvent.Ignored}, never to an exception.
     *
     * @param delivery the delivery
     * @return what happened, in order
     * @throws dev.issuelink.error.TrackerException with {@link dev.issuelink.error.ErrorCode#PROTOCOL} if the body
     *     cannot be read at all
     */
    public abstract List<TrackerEvent> normalise(VerifiedDelivery delivery);

    /**
     * Registers a webhook, or brings one that exists for the same address up to date and switches it on again. Asking
     * twice registers once.
     *
     * @param config what it should be
     * @return what it is
     */
    public abstract WebhookRegistration registerWebhook(WebhookConfig config);

    /**
     * Lists what is registered.
     *
     * @return the webhooks that this credential can see
     */
    public abstract Listing<WebhookRegistration> getWebhooks();

    /**
     * Removes a webhook. One that is gone already is no error.
     *
     * @param id the tracker's id of it
     */
    public abstract void unregisterWebhook(String id);

    /**
     * Lists deliveries that the host never accepted, by any attempt.
     *
     * @param webhookId of which webhook
     * @param since tried at this time or later, by the tracker's clock
     * @return the deliveries, each once, newest first
     */
    public abstract Listing<MissedDelivery> missedDeliveries(String webhookId, Instant since);

    /**
     * Asks the tracker to deliver again.
     *
     * @param webhookId of which webhook
     * @param delivery which delivery
     */
    public abstract void redeliver(String webhookId, MissedDelivery delivery);
}
