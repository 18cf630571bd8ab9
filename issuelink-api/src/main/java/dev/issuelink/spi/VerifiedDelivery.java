package dev.issuelink.spi;

import dev.issuelink.store.InboxEntry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that was proved to come from the tracker. Only {@link WebhookOperations#verify} makes one; the engine
 * keeps it in the inbox and takes it out again.
 */
public final class VerifiedDelivery {
    private final String id;
    private final String kind;
    private final byte[] payload;

    VerifiedDelivery(String id, String kind, byte[] payload) {
        this.id = Objects.requireNonNull(id, "id");
        this.kind = Objects.requireNonNull(kind, "kind");
        this.payload = payload;
    }

    /**
     * Takes a delivery out of the inbox, where only verified ones get in. For the engine.
     *
     * @param entry the inbox entry
     * @return the delivery
     */
    public static VerifiedDelivery of(InboxEntry entry) {
        return new VerifiedDelivery(entry.deliveryId(), entry.kind(), entry.payload());
    }

    /**
     * Puts the delivery into the form of the inbox. For the engine.
     *
     * @param tracker the configured name of the tracker
     * @param receivedAt when it was received, by the engine's clock
     * @return a pending entry
     */
    public InboxEntry toInboxEntry(String tracker, Instant receivedAt) {
        return InboxEntry.pending(tracker, id, kind, payload, receivedAt);
    }

    /**
     * The tracker's id of the delivery.
     *
     * @return the id, equal when it is delivered again
     */
    public String id() {
        return id;
    }

    /**
     * The tracker's word for what happened.
     *
     * @return for example {@code issues}
     */
    public String kind() {
        return kind;
    }

    /**
     * The verified body in the tracker's own format.
     *
     * @return a copy
     */
    public byte[] payload() {
        return payload.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifiedDelivery that
                && id.equals(that.id)
                && kind.equals(that.kind)
                && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "VerifiedDelivery[" + id + ", " + kind + ", " + payload.length + " bytes]";
    }
}
