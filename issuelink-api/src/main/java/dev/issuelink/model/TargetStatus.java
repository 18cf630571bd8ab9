package dev.issuelink.model;

import java.util.Objects;
import java.util.Optional;

/**
 * The status that an issue should get. A provider chooses the tracker's own status of that name, or the nearest one of
 * that category.
 *
 * @param category what it should mean
 * @param name the tracker's own word, if only that one will do
 * @param resolution why it is done, if it is to be done and the reason matters
 */
public record TargetStatus(StatusCategory category, Optional<String> name, Optional<Resolution> resolution) {
    /** Checks the components. */
    public TargetStatus {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(resolution, "resolution");
        if (category == StatusCategory.UNKNOWN) {
            throw new IllegalArgumentException("An issue cannot be moved to an unknown status");
        }
        if (resolution.isPresent() && category != StatusCategory.DONE) {
            throw new IllegalArgumentException("Only a status that is done has a resolution");
        }
    }

    /**
     * Any status of the category.
     *
     * @param category what it should mean
     * @return the target
     */
    public static TargetStatus of(StatusCategory category) {
        return new TargetStatus(category, Optional.empty(), Optional.empty());
    }

    /**
     * Done for a reason.
     *
     * @param resolution why
     * @return the target
     */
    public static TargetStatus done(Resolution resolution) {
        return new TargetStatus(StatusCategory.DONE, Optional.empty(), Optional.of(resolution));
    }
}
