package dev.issuelink.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A milestone, version or iteration that an issue is planned for.
 *
 * @param id how the tracker names it in writes
 * @param title what people call it
 * @param state the tracker's own word, for example {@code open}
 * @param dueOn when it is due, if the tracker tells
 */
public record Milestone(String id, String title, String state, Optional<Instant> dueOn) {
    /** Checks the components. */
    public Milestone {
        Checks.notBlank(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(dueOn, "dueOn");
    }
}
