package dev.issuelink.error;

import java.util.Objects;

/**
 * One field that a tracker refused.
 *
 * @param field the tracker's name of the field, or empty if it named none
 * @param code the tracker's short reason such as {@code missing_field}, or empty
 * @param message the tracker's own words, clipped and scrubbed, or empty
 */
public record FieldFault(String field, String code, String message) {
    /** Checks that no component is null. */
    public FieldFault {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        var reason = message.isEmpty() ? code : message;
        return field.isEmpty() ? reason : field + ": " + reason;
    }
}
