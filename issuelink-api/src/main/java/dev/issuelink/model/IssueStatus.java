package dev.issuelink.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The status of an issue as its tracker tells it.
 *
 * @param name the tracker's own word, for example {@code In Progress}
 * @param category what it means
 * @param resolution why it is done; empty unless the category is {@link StatusCategory#DONE} and the tracker told why
 */
public record IssueStatus(String name, StatusCategory category, Optional<Resolution> resolution) {
    /** Checks the components. */
    public IssueStatus {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(resolution, "resolution");
    }

    /**
     * A status without a resolution.
     *
     * @param name the tracker's own word
     * @param category what it means
     * @return the status
     */
    public static IssueStatus of(String name, StatusCategory category) {
        return new IssueStatus(name, category, Optional.empty());
    }

    /**
     * Whether the issue is done.
     *
     * @return true if the category is {@link StatusCategory#DONE}
     */
    public boolean isDone() {
        return category == StatusCategory.DONE;
    }

    @Override
    public String toString() {
        return resolution.map(reason -> name + " (" + reason + ")").orElse(name);
    }
}
