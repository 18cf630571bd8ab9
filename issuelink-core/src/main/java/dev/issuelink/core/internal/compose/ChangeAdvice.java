package dev.issuelink.core.internal.compose;

import dev.issuelink.event.DatabaseEvent;
import java.util.List;
import java.util.Locale;

/** What to look at before a change of the schema is made, and after it failed. */
final class ChangeAdvice {
    private static final double LONG_DOWNTIME_MINUTES = 5;

    private ChangeAdvice() {}

    static void proposed(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var name = Advice.name(event.object().qualifiedName());
        var sql = facts.text("change.sql_ddl");
        SqlTokens.statements(sql).forEach(statement -> DdlAdvice.of(statement, advice));
        dependents(facts, name, advice);
        var downtime = facts.numberOrNaN("impact.downtime_minutes");
        advice.when(
                downtime >= LONG_DOWNTIME_MINUTES,
                name + " cannot be used for " + Quantities.shown(downtime, "minutes")
                        + ": plan a maintenance window, or make the change in smaller steps.");
        advice.when(
                facts.is("impact.has_rollback", false)
                        || (!sql.isEmpty()
                                && facts.text("change.rollback_sql").isEmpty()
                                && !facts.is("impact.has_rollback", true)),
                "No way back is described for the change of " + name + ": write the rollback before it is approved.");
    }

    private static void dependents(AttributeReader facts, String name, Advice advice) {
        var dependents = facts.trees("dependencies").stream()
                .map(dependent -> dependent.text("qualified_name"))
                .filter(text -> !text.isEmpty())
                .toList();
        advice.when(
                facts.text("change.type").equals("DROP") && !dependents.isEmpty(),
                "Dropping " + name + " breaks what depends on it: change " + Advice.names(dependents) + " first.");
    }

    static void failed(DatabaseEvent event, Advice advice) {
        var facts = new AttributeReader(event.attributes());
        var name = Advice.name(event.object().qualifiedName());
        var error = facts.text("migration.error").toLowerCase(Locale.ROOT);
        advice.when(
                facts.is("migration.rolled_back", false),
                "What the migration of " + name
                        + " did before it failed was not taken back: compare the schema with what"
                        + " is expected before it is run again.");
        advice.when(
                mentions(error, "lock timeout", "lock wait timeout", "deadlock", "could not obtain lock"),
                "The migration of " + name + " waited for a lock: run it again when no long transaction is open.");
        advice.when(
                mentions(error, "already exists", "duplicate column"),
                "What the migration of " + name
                        + " makes is there already: see whether it ran in part before, or was made" + " by hand.");
        advice.when(
                mentions(error, "permission denied", "access denied", "must be owner", "insufficient privilege"),
                "The migration of " + name + " lacks a right: run it as the owner, or grant what is missing.");
        advice.when(
                mentions(error, "duplicate key", "unique constraint", "contains null", "cannot be null", "violates"),
                "Rows of " + name + " break the new rule: correct the data before the migration is run again.");
    }

    static boolean mentions(String text, String... words) {
        return List.of(words).stream().anyMatch(text::contains);
    }
}
