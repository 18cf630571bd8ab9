package dev.issuelink.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One table of a snapshot.
 *
 * @param columns in the order given
 * @param primaryKey its columns; empty if there is none
 * @param indexes by name
 * @param foreignKeys by name
 */
record Table(
        Map<String, Column> columns,
        List<String> primaryKey,
        Map<String, Index> indexes,
        Map<String, ForeignKey> foreignKeys) {
    /** A column; its definition reads like SQL. */
    record Column(String type, boolean nullable, Optional<String> defaultValue) {
        String definition() {
            return type
                    + (nullable ? "" : " not null")
                    + defaultValue.map(value -> " default " + value).orElse("");
        }

        Map<String, Object> tree(String name) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("name", name);
            tree.put("type", type);
            tree.put("nullable", nullable);
            defaultValue.ifPresent(value -> tree.put("default", value));
            return tree;
        }
    }

    /** An index over columns or expressions. */
    record Index(boolean unique, List<String> columns) {
        String definition() {
            return (unique ? "unique " : "") + words(columns);
        }

        Map<String, Object> tree(String name) {
            return Map.of("name", name, "unique", unique, "columns", columns);
        }
    }

    /** A key into another table. */
    record ForeignKey(List<String> columns, String references, List<String> referencedColumns) {
        String definition() {
            return words(columns) + " references " + references + " " + words(referencedColumns);
        }

        Map<String, Object> tree(String name) {
            var tree = new LinkedHashMap<String, Object>();
            tree.put("name", name);
            tree.put("columns", columns);
            tree.put("references", references);
            tree.put("referenced_columns", referencedColumns);
            return tree;
        }
    }

    static Table empty() {
        return new Table(new LinkedHashMap<>(), List.of(), new TreeMap<>(), new TreeMap<>());
    }

    static String words(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /** The same with a copy of everything, and another primary key. */
    Table with(List<String> key) {
        return new Table(
                new LinkedHashMap<>(columns), List.copyOf(key), new TreeMap<>(indexes), new TreeMap<>(foreignKeys));
    }

    String definition() {
        return columns.size() == 1 ? "1 column" : columns.size() + " columns";
    }

    Map<String, Object> tree(String name) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", name);
        put(
                tree,
                "columns",
                columns.entrySet().stream()
                        .map(c -> c.getValue().tree(c.getKey()))
                        .toList());
        put(tree, "primary_key", primaryKey);
        put(
                tree,
                "indexes",
                indexes.entrySet().stream()
                        .map(i -> i.getValue().tree(i.getKey()))
                        .toList());
        put(
                tree,
                "foreign_keys",
                foreignKeys.entrySet().stream()
                        .map(k -> k.getValue().tree(k.getKey()))
                        .toList());
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, List<?> values) {
        if (!values.isEmpty()) {
            tree.put(name, values);
        }
    }
}
