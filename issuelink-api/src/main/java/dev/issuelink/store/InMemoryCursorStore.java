package dev.issuelink.store;

import dev.issuelink.model.Cursor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Cursors in memory. */
final class InMemoryCursorStore implements CursorStore {
    private record Feed(String tracker, String name) {}

    static final class Rows {
        private final Map<Feed, Cursor> cursors = new HashMap<>();
    }

    private final Session session;
    private final Rows rows;

    InMemoryCursorStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public Optional<Cursor> find(String tracker, String feed) {
        session.check();
        return Optional.ofNullable(rows.cursors.get(new Feed(tracker, feed)));
    }

    @Override
    public void save(String tracker, String feed, Cursor cursor) {
        session.check();
        session.put(rows.cursors, new Feed(tracker, feed), cursor);
    }

    @Override
    public void clear(String tracker, String feed) {
        session.check();
        session.remove(rows.cursors, new Feed(tracker, feed));
    }
}
