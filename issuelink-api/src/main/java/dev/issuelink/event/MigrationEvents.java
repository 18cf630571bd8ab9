package dev.issuelink.event;

import dev.issuelink.model.ObjectReference;
import java.time.Instant;

/**
 * Makes events of a migration's life. All events of one migration belong together by object, version and environment, so
 * name the environment in all of them or in none.
 */
public final class MigrationEvents {
    private MigrationEvents() {}

    /**
     * A migration waits for approval.
     *
     * @param object the migration, or what it changes; the same in all events of the migration
     * @param migration what it does
     * @param impact what it does to everything around it
     * @param at when it was proposed
     * @return a {@link EventType#MIGRATION_PROPOSED}
     */
    public static DatabaseEvent proposed(ObjectReference object, Migration migration, ChangeImpact impact, Instant at) {
        var tree = new Tree().all(migration.attributes()).all(impact.attributes());
        return new DatabaseEvent(EventType.MIGRATION_PROPOSED, object, tree.build(), at);
    }

    /**
     * A migration was applied.
     *
     * @param object the migration, or what it changes
     * @param migration what it did
     * @param at when it was done
     * @return a {@link EventType#MIGRATION_APPLIED}
     */
    public static DatabaseEvent applied(ObjectReference object, Migration migration, Instant at) {
        return new DatabaseEvent(EventType.MIGRATION_APPLIED, object, migration.attributes(), at);
    }

    /**
     * A migration failed.
     *
     * @param object the migration, or what it changes
     * @param migration what it did, and what went wrong
     * @param at when it failed
     * @return a {@link EventType#MIGRATION_FAILED}
     */
    public static DatabaseEvent failed(ObjectReference object, Migration migration, Instant at) {
        return new DatabaseEvent(EventType.MIGRATION_FAILED, object, migration.attributes(), at);
    }

    /**
     * A migration that had been applied was taken back.
     *
     * @param object the migration, or what it changes
     * @param migration what it did, and why it was taken back
     * @param at when it was taken back
     * @return a {@link EventType#MIGRATION_ROLLED_BACK}
     */
    public static DatabaseEvent rolledBack(ObjectReference object, Migration migration, Instant at) {
        return new DatabaseEvent(EventType.MIGRATION_ROLLED_BACK, object, migration.attributes(), at);
    }
}
