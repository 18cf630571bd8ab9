package dev.issuelink.event;

import dev.issuelink.event.AttributeDescription.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a schema as they were or should be at one time, with columns, keys and indexes. Its builder takes them
 * row by row, as JDBC's metadata gives them.
 */
public final class SchemaSnapshot {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("source", "Where the snapshot comes from").always(),
            AttributeDescription.number("table_count", "tables", "How many tables there are")
                    .always(),
            AttributeDescription.of("tables", Kind.LIST, "The tables that differ"),
            AttributeDescription.text("tables[].name", "The name of a table"),
            AttributeDescription.of("tables[].columns", Kind.LIST, "Its columns"),
            AttributeDescription.text("tables[].columns[].name", "The name of a column"),
            AttributeDescription.text("tables[].columns[].type", "The type of a column"),
            AttributeDescription.of("tables[].columns[].nullable", Kind.FLAG, "Whether a column may be null"),
            AttributeDescription.text("tables[].columns[].default", "The default of a column"),
            AttributeDescription.of("tables[].primary_key", Kind.LIST, "The columns of the primary key"),
            AttributeDescription.of("tables[].indexes", Kind.LIST, "Its indexes"),
            AttributeDescription.text("tables[].indexes[].name", "The name of an index"),
            AttributeDescription.of("tables[].indexes[].unique", Kind.FLAG, "Whether an index allows no duplicates"),
            AttributeDescription.of("tables[].indexes[].columns", Kind.LIST, "The columns of an index"),
            AttributeDescription.of("tables[].foreign_keys", Kind.LIST, "Its foreign keys"),
            AttributeDescription.text("tables[].foreign_keys[].name", "The name of a foreign key"),
            AttributeDescription.of("tables[].foreign_keys[].columns", Kind.LIST, "The columns of a foreign key"),
            AttributeDescription.text("tables[].foreign_keys[].references", "The table that a foreign key points to"),
            AttributeDescription.of(
                    "tables[].foreign_keys[].referenced_columns", Kind.LIST, "The columns that it points to"));

    private final String source;
    private final Map<String, Table> tables;

    private SchemaSnapshot(String source, Map<String, Table> tables) {
        this.source = source;
        this.tables = tables;
    }

    /**
     * Starts a snapshot without tables.
     *
     * @param source where it comes from, such as {@code main} or {@code production}
     * @return a builder
     * @throws IllegalArgumentException if it is blank
     */
    public static Builder builder(String source) {
        return new Builder(Tree.named(source, "source of a snapshot"));
    }

    /**
     * Where it comes from.
     *
     * @return the source
     */
    public String source() {
        return source;
    }

    /**
     * What differs in another snapshot of the same schema. Names are compared exactly; types without regard to case, spaces
     * and synonyms such as {@code int4}. The order of columns makes no difference.
     *
     * @param actual the other
     * @return the differences by table; in each its columns, primary key, indexes and foreign keys, by name
     */
    public List<SchemaDifference> differencesTo(SchemaSnapshot actual) {
        return new Comparison(tables, actual.tables).differences();
    }

    /**
     * All of it as attributes. An event has only the tables that differ.
     *
     * @return the tree, made anew at each call
     */
    public EventAttributes attributes() {
        return only(tables.keySet());
    }

    /** The attributes with some tables only. */
    EventAttributes only(Set<String> names) {
        var shown = tables.entrySet().stream()
                .filter(table -> names.contains(table.getKey()))
                .map(table -> table.getValue().tree(table.getKey()))
                .toList();
        return new Tree()
                .text("source", source)
                .count("table_count", tables.size())
                .list("tables", shown)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaSnapshot that && source.equals(that.source) && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, tables);
    }

    @Override
    public String toString() {
        return "SchemaSnapshot[" + source + ", " + tables.size() + " tables]";
    }

    /** Collects tables and what they are made of, in any order. Not for several threads. */
    public static final class Builder {
        private final String source;
        private final Map<String, Table> tables = new TreeMap<>();

        private Builder(String source) {
            this.source = source;
        }

        /**
         * Adds a table, if it is not there yet. All other methods do so themselves.
         *
         * @param table the name of the table, with its schema where there are several
         * @return this
         */
        public Builder table(String table) {
            of(table);
            return this;
        }

        /**
         * Adds a column.
         *
         * @param table the name of the table
         * @param name the name of the column
         * @param type its type as the database writes it, such as {@code numeric(10,2)}
         * @param nullable whether it may be null
         * @param defaultValue the expression of its default, or null
         * @return this
         * @throws IllegalArgumentException if the table has the column already, or a name is blank
         */
        public Builder column(String table, String name, String type, boolean nullable, @Nullable String defaultValue) {
            var columns = of(table).columns();
            var column = new Table.Column(
                    Tree.named(type, "type of a column").strip(),
                    nullable,
                    Optional.ofNullable(defaultValue).map(String::strip).filter(text -> !text.isEmpty()));
            return once(columns, Tree.named(name, "name of a column"), column, table, "column");
        }

        /**
         * Sets the primary key.
         *
         * @param table the name of the table
         * @param columns its columns; empty for none
         * @return this
         */
        public Builder primaryKey(String table, List<String> columns) {
            tables.put(table, of(table).with(columns));
            return this;
        }

        /**
         * Adds an index.
         *
         * @param table the name of the table
         * @param name the name of the index
         * @param unique whether it allows no duplicates
         * @param columns its columns or expressions
         * @return this
         * @throws IllegalArgumentException if the table has the index already, or a name is blank
         */
        public Builder index(String table, String name, boolean unique, List<String> columns) {
            var index = new Table.Index(unique, List.copyOf(columns));
            return once(of(table).indexes(), Tree.named(name, "name of an index"), index, table, "index");
        }

        /**
         * Adds a foreign key.
         *
         * @param table the name of the table
         * @param name the name of the key
         * @param columns its columns
         * @param references the table that it points to
         * @param referencedColumns the columns that it points to, in the order of its own
         * @return this
         * @throws IllegalArgumentException if the table has the key already, or a name is blank
         */
        public Builder foreignKey(
                String table, String name, List<String> columns, String references, List<String> referencedColumns) {
            var key = new Table.ForeignKey(
                    List.copyOf(columns), Tree.named(references, "name of a table"), List.copyOf(referencedColumns));
            return once(of(table).foreignKeys(), Tree.named(name, "name of a foreign key"), key, table, "foreign key");
        }

        /**
         * Makes the snapshot.
         *
         * @return the snapshot
         */
        public SchemaSnapshot build() {
            var copy = new TreeMap<String, Table>();
            tables.forEach((name, table) -> copy.put(name, table.with(table.primaryKey())));
            return new SchemaSnapshot(source, copy);
        }

        private Table of(String table) {
            return tables.computeIfAbsent(Tree.named(table, "name of a table"), name -> Table.empty());
        }

        private <T> Builder once(Map<String, T> known, String name, T value, String table, String what) {
            if (known.putIfAbsent(name, value) != null) {
                throw new IllegalArgumentException(
                        "The table \"" + table + "\" already has the " + what + " \"" + name + "\"");
            }
            return this;
        }
    }
}
