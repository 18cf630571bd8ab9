package dev.issuelink.event;

import dev.issuelink.event.SchemaDifference.Change;
import dev.issuelink.model.ObjectReference;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Makes events of a schema: changes that are proposed, and drift. */
public final class SchemaEvents {
    private static final int ID_BYTES = 6;

    private SchemaEvents() {}

    /**
     * A change is proposed and waits for approval.
     *
     * @param change what is to change
     * @param impact what it does to everything around it
     * @param at when it was proposed
     * @return a {@link EventType#SCHEMA_CHANGE_PROPOSED}
     */
    public static DatabaseEvent changeProposed(SchemaChange change, ChangeImpact impact, Instant at) {
        var tree = new Tree()
                .text("change.id", idOf(change))
                .all(change.attributes())
                .all(impact.attributes());
        return new DatabaseEvent(EventType.SCHEMA_CHANGE_PROPOSED, change.object(), tree.build(), at);
    }

    /**
     * A schema differs from what it should be. The event holds every difference, and of both snapshots the tables in which
     * there is one.
     *
     * @param object what was compared: a schema, a database or a single table
     * @param environment where, such as {@code production}
     * @param expected how it should be
     * @param actual how it is
     * @param at when it was seen
     * @return a {@link EventType#DRIFT_DETECTED}
     * @throws IllegalArgumentException if the environment is blank, or nothing differs
     */
    public static DatabaseEvent driftDetected(
            ObjectReference object, String environment, SchemaSnapshot expected, SchemaSnapshot actual, Instant at) {
        var differences = expected.differencesTo(actual);
        if (differences.isEmpty()) {
            throw new IllegalArgumentException("There is no drift: the snapshots of " + expected.source() + " and "
                    + actual.source() + " are equal");
        }
        var tables = differences.stream().map(SchemaDifference::table).collect(Collectors.toSet());
        var tree = environment(environment);
        drift(tree, differences);
        tree.all("expected", expected.only(tables)).all("actual", actual.only(tables));
        return new DatabaseEvent(EventType.DRIFT_DETECTED, object, tree.build(), at);
    }

    /**
     * A schema is again what it should be.
     *
     * @param object what was compared
     * @param environment where; the same word as when the drift was detected
     * @param at when it was seen
     * @return a {@link EventType#DRIFT_RESOLVED}
     * @throws IllegalArgumentException if the environment is blank
     */
    public static DatabaseEvent driftResolved(ObjectReference object, String environment, Instant at) {
        return new DatabaseEvent(
                EventType.DRIFT_RESOLVED, object, environment(environment).build(), at);
    }

    private static Tree environment(String name) {
        return new Tree().text("environment.name", Tree.named(name, "name of an environment"));
    }

    private static void drift(Tree tree, List<SchemaDifference> differences) {
        var worst = differences.stream().map(SchemaDifference::severity).max(Comparator.naturalOrder());
        tree.text("drift.severity", worst.orElse(Severity.LOW).word());
        tree.count("drift.difference_count", differences.size());
        tree.count("drift.added_count", count(differences, Change.ADDED));
        tree.count("drift.removed_count", count(differences, Change.REMOVED));
        tree.count("drift.changed_count", count(differences, Change.CHANGED));
        tree.list(
                "drift.differences",
                differences.stream().map(SchemaDifference::tree).toList());
    }

    private static long count(List<SchemaDifference> differences, Change change) {
        return differences.stream()
                .filter(difference -> difference.change() == change)
                .count();
    }

    /** A short hash of what is proposed, so that the same proposal made twice is one. */
    private static String idOf(SchemaChange change) {
        var text = change.attributes().find("change.type").orElse("") + "\n"
                + change.attributes().find("change.sql_ddl").orElse("");
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
