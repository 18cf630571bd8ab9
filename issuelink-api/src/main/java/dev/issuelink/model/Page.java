package dev.issuelink.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a listing.
 *
 * @param items what the page holds; may be empty although more pages follow
 * @param next where the next page begins, or empty if this is the last
 * @param skipped how many things the tracker mixed in that are not what was asked for, and that were left out:
 *     GitHub's issue listings hold pull requests
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<Cursor> next, int skipped) {
    /** Checks and copies the components. */
    public Page {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }

    /**
     * The only page of a listing.
     *
     * @param items what it holds
     * @param <T> what is listed
     * @return the page
     */
    public static <T> Page<T> only(List<T> items) {
        return new Page<>(items, Optional.empty(), 0);
    }
}
