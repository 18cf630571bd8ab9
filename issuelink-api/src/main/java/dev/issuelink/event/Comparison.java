package dev.issuelink.event;

import dev.issuelink.event.SchemaDifference.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Compares the tables of two snapshots. Used once. */
final class Comparison {
    private final Map<String, Table> expected;
    private final Map<String, Table> actual;
    private final List<SchemaDifference> found = new ArrayList<>();

    Comparison(Map<String, Table> expected, Map<String, Table> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    List<SchemaDifference> differences() {
        each(expected, actual, (table, pair) -> {
            if (pair.inBoth()) {
                compare(table, pair.expected(), pair.actual());
            } else {
                var severity = pair.isRemoved() ? Severity.HIGH : Severity.LOW;
                add(Element.TABLE, table, "", pair.map(Table::definition), severity);
            }
        });
        return List.copyOf(found);
    }

    private void compare(String table, Table should, Table is) {
        each(should.columns(), is.columns(), (name, pair) -> column(table, name, pair));
        var keys = new Pair<>(key(should), key(is)).map(Table::words);
        if (!keys.equal()) {
            add(Element.PRIMARY_KEY, table, "", keys, Severity.HIGH);
        }
        each(should.indexes(), is.indexes(), (name, pair) -> {
            if (!pair.equal()) {
                add(Element.INDEX, table, name, pair.map(Table.Index::definition), index(pair));
            }
        });
        each(should.foreignKeys(), is.foreignKeys(), (name, pair) -> {
            if (!pair.equal()) {
                add(Element.FOREIGN_KEY, table, name, pair.map(Table.ForeignKey::definition), Severity.HIGH);
            }
        });
    }

    private static @Nullable List<String> key(Table table) {
        return table.primaryKey().isEmpty() ? null : table.primaryKey();
    }

    private void column(String table, String name, Pair<Table.Column> pair) {
        if (!pair.inBoth()) {
            add(Element.COLUMN, table, name, pair.map(Table.Column::definition), wholeColumn(pair));
            return;
        }
        var should = ColumnType.of(pair.expected().type());
        var is = ColumnType.of(pair.actual().type());
        if (!should.equals(is)) {
            var severity = is.holdsAllOf(should) ? Severity.MEDIUM : Severity.HIGH;
            add(Element.TYPE, table, name, pair.map(Table.Column::type), severity);
        }
        var nullability = pair.map(column -> column.nullable() ? "nullable" : "not null");
        if (!nullability.equal()) {
            add(Element.NULLABILITY, table, name, nullability, Severity.HIGH);
        }
        var defaults = pair.map(column -> column.defaultValue().orElse(null));
        if (!defaults.equal()) {
            add(Element.DEFAULT, table, name, defaults, defaults.isRemoved() ? Severity.HIGH : Severity.MEDIUM);
        }
    }

    /** Whoever inserts without a column that is required from now on fails. */
    private static Severity wholeColumn(Pair<Table.Column> pair) {
        if (pair.isRemoved()) {
            return Severity.HIGH;
        }
        var added = pair.actual();
        return added.nullable() || added.defaultValue().isPresent() ? Severity.LOW : Severity.HIGH;
    }

    private static Severity index(Pair<Table.Index> pair) {
        var unique = pair.map(index -> index.unique() ? "unique" : null);
        if (pair.isRemoved() || unique.left() != null || unique.right() != null) {
            return Severity.HIGH;
        }
        return pair.inBoth() ? Severity.MEDIUM : Severity.LOW;
    }

    private void add(Element element, String table, String name, Pair<String> pair, Severity severity) {
        found.add(new SchemaDifference(
                element, table, name, Optional.ofNullable(pair.left()), Optional.ofNullable(pair.right()), severity));
    }

    private static <T> void each(Map<String, T> left, Map<String, T> right, BiConsumer<String, Pair<T>> work) {
        var names = new TreeSet<>(left.keySet());
        names.addAll(right.keySet());
        names.forEach(name -> work.accept(name, new Pair<>(left.get(name), right.get(name))));
    }
}
