package dev.issuelink.core.internal.codec;

import dev.issuelink.model.Issue;
import java.util.Optional;
import java.util.Set;

/**
 * What the engine keeps of an issue besides its reference.
 *
 * @param issue the whole issue, or empty if only its reference was ever given to us
 * @param unlinked keys of objects that somebody unlinked, so that detection does not link them again
 */
public record SnapshotContent(Optional<Issue> issue, Set<String> unlinked) {
    public SnapshotContent {
        unlinked = Set.copyOf(unlinked);
    }

    /** Nothing known. */
    public static SnapshotContent none() {
        return new SnapshotContent(Optional.empty(), Set.of());
    }
}
