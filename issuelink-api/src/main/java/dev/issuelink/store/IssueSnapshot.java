package dev.issuelink.store;

import dev.issuelink.model.IssueReference;
import java.time.Instant;
import java.util.Objects;

/**
 * An issue as it was last seen.
 *
 * @param reference identity, place and summary
 * @param document the whole issue as text, made and read by the engine only
 * @param seenAt when it was seen, by the engine's clock
 * @param deleted whether the tracker said that it is gone
 */
public record IssueSnapshot(IssueReference reference, String document, Instant seenAt, boolean deleted) {
    /** Checks the components. */
    public IssueSnapshot {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(seenAt, "seenAt");
    }

    @Override
    public String toString() {
        return "IssueSnapshot[" + reference + " at " + seenAt + (deleted ? ", deleted]" : "]");
    }
}
