package dev.issuelink.model;

import java.util.Objects;

/**
 * Something that a write asked for and that the tracker, or we, did not carry out.
 *
 * @param field the field in our words: {@code labels}, {@code assignees}, {@code body}
 * @param value what was asked; may be clipped
 * @param reason why, as far as known, and what to do
 */
public record DroppedField(String field, String value, String reason) {
    /** Checks the components. */
    public DroppedField {
        Checks.notBlank(field, "field");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(reason, "reason");
    }
}
