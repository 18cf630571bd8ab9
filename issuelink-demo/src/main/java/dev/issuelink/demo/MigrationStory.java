package dev.issuelink.demo;

import dev.issuelink.event.ChangeImpact;
import dev.issuelink.event.Migration;
import dev.issuelink.event.MigrationEvents;
import dev.issuelink.event.SchemaChange;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Resolution;
import java.util.List;

/** A migration that is applied after somebody approved it in an issue. */
final class MigrationStory {
    static final List<String> STATEMENTS =
            List.of("""
            CREATE TABLE customers (
              id INTEGER PRIMARY KEY,
              email TEXT NOT NULL
            )""", """
            CREATE TABLE orders (
              id INTEGER PRIMARY KEY,
              customer_id INTEGER NOT NULL,
              status TEXT NOT NULL DEFAULT 'new',
              total_cents INTEGER NOT NULL DEFAULT 0,
              CONSTRAINT fk_orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
            )""", "CREATE INDEX ix_orders_customer_id ON orders (customer_id)");

    private static final ObjectReference OBJECT = ObjectReference.of(ObjectType.MIGRATION, "V001__create_shop");
    private static final String ROLLBACK = "DROP TABLE orders;\nDROP TABLE customers;";

    private final Scene scene;
    private final ShopDatabase database;

    MigrationStory(Scene scene, ShopDatabase database) {
        this.scene = scene;
        this.database = database;
    }

    void tell() {
        scene.console()
                .heading("A migration waits for approval, and is applied to "
                        + database.file().getFileName());
        var impact = ChangeImpact.builder().tableCount(2).hasRollback(true).build();
        var proposal = MigrationEvents.proposed(
                OBJECT, migration(), impact, scene.clock().next());
        scene.preview(proposal);
        var approval = scene.open(proposal);
        scene.decide(approval, Resolution.COMPLETED);
        database.execute(STATEMENTS);
        scene.console().line("  applied  %s, %d statements".formatted(OBJECT.name(), STATEMENTS.size()));
        scene.publish(MigrationEvents.applied(OBJECT, migration(), scene.clock().next()));
    }

    private static Migration migration() {
        return Migration.builder("V001")
                .description("create the shop")
                .script("V001__create_shop.sql")
                .type(SchemaChange.Type.CREATE)
                .sqlDdl(String.join(";\n", STATEMENTS) + ";")
                .rollbackSql(ROLLBACK)
                .reason("The shop needs somewhere to keep its orders.")
                .author("demo")
                .environment(DriftStory.ENVIRONMENT)
                .build();
    }
}
