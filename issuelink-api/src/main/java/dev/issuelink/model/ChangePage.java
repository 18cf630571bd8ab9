package dev.issuelink.model;

import java.util.List;
import java.util.Objects;

/**
 * A page of a feed of changes. Store {@link #next()} together with what was made of the items, in one transaction, and
 * nothing is lost or done twice.
 *
 * @param items what changed; the same thing may appear again on a later page
 * @param next where to go on; equal to the cursor that was given if nothing changed
 * @param more whether more is known to wait right now
 * @param skipped how many things of another kind the tracker mixed in and that were left out, see {@link Page}
 * @param <T> what changes
 */
public record ChangePage<T>(List<T> items, Cursor next, boolean more, int skipped) {
    /** Checks and copies the components. */
    public ChangePage {
        items = List.copyOf(items);
        Objects.requireNonNull(next, "next");
    }
}
