package dev.issuelink.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing in which an actual schema differs from the expected one. */
public final class SchemaDifference {
    static final List<AttributeDescription> ATTRIBUTES = List.of(
            AttributeDescription.text("change", "added, removed or changed"),
            AttributeDescription.text(
                    "element",
                    "What differs: table, column, type, nullability, default, index, primary key or foreign key"),
            AttributeDescription.text("table", "In which table"),
            AttributeDescription.text("name", "The name of the column, index or key"),
            AttributeDescription.text("expected", "How it should be; missing if it should not be there"),
            AttributeDescription.text("actual", "How it is; missing if it is not there"),
            AttributeDescription.text("severity", "How bad it is: low, medium or high"));

    /** What differs. */
    public enum Element {
        /** A whole table. */
        TABLE,
        /** A whole column. */
        COLUMN,
        /** The type of a column. */
        TYPE,
        /** Whether a column may be null. */
        NULLABILITY,
        /** The default of a column. */
        DEFAULT,
        /** The primary key of a table. */
        PRIMARY_KEY,
        /** An index. */
        INDEX,
        /** A foreign key. */
        FOREIGN_KEY;

        /**
         * The words for it.
         *
         * @return the lower-case name with spaces, such as {@code primary key}
         */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** How it differs. */
    public enum Change {
        /** It is there and should not be. */
        ADDED,
        /** It should be there and is not. */
        REMOVED,
        /** It is there, but otherwise. */
        CHANGED
    }

    private record State(
            Element element,
            String table,
            String name,
            Optional<String> expected,
            Optional<String> actual,
            Severity severity) {}

    private final State state;

    SchemaDifference(
            Element element,
            String table,
            String name,
            Optional<String> expected,
            Optional<String> actual,
            Severity severity) {
        this.state = new State(element, table, name, expected, actual, severity);
    }

    /**
     * What differs.
     *
     * @return the kind of element
     */
    public Element element() {
        return state.element;
    }

    /**
     * How it differs.
     *
     * @return added, removed or changed
     */
    public Change change() {
        if (state.expected.isEmpty()) {
            return Change.ADDED;
        }
        return state.actual.isEmpty() ? Change.REMOVED : Change.CHANGED;
    }

    /**
     * In which table.
     *
     * @return the name of the table
     */
    public String table() {
        return state.table;
    }

    /**
     * Which column, index or foreign key of the table.
     *
     * @return the name; empty for a table and for its primary key
     */
    public String name() {
        return state.name;
    }

    /**
     * How it should be.
     *
     * @return the definition, close to SQL; empty if it should not be there
     */
    public Optional<String> expected() {
        return state.expected;
    }

    /**
     * How it is.
     *
     * @return the definition, close to SQL; empty if it is not there
     */
    public Optional<String> actual() {
        return state.actual;
    }

    /**
     * How bad it is. {@link Severity#HIGH}: something is gone or narrower, or a statement that works with the expected
     * schema may fail with the actual one. {@link Severity#MEDIUM}: something behaves otherwise, but nothing fails.
     * {@link Severity#LOW}: there is something more that breaks nothing.
     *
     * @return low, medium or high
     */
    public Severity severity() {
        return state.severity;
    }

    /** As it stands in an event. */
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("change", change().name().toLowerCase(Locale.ROOT));
        tree.put("element", state.element.words());
        tree.put("table", state.table);
        if (!state.name.isEmpty()) {
            tree.put("name", state.name);
        }
        state.expected.ifPresent(text -> tree.put("expected", text));
        state.actual.ifPresent(text -> tree.put("actual", text));
        tree.put("severity", state.severity.word());
        return tree;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaDifference that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return change() + " " + state.element.words() + " of " + state.table + (state.name.isEmpty() ? "" : ".")
                + state.name + ": " + state.expected.orElse("-") + " -> " + state.actual.orElse("-");
    }
}
