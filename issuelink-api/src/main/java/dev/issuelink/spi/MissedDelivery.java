package dev.issuelink.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * A delivery that the host never accepted.
 *
 * @param id by which the tracker can be asked to deliver it again
 * @param deliveryId the id that the delivery carries, equal when it is delivered again
 * @param kind the tracker's word for what happened
 * @param lastTriedAt when the tracker tried last, by its clock
 */
public record MissedDelivery(String id, String deliveryId, String kind, Instant lastTriedAt) {
    /** Checks the components. */
    public MissedDelivery {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(deliveryId, "deliveryId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(lastTriedAt, "lastTriedAt");
    }
}
