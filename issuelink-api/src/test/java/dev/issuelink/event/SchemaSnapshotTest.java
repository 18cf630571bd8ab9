package dev.issuelink.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.event.SchemaDifference.Change;
import dev.issuelink.event.SchemaDifference.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaSnapshotTest {
    private static final List<String> NAMES = List.of("a", "b", "A", "a b", "c.d");
    private static final List<String> TYPES = List.of("integer", "text", "numeric(10,2)");

    @Property(tries = 200)
    void equalSnapshotsDoNotDiffer(@ForAll("schemas") Schema schema) {
        assertThat(schema.snapshot("one").differencesTo(schema.snapshot("other")))
                .isEmpty();
    }

    @Property(tries = 200)
    void theOtherWayRoundTheSameDiffersTheOtherWayRound(
            @ForAll("schemas") Schema one, @ForAll("schemas") Schema other) {
        var there = one.snapshot("one").differencesTo(other.snapshot("other"));
        var back = other.snapshot("other").differencesTo(one.snapshot("one"));

        assertThat(back).extracting(SchemaSnapshotTest::facts).containsExactlyElementsOf(turned(there));
    }

    @Property(tries = 500)
    void everySingleEditIsOneDifference(@ForAll("schemas") Schema before, @ForAll("edits") Edit edit) {
        var after = edit.change.apply(before);
        var differences = before.snapshot("x").differencesTo(after.snapshot("x"));

        if (before.equals(after)) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences)
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.element()).isEqualTo(edit.element));
        }
    }

    @Test
    void namesAreComparedExactlyAndTypesAreNot() {
        var expected = SchemaSnapshot.builder("x").column("t", "id", "NUMERIC (10, 2)", true, null);
        var actual = SchemaSnapshot.builder("x").column("t", "id", "decimal(10,2)", true, null);
        assertThat(expected.build().differencesTo(actual.build())).isEmpty();

        var other = SchemaSnapshot.builder("x").column("t", "ID", "decimal(10,2)", true, null);
        assertThat(actual.build().differencesTo(other.build()))
                .extracting(SchemaDifference::toString)
                .containsExactly(
                        "ADDED column of t.ID: - -> decimal(10,2)", "REMOVED column of t.id: decimal(10,2) -> -");
    }

    @Test
    void theOrderOfColumnsMakesNoDifferenceButThatOfAKeyDoes() {
        var one =
                SchemaSnapshot.builder("x").column("t", "a", "int", true, null).column("t", "b", "int", true, null);
        var two =
                SchemaSnapshot.builder("x").column("t", "b", "int", true, null).column("t", "a", "int", true, null);
        assertThat(one.build().differencesTo(two.build())).isEmpty();

        one.primaryKey("t", List.of("a", "b"));
        two.primaryKey("t", List.of("b", "a"));
        assertThat(one.build().differencesTo(two.build()))
                .extracting(SchemaDifference::toString)
                .containsExactly("CHANGED primary key of t: (a, b) -> (b, a)");
    }

    @ParameterizedTest
    @CsvSource({
        "REMOVE_TABLE, HIGH",
        "ADD_TABLE, LOW",
        "REMOVE_COLUMN, HIGH",
        "ADD_NULLABLE_COLUMN, LOW",
        "ADD_REQUIRED_COLUMN, HIGH",
        "ADD_REQUIRED_COLUMN_WITH_DEFAULT, LOW",
        "NARROW, HIGH",
        "WIDEN, MEDIUM",
        "MAKE_NULLABLE, HIGH",
        "MAKE_REQUIRED, HIGH",
        "DROP_DEFAULT, HIGH",
        "CHANGE_DEFAULT, MEDIUM",
        "REMOVE_INDEX, HIGH",
        "ADD_INDEX, LOW",
        "ADD_UNIQUE_INDEX, HIGH",
        "CHANGE_INDEX, MEDIUM",
        "MAKE_INDEX_UNIQUE, HIGH",
        "CHANGE_PRIMARY_KEY, HIGH",
        "REMOVE_FOREIGN_KEY, HIGH"
    })
    void severityIsThatOfTheDamage(Damage damage, Severity severity) {
        var expected = SchemaSnapshot.builder("x");
        var actual = SchemaSnapshot.builder("x");
        damage.apply(expected, actual);
        assertThat(expected.build().differencesTo(actual.build()))
                .singleElement()
                .satisfies(difference -> assertThat(difference.severity()).isEqualTo(severity));
    }

    @Test
    void whatIsThereAlreadyIsRefused() {
        var builder = SchemaSnapshot.builder("x")
                .column("t", "a", "int", true, null)
                .index("t", "i", false, List.of("a"))
                .foreignKey("t", "f", List.of("a"), "u", List.of("b"));
        assertThatThrownBy(() -> builder.column("t", "a", "text", true, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The table \"t\" already has the column \"a\"");
        assertThatThrownBy(() -> builder.index("t", "i", true, List.of("a")))
                .hasMessage("The table \"t\" already has the index \"i\"");
        assertThatThrownBy(() -> builder.foreignKey("t", "f", List.of("a"), "u", List.of("b")))
                .hasMessage("The table \"t\" already has the foreign key \"f\"");
        assertThatThrownBy(() -> builder.column("t", " ", "text", true, null))
                .hasMessage("The name of a column must not be blank");
    }

    @Test
    void aSnapshotDoesNotChangeWithItsBuilder() {
        var builder = SchemaSnapshot.builder("x").column("t", "a", "int", true, null);
        var snapshot = builder.build();
        builder.column("t", "b", "int", true, null)
                .index("t", "i", false, List.of("a"))
                .table("u");
        assertThat(snapshot.differencesTo(builder.build())).hasSize(3);
        assertThat(snapshot)
                .isEqualTo(SchemaSnapshot.builder("x")
                        .column("t", "a", "int", true, null)
                        .build());
    }

    @Test
    void theAttributesHoldEverything() {
        var snapshot = SchemaSnapshot.builder("main")
                .column("t", "a", "int", false, "1")
                .primaryKey("t", List.of("a"))
                .build();
        assertThat(snapshot.attributes().asMap())
                .isEqualTo(Map.of(
                        "source",
                        "main",
                        "table_count",
                        1L,
                        "tables",
                        List.of(Map.of(
                                "name",
                                "t",
                                "columns",
                                List.of(Map.of("name", "a", "type", "int", "nullable", false, "default", "1")),
                                "primary_key",
                                List.of("a")))));
        assertThat(snapshot).hasToString("SchemaSnapshot[main, 1 tables]");
    }

    @Test
    void manyTablesAreComparedInOneGo() {
        var expected = SchemaSnapshot.builder("main");
        var actual = SchemaSnapshot.builder("db");
        for (int table = 0; table < 2_000; table++) {
            for (int column = 0; column < 50; column++) {
                expected.column("t" + table, "c" + column, "int", true, null);
                actual.column("t" + table, "c" + column, column == 7 ? "bigint" : "int", true, null);
            }
        }
        assertThat(expected.build().differencesTo(actual.build())).hasSize(2_000);
    }

    /** What may become of a schema, each time in one thing. */
    enum Damage {
        REMOVE_TABLE,
        ADD_TABLE,
        REMOVE_COLUMN,
        ADD_NULLABLE_COLUMN,
        ADD_REQUIRED_COLUMN,
        ADD_REQUIRED_COLUMN_WITH_DEFAULT,
        NARROW,
        WIDEN,
        MAKE_NULLABLE,
        MAKE_REQUIRED,
        DROP_DEFAULT,
        CHANGE_DEFAULT,
        REMOVE_INDEX,
        ADD_INDEX,
        ADD_UNIQUE_INDEX,
        CHANGE_INDEX,
        MAKE_INDEX_UNIQUE,
        CHANGE_PRIMARY_KEY,
        REMOVE_FOREIGN_KEY;

        void apply(SchemaSnapshot.Builder expected, SchemaSnapshot.Builder actual) {
            expected.table("t");
            actual.table("t");
            switch (this) {
                case REMOVE_TABLE -> expected.table("u");
                case ADD_TABLE -> actual.table("u");
                case REMOVE_COLUMN -> expected.column("t", "c", "int", true, null);
                case ADD_NULLABLE_COLUMN -> actual.column("t", "c", "int", true, null);
                case ADD_REQUIRED_COLUMN -> actual.column("t", "c", "int", false, null);
                case ADD_REQUIRED_COLUMN_WITH_DEFAULT -> actual.column("t", "c", "int", false, "0");
                case NARROW -> both(expected, "bigint", true, null, actual, "int", true, null);
                case WIDEN -> both(expected, "int", true, null, actual, "bigint", true, null);
                case MAKE_NULLABLE -> both(expected, "int", false, null, actual, "int", true, null);
                case MAKE_REQUIRED -> both(expected, "int", true, null, actual, "int", false, null);
                case DROP_DEFAULT -> both(expected, "int", true, "1", actual, "int", true, null);
                case CHANGE_DEFAULT -> both(expected, "int", true, "1", actual, "int", true, "2");
                case REMOVE_INDEX -> expected.index("t", "i", false, List.of("c"));
                case ADD_INDEX -> actual.index("t", "i", false, List.of("c"));
                case ADD_UNIQUE_INDEX -> actual.index("t", "i", true, List.of("c"));
                case CHANGE_INDEX -> {
                    expected.index("t", "i", false, List.of("c"));
                    actual.index("t", "i", false, List.of("d"));
                }
                case MAKE_INDEX_UNIQUE -> {
                    expected.index("t", "i", false, List.of("c"));
                    actual.index("t", "i", true, List.of("c"));
                }
                case CHANGE_PRIMARY_KEY -> actual.primaryKey("t", List.of("c"));
                case REMOVE_FOREIGN_KEY -> expected.foreignKey("t", "f", List.of("c"), "u", List.of("d"));
            }
        }

        private static void both(
                SchemaSnapshot.Builder expected,
                String oneType,
                boolean oneNullable,
                String oneDefault,
                SchemaSnapshot.Builder actual,
                String otherType,
                boolean otherNullable,
                String otherDefault) {
            expected.column("t", "c", oneType, oneNullable, oneDefault);
            actual.column("t", "c", otherType, otherNullable, otherDefault);
        }
    }

    /** A schema as a value, from which snapshots are built. */
    record Schema(Map<String, Table> tables) {
        SchemaSnapshot snapshot(String source) {
            var builder = SchemaSnapshot.builder(source);
            tables.forEach((name, table) -> {
                builder.table(name);
                table.columns()
                        .forEach((column, value) -> builder.column(
                                name,
                                column,
                                value.type(),
                                value.nullable(),
                                value.defaultValue().orElse(null)));
                builder.primaryKey(name, table.primaryKey());
                table.indexes().forEach((index, value) -> builder.index(name, index, value.unique(), value.columns()));
                table.foreignKeys()
                        .forEach((key, value) -> builder.foreignKey(
                                name, key, value.columns(), value.references(), value.referencedColumns()));
            });
            return builder.build();
        }

        Schema with(String name, UnaryOperator<Table> change) {
            var copy = new TreeMap<>(tables);
            copy.computeIfPresent(name, (same, table) -> change.apply(table.with(table.primaryKey())));
            return new Schema(copy);
        }
    }

    /** A change of one thing, and what kind of thing it is. */
    record Edit(Element element, UnaryOperator<Schema> change) {
        @Override
        public String toString() {
            return "edit of " + element;
        }
    }

    @Provide
    Arbitrary<Schema> schemas() {
        var columns = Combinators.combine(
                        Arbitraries.of(TYPES),
                        Arbitraries.of(true, false),
                        Arbitraries.of("0", "'x'").optional())
                .as(Table.Column::new);
        var indexes = Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(2))
                .as(Table.Index::new);
        var keys = Combinators.combine(
                        Arbitraries.of(NAMES).list().ofSize(1),
                        Arbitraries.of(NAMES),
                        Arbitraries.of(NAMES).list().ofSize(1))
                .as(Table.ForeignKey::new);
        var tables = Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(NAMES), columns).ofMaxSize(3),
                        Arbitraries.of(NAMES).list().ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of(NAMES), indexes).ofMaxSize(2),
                        Arbitraries.maps(Arbitraries.of(NAMES), keys).ofMaxSize(2))
                .as(Table::new);
        return Arbitraries.maps(Arbitraries.of(NAMES), tables).ofMaxSize(3).map(Schema::new);
    }

    @Provide
    Arbitrary<Edit> edits() {
        var names = Arbitraries.of(NAMES);
        return Combinators.combine(Arbitraries.of(Element.values()), names, names)
                .as((element, table, name) -> new Edit(element, schema -> edit(schema, element, table, name)));
    }

    private static Schema edit(Schema schema, Element element, String table, String name) {
        return switch (element) {
            case TABLE -> {
                var copy = new TreeMap<>(schema.tables);
                if (copy.remove(table) == null) {
                    copy.put(table, Table.empty());
                }
                yield new Schema(copy);
            }
            case COLUMN ->
                schema.with(table, old -> {
                    toggle(old.columns(), name, new Table.Column("date", true, Optional.empty()));
                    return old;
                });
            case TYPE -> column(schema, table, name, c -> new Table.Column("date", c.nullable(), c.defaultValue()));
            case NULLABILITY ->
                column(schema, table, name, c -> new Table.Column(c.type(), !c.nullable(), c.defaultValue()));
            case DEFAULT ->
                column(
                        schema,
                        table,
                        name,
                        c -> new Table.Column(
                                c.type(),
                                c.nullable(),
                                c.defaultValue().isPresent() ? Optional.empty() : Optional.of("7")));
            case PRIMARY_KEY ->
                schema.with(table, old -> old.with(old.primaryKey().isEmpty() ? List.of(name) : List.of()));
            case INDEX ->
                schema.with(table, old -> {
                    toggle(old.indexes(), name, new Table.Index(false, List.of("z")));
                    return old;
                });
            case FOREIGN_KEY ->
                schema.with(table, old -> {
                    toggle(old.foreignKeys(), name, new Table.ForeignKey(List.of("z"), "z", List.of("z")));
                    return old;
                });
        };
    }

    private static Schema column(Schema schema, String table, String name, UnaryOperator<Table.Column> change) {
        return schema.with(table, old -> {
            old.columns().computeIfPresent(name, (same, column) -> change.apply(column));
            return old;
        });
    }

    private static <T> void toggle(Map<String, T> map, String name, T value) {
        if (map.remove(name) == null) {
            map.put(name, value);
        }
    }

    private static List<Object> facts(SchemaDifference difference) {
        return List.of(
                difference.element(),
                difference.table(),
                difference.name(),
                difference.change(),
                difference.expected(),
                difference.actual());
    }

    private static List<List<Object>> turned(List<SchemaDifference> differences) {
        var turned = new ArrayList<List<Object>>();
        for (var difference : differences) {
            var change = switch (difference.change()) {
                case ADDED -> Change.REMOVED;
                case REMOVED -> Change.ADDED;
                case CHANGED -> Change.CHANGED;
            };
            turned.add(List.of(
                    difference.element(),
                    difference.table(),
                    difference.name(),
                    change,
                    difference.actual(),
                    difference.expected()));
        }
        return turned;
    }
}
