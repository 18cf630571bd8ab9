package dev.issuelink.store;

import dev.issuelink.model.Cursor;
import java.util.Optional;

/** How far feeds of changes were read. */
public interface CursorStore {
    /**
     * How far a feed was read.
     *
     * @param tracker the configured name of the tracker
     * @param feed the name of the feed
     * @return the cursor, or empty if it was never read
     */
    Optional<Cursor> find(String tracker, String feed);

    /**
     * Keeps how far a feed was read.
     *
     * @param tracker the configured name of the tracker
     * @param feed the name of the feed
     * @param cursor the cursor
     */
    void save(String tracker, String feed, Cursor cursor);

    /**
     * Forgets how far a feed was read, so that it is read from the beginning.
     *
     * @param tracker the configured name of the tracker
     * @param feed the name of the feed
     */
    void clear(String tracker, String feed);
}
