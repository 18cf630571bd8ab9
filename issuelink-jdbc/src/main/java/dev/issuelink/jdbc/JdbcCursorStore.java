package dev.issuelink.jdbc;

import dev.issuelink.model.Cursor;
import dev.issuelink.store.CursorStore;
import java.util.Optional;

/** Cursors in a table. */
final class JdbcCursorStore implements CursorStore {
    private final Session session;

    JdbcCursorStore(Session session) {
        this.session = session;
    }

    // A cursor that is read is mostly saved afterwards, so it is locked, or its place is if there is none.
    @Override
    public Optional<Cursor> find(String tracker, String feed) {
        var key = Key.of(tracker, feed);
        var found = read(key);
        if (found.isPresent()) {
            return found;
        }
        session.lockPlace("cursor", key);
        return read(key);
    }

    private Optional<Cursor> read(Key key) {
        return session.first(
                "SELECT value FROM {cursor} WHERE feed_key = ? {for update}",
                row -> new Cursor(row.text("value")),
                key);
    }

    @Override
    public void save(String tracker, String feed, Cursor cursor) {
        var key = Key.of(tracker, feed);
        if (!update(key, cursor)) {
            session.lockPlace("cursor", key);
            if (!update(key, cursor)) {
                session.update(
                        "INSERT INTO {cursor} (feed_key, tracker, feed, value, saves) VALUES (?, ?, ?, ?, 1)",
                        key,
                        tracker,
                        feed,
                        cursor.value());
            }
        }
    }

    // Counting the saves changes the row in any case: some drivers count only rows that were really changed.
    private boolean update(Key key, Cursor cursor) {
        return session.update(
                        "UPDATE {cursor} SET value = ?, saves = saves + 1 WHERE feed_key = ?", cursor.value(), key)
                > 0;
    }

    @Override
    public void clear(String tracker, String feed) {
        session.update("DELETE FROM {cursor} WHERE feed_key = ?", Key.of(tracker, feed));
    }
}
