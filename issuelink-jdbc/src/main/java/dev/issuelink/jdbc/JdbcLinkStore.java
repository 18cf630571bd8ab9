package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.LinkType;
import dev.issuelink.model.ObjectKey;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.store.LinkStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Links in a table, indexed by id, pair and issue; the index of pairs serves the look-up by object, too. */
final class JdbcLinkStore implements LinkStore {
    private static final String LINK = """
            SELECT id, object_type, object_database, object_schema, object_name, object_qualified_name,
              object_version_hash, object_modified_at, tracker, issue_id, type, created_by, created_at, direction
            FROM {link}\s""";
    private static final String INSERT = """
            INSERT INTO {link} (id, object_key, issue_key, object_type, object_database, object_schema, object_name,
              object_qualified_name, object_version_hash, object_modified_at, tracker, issue_id, type, created_by,
              created_at, direction)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OLDEST_FIRST = " ORDER BY created_at, id";

    private final Session session;

    JdbcLinkStore(Session session) {
        this.session = session;
    }

    // Another may remove what was in the way between two looks; then there is nothing in the way any more.
    @Override
    public boolean saveIfAbsent(IssueLink link) {
        session.check();
        while (!insert(link)) {
            if (isLinked(Key.of(link.object().key()), Key.of(link.issue()))) {
                return false;
            }
            if (isTaken(SortedId.encode(link.id()))) {
                throw new IllegalArgumentException("There is a link with the id " + link.id() + " already");
            }
        }
        return true;
    }

    // Locked, so that it is the row that was in the way and not what was there when the host's transaction began.
    private boolean isLinked(Key object, Key issue) {
        return session.first(
                        "SELECT type FROM {link} WHERE object_key = ? AND issue_key = ? {for update}",
                        row -> row.text("type"),
                        object,
                        issue)
                .isPresent();
    }

    private boolean isTaken(byte[] id) {
        return session.first("SELECT type FROM {link} WHERE id = ? {for update}", row -> row.text("type"), (Object) id)
                .isPresent();
    }

    private boolean insert(IssueLink link) {
        var object = link.object();
        return session.insertIfAbsent(
                INSERT,
                SortedId.checked(link.id()),
                Key.of(object.key()),
                Key.of(link.issue()),
                object.type().name(),
                object.database().orElse(null),
                object.schema().orElse(null),
                object.name(),
                object.qualifiedName(),
                object.versionHash().orElse(null),
                object.modifiedAt().orElse(null),
                link.issue().tracker(),
                link.issue().id(),
                link.type().name(),
                link.createdBy(),
                link.createdAt(),
                link.direction().name());
    }

    @Override
    public Optional<IssueLink> find(String id) {
        return session.first(LINK + "WHERE id = ?", JdbcLinkStore::link, (Object) SortedId.encode(id));
    }

    @Override
    public Optional<IssueLink> find(ObjectKey object, IssueKey issue) {
        return session.first(
                LINK + "WHERE object_key = ? AND issue_key = ?", JdbcLinkStore::link, Key.of(object), Key.of(issue));
    }

    @Override
    public List<IssueLink> findByObject(ObjectKey object) {
        return session.list(LINK + "WHERE object_key = ?" + OLDEST_FIRST, JdbcLinkStore::link, Key.of(object));
    }

    @Override
    public List<IssueLink> findByIssue(IssueKey issue) {
        return session.list(LINK + "WHERE issue_key = ?" + OLDEST_FIRST, JdbcLinkStore::link, Key.of(issue));
    }

    @Override
    public List<IssueLink> findAfter(@Nullable String afterId, int limit) {
        session.check();
        Limits.check(limit);
        return afterId == null
                ? session.list(LINK + "ORDER BY id LIMIT ?", JdbcLinkStore::link, limit)
                : session.list(
                        LINK + "WHERE id > ? ORDER BY id LIMIT ?",
                        JdbcLinkStore::link,
                        SortedId.encode(afterId),
                        limit);
    }

    @Override
    public boolean remove(String id) {
        return session.update("DELETE FROM {link} WHERE id = ?", (Object) SortedId.encode(id)) > 0;
    }

    // MySQL refuses to read the table that it deletes from, unless the reading is wrapped once more.
    @Override
    public void moveIssue(IssueKey from, IssueKey to) {
        session.check();
        if (from.equals(to)) {
            return;
        }
        session.update("""
                DELETE FROM {link} WHERE issue_key = ? AND object_key IN (
                  SELECT object_key FROM (SELECT object_key FROM {link} WHERE issue_key = ?) there)""", Key.of(from), Key.of(to));
        session.update(
                "UPDATE {link} SET issue_key = ?, tracker = ?, issue_id = ? WHERE issue_key = ?",
                Key.of(to),
                to.tracker(),
                to.id(),
                Key.of(from));
    }

    private static IssueLink link(Row row) throws SQLException {
        return IssueLink.builder(row.id("id"), object(row), row.issue())
                .type(LinkType.valueOf(row.text("type")))
                .createdBy(row.text("created_by"))
                .createdAt(row.time("created_at"))
                .direction(SyncDirection.valueOf(row.text("direction")))
                .build();
    }

    private static ObjectReference object(Row row) throws SQLException {
        return ObjectReference.builder(new ObjectType(row.text("object_type")), row.text("object_name"))
                .database(row.textOrNull("object_database"))
                .schema(row.textOrNull("object_schema"))
                .qualifiedName(row.text("object_qualified_name"))
                .versionHash(row.textOrNull("object_version_hash"))
                .modifiedAt(row.timeOrNull("object_modified_at"))
                .build();
    }
}
