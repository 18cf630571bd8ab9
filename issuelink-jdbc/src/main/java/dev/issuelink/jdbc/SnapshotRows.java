package dev.issuelink.jdbc;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.store.IssueSnapshot;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of snapshots. */
final class SnapshotRows {
    private static final String SNAPSHOT = """
            SELECT tracker, issue_id, provider, project, display_key, url, title, status_name, status_category,
              status_resolution, priority, labels, assignee, created_at, updated_at, document, seen_at, deleted
            FROM {snapshot}\s""";
    // Counting the saves changes the row in any case: some drivers count only rows that were really changed.
    private static final String UPDATE = """
            UPDATE {snapshot} SET provider = ?, project = ?, display_key = ?, url = ?, title = ?, status_name = ?,
              status_category = ?, status_resolution = ?, priority = ?, labels = ?, assignee = ?, created_at = ?,
              updated_at = ?, document = ?, seen_at = ?, deleted = ?, saves = saves + 1
            WHERE issue_key = ?""";
    private static final String INSERT = """
            INSERT INTO {snapshot} (provider, project, display_key, url, title, status_name, status_category,
              status_resolution, priority, labels, assignee, created_at, updated_at, document, seen_at, deleted,
              issue_key, tracker, issue_id, saves)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""";

    private final Session session;

    SnapshotRows(Session session) {
        this.session = session;
    }

    Optional<IssueSnapshot> find(IssueKey issue) {
        return session.first(SNAPSHOT + "WHERE issue_key = ? {for update}", SnapshotRows::snapshot, Key.of(issue));
    }

    List<IssueSnapshot> findAll(Object[] keys) {
        return session.list(SNAPSHOT + "WHERE issue_key IN " + Groups.PLACES, SnapshotRows::snapshot, keys);
    }

    boolean update(IssueSnapshot snapshot) {
        var values = new ArrayList<>(values(snapshot));
        values.add(Key.of(snapshot.reference().key()));
        return session.update(UPDATE, values.toArray()) > 0;
    }

    void insert(IssueSnapshot snapshot) {
        var issue = snapshot.reference().key();
        var values = new ArrayList<>(values(snapshot));
        values.addAll(List.of(Key.of(issue), issue.tracker(), issue.id()));
        session.update(INSERT, values.toArray());
    }

    void delete(IssueKey issue) {
        session.update("DELETE FROM {snapshot} WHERE issue_key = ?", Key.of(issue));
    }

    private static List<@Nullable Object> values(IssueSnapshot snapshot) {
        var reference = snapshot.reference();
        var status = reference.status();
        return Arrays.asList(
                reference.provider(),
                reference.project(),
                reference.displayKey(),
                reference.url().toString(),
                reference.title().orElse(null),
                status.map(IssueStatus::name).orElse(null),
                status.map(each -> each.category().name()).orElse(null),
                status.flatMap(IssueStatus::resolution).map(Resolution::name).orElse(null),
                reference.priority().map(Priority::name).orElse(null),
                Texts.lines(reference.labels()),
                reference.assignee().orElse(null),
                reference.createdAt().orElse(null),
                reference.updatedAt().orElse(null),
                snapshot.document(),
                snapshot.seenAt(),
                snapshot.deleted());
    }

    private static IssueSnapshot snapshot(Row row) throws SQLException {
        return new IssueSnapshot(reference(row), row.text("document"), row.time("seen_at"), row.truth("deleted"));
    }

    private static IssueReference reference(Row row) throws SQLException {
        var priority = row.textOrNull("priority");
        return IssueReference.builder(
                        row.issue(),
                        row.text("provider"),
                        row.text("project"),
                        row.text("display_key"),
                        URI.create(row.text("url")))
                .title(row.textOrNull("title"))
                .status(status(row))
                .priority(priority == null ? null : new Priority(priority))
                .labels(Texts.ofLines(row.text("labels")))
                .assignee(row.textOrNull("assignee"))
                .createdAt(row.timeOrNull("created_at"))
                .updatedAt(row.timeOrNull("updated_at"))
                .build();
    }

    private static @Nullable IssueStatus status(Row row) throws SQLException {
        var name = row.textOrNull("status_name");
        if (name == null) {
            return null;
        }
        var resolution =
                Optional.ofNullable(row.textOrNull("status_resolution")).map(Resolution::valueOf);
        return new IssueStatus(name, StatusCategory.valueOf(row.text("status_category")), resolution);
    }
}
