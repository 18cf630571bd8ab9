package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.issuelink.event.SchemaDifference;
import dev.issuelink.event.SchemaDifference.Change;
import dev.issuelink.event.SchemaDifference.Element;
import dev.issuelink.event.SchemaSnapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a real SQLite file. */
class SchemaReaderTest {
    private ShopDatabase database;

    @BeforeEach
    void migrate(@TempDir Path own) {
        database = ShopDatabase.in(own);
        database.execute(MigrationStory.STATEMENTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsAllThatTheMigrationMakes() {
        var written = SchemaSnapshot.builder("here")
                .column("customers", "id", "INTEGER", true, null)
                .column("customers", "email", "TEXT", false, null)
                .primaryKey("customers", List.of("id"))
                .column("orders", "id", "INTEGER", true, null)
                .column("orders", "customer_id", "INTEGER", false, null)
                .column("orders", "status", "TEXT", false, "'new'")
                .column("orders", "total_cents", "INTEGER", false, "0")
                .primaryKey("orders", List.of("id"))
                .index("orders", "ix_orders_customer_id", false, List.of("customer_id"))
                .foreignKey("orders", "fk_orders_customer", List.of("customer_id"), "customers", List.of("id"))
                .build();
        assertThat(written.differencesTo(snapshot())).isEmpty();
    }

    @Test
    void findsNoDriftWhereNothingChanged() {
        assertThat(snapshot()).isEqualTo(snapshot());
    }

    @Test
    void findsAnAddedColumn() {
        assertThat(after("ALTER TABLE orders ADD COLUMN note TEXT"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.change()).isEqualTo(Change.ADDED);
                    assertThat(difference.element()).isEqualTo(Element.COLUMN);
                    assertThat(difference.table()).isEqualTo("orders");
                    assertThat(difference.name()).isEqualTo("note");
                });
    }

    @Test
    void findsARemovedColumn() {
        assertThat(after("ALTER TABLE orders DROP COLUMN status"))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.change()).isEqualTo(Change.REMOVED);
                    assertThat(difference.element()).isEqualTo(Element.COLUMN);
                    assertThat(difference.name()).isEqualTo("status");
                });
    }

    @Test
    void findsADroppedIndex() {
        assertThat(after("DROP INDEX ix_orders_customer_id")).singleElement().satisfies(difference -> {
            assertThat(difference.change()).isEqualTo(Change.REMOVED);
            assertThat(difference.element()).isEqualTo(Element.INDEX);
            assertThat(difference.name()).isEqualTo("ix_orders_customer_id");
        });
    }

    @Test
    void findsATypeThatHoldsLess() {
        database.execute(List.of("CREATE TABLE notes (text VARCHAR(200))"));
        var before = snapshot();
        database.execute(List.of("DROP TABLE notes", "CREATE TABLE notes (text VARCHAR(20))"));
        assertThat(before.differencesTo(snapshot())).singleElement().satisfies(difference -> {
            assertThat(difference.element()).isEqualTo(Element.TYPE);
            assertThat(difference.actual()).contains("VARCHAR(20)");
        });
    }

    @Test
    void takesAnUnderscoreInANameForNothingElse() {
        assertThat(after("CREATE TABLE a_b (x TEXT)", "CREATE TABLE acb (y TEXT)"))
                .extracting(SchemaDifference::element)
                .containsOnly(Element.TABLE)
                .hasSize(2);
    }

    @Test
    void keepsForeignKeysWithoutNamesApart() {
        var differences = after("""
                CREATE TABLE gifts (
                  giver INTEGER REFERENCES customers (id),
                  taker INTEGER REFERENCES customers (id)
                )""");
        assertThat(differences)
                .singleElement()
                .extracting(SchemaDifference::table)
                .isEqualTo("gifts");
        assertThat(snapshot().attributes().asMap().toString()).contains("of giver", "of taker");
    }

    @Test
    void leavesTheSchemaAsItWasWhenAStatementFails() {
        var before = snapshot();
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> after("DROP INDEX ix_orders_customer_id", "DROP TABLE nothing"))
                .withMessageContaining("nothing");
        assertThat(snapshot()).isEqualTo(before);
    }

    private List<SchemaDifference> after(String... statements) {
        var before = snapshot();
        database.execute(List.of(statements));
        return before.differencesTo(snapshot());
    }

    private SchemaSnapshot snapshot() {
        return database.snapshot("here");
    }
}
