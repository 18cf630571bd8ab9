package dev.issuelink.model;

import java.util.List;
import java.util.Objects;

/**
 * What a tracker really stored.
 *
 * @param stored the thing as the tracker keeps it now
 * @param dropped what was asked and silently not done; empty if all was done
 * @param <T> what was written
 */
public record WriteResult<T>(T stored, List<DroppedField> dropped) {
    /** Checks and copies the components. */
    public WriteResult {
        Objects.requireNonNull(stored, "stored");
        dropped = List.copyOf(dropped);
    }

    /**
     * A write that was carried out as asked.
     *
     * @param stored the thing as the tracker keeps it now
     * @param <T> what was written
     * @return the result
     */
    public static <T> WriteResult<T> complete(T stored) {
        return new WriteResult<>(stored, List.of());
    }
}
