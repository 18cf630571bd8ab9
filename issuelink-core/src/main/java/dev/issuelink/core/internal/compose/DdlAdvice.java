package dev.issuelink.core.internal.compose;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What to look at in one statement that changes a schema. */
final class DdlAdvice {
    private static final Set<String> NOT_A_NAME = Set.of("IF", "NOT", "EXISTS", "CONCURRENTLY", "ONLY");
    private static final int NOWHERE = -1;

    private final List<String> words;
    private final List<String> upper;
    private final Advice advice;

    private DdlAdvice(List<String> words, Advice advice) {
        this.words = words;
        this.upper = words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
        this.advice = advice;
    }

    static void of(List<String> statement, Advice advice) {
        var own = new DdlAdvice(statement, advice);
        if (own.begins("DROP", "TABLE")) {
            advice.add("Dropping the table " + own.nameAt(2) + " loses its data: keep a copy until nothing needs it.");
        } else if (own.begins("DROP", "INDEX")) {
            advice.add("See which queries use the index " + own.nameAt(2) + " before it is dropped.");
        } else if (own.begins("CREATE", "TABLE")) {
            own.createTable();
        } else if (own.begins("ALTER", "TABLE")) {
            own.alterTable();
        } else if (own.begins("UPDATE") || own.begins("DELETE", "FROM")) {
            own.rows();
        }
    }

    private void createTable() {
        var copies = upper.contains("AS") || upper.contains("LIKE") || upper.contains("INHERITS");
        advice.when(
                !upper.contains("PRIMARY") && !copies,
                "The table " + nameAt(2) + " gets no primary key: give it one, so that rows can be told apart.");
    }

    private void rows() {
        advice.when(
                !upper.contains("WHERE"),
                "The statement on " + nameAt(begins("UPDATE") ? 1 : 2) + " has no WHERE and so touches every row: see"
                        + " whether that is meant.");
    }

    /** Each action of an ALTER TABLE stands between two commas that are not within parentheses. */
    private void alterTable() {
        var table = nameIndex(2);
        if (table == NOWHERE) {
            return;
        }
        var depth = 0;
        var from = table + 1;
        for (int at = from; at <= words.size(); at++) {
            var word = at == words.size() ? "," : words.get(at);
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (at == words.size() || (depth == 0 && word.equals(","))) {
                action(words.get(table), new DdlAdvice(words.subList(from, at), advice));
                from = at + 1;
            }
        }
    }

    private static void action(String table, DdlAdvice action) {
        if (action.begins("DROP")) {
            action.drop(table);
        } else if (action.begins("ADD")) {
            action.add(table);
        } else if (action.begins("ALTER") || action.begins("MODIFY") || action.begins("CHANGE")) {
            action.change(table);
        }
    }

    private void drop(String table) {
        if (begins("DROP", "PRIMARY")) {
            advice.add("Without its primary key, rows of " + Advice.name(table) + " cannot be told apart.");
        } else if (begins("DROP", "INDEX")) {
            advice.add("See which queries use the index " + nameAt(2) + " before it is dropped.");
        } else if (begins("DROP", "COLUMN") || (words.size() == 2 && nameIndex(1) != NOWHERE)) {
            advice.add("Dropping the column " + column(table, begins("DROP", "COLUMN") ? 2 : 1)
                    + " loses its data: see first that nothing reads or writes it any more.");
        }
    }

    private void add(String table) {
        var constraint = begins("ADD", "CONSTRAINT")
                || begins("ADD", "PRIMARY")
                || begins("ADD", "FOREIGN")
                || begins("ADD", "UNIQUE")
                || begins("ADD", "INDEX")
                || begins("ADD", "CHECK");
        var required = has("NOT", "NULL") && !upper.contains("DEFAULT") && !upper.contains("GENERATED");
        advice.when(
                required && !constraint,
                "The new column " + column(table, begins("ADD", "COLUMN") ? 2 : 1)
                        + " is NOT NULL without a default: that fails if there are rows, so give it a default or fill it"
                        + " first.");
    }

    private void change(String table) {
        var name = column(table, upper.size() > 1 && upper.get(1).equals("COLUMN") ? 2 : 1);
        if (has("SET", "NOT") || (!begins("ALTER") && has("NOT", "NULL"))) {
            advice.add("See that no row has null in " + name + " before it becomes NOT NULL.");
        }
        if (upper.contains("TYPE") || !begins("ALTER")) {
            advice.add("See that every value of " + name
                    + " fits into its new type, and how long the table is locked while" + " it is converted.");
        }
    }

    private boolean begins(String... first) {
        return upper.size() >= first.length && upper.subList(0, first.length).equals(List.of(first));
    }

    private boolean has(String one, String next) {
        for (int at = 0; at + 1 < upper.size(); at++) {
            if (upper.get(at).equals(one) && upper.get(at + 1).equals(next)) {
                return true;
            }
        }
        return false;
    }

    private String column(String table, int from) {
        var at = nameIndex(from);
        return at == NOWHERE ? "of " + Advice.name(table) : Advice.name(table + "." + words.get(at));
    }

    private String nameAt(int from) {
        var at = nameIndex(from);
        return at == NOWHERE ? "" : Advice.name(words.get(at));
    }

    private int nameIndex(int from) {
        for (int at = from; at < words.size(); at++) {
            if (!NOT_A_NAME.contains(upper.get(at))) {
                return at;
            }
        }
        return NOWHERE;
    }
}
