package dev.issuelink.core.internal.guard.sql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells which columns hold what must not be seen, however their names are written. Not for several threads. */
public final class ColumnNames {
    private static final int LONGEST_NAME = 128;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern SMALL_BEFORE_CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]++");
    private static final Pattern AROUND = Pattern.compile("^_|_$");

    private final Predicate<String> rule;
    private final Map<String, Boolean> known = new HashMap<>();

    /**
     * Goes by a rule.
     *
     * @param rule is given names in small letters, their words joined by {@code _}
     */
    public ColumnNames(Predicate<String> rule) {
        this.rule = rule;
    }

    /** Tells if the values of a column or an attribute of this name are sensitive. */
    public boolean isSensitive(String name) {
        if (name.length() > LONGEST_NAME) {
            return false;
        }
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(name, unknown -> rule.test(normal(unknown)));
    }

    /** Tells if the name of an index or a constraint names such a column. */
    boolean areMentioned(String name) {
        var words = normal(name).split("_", 12);
        for (var i = 0; i < words.length; i++) {
            if (isSensitive(words[i]) || (i > 0 && isSensitive(words[i - 1] + "_" + words[i]))) {
                return true;
            }
        }
        return false;
    }

    /** A name in small letters, its words joined by {@code _}: {@code userEmail} and {@code [User-Email]} alike. */
    public static String normal(String name) {
        var words = SMALL_BEFORE_CAPITAL.matcher(name).replaceAll("_");
        return AROUND.matcher(NO_LETTERS.matcher(words).replaceAll("_"))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
