package dev.issuelink.jira;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Builds a query in Jira's language. Every value stands in quotes, so that none can break out; times are told in minutes
 * before now, since absolute ones are read in the time zone of whoever asks.
 */
final class JiraJql {
    private static final long MINUTE = 60_000;

    private final List<String> clauses = new ArrayList<>();
    private String order = "";

    private JiraJql() {}

    /** Everything of a project, to be narrowed. */
    static JiraJql ofProject(String key) {
        return new JiraJql().and("project = " + quote(key));
    }

    JiraJql and(String clause) {
        clauses.add(clause);
        return this;
    }

    JiraJql is(String field, String value) {
        return and(field + " = " + quote(value));
    }

    /** Not earlier than a time; up to a minute earlier, since Jira counts in minutes. */
    JiraJql since(String field, Instant time, Instant now) {
        return and(field + " >= " + quote("-" + Math.max(0, roundedUp(Duration.between(time, now))) + "m"));
    }

    /** Earlier than a time; up to a minute later. Nothing is demanded of a time that is hardly over. */
    JiraJql before(String field, Instant time, Instant now) {
        var minutes = Math.floorDiv(Duration.between(time, now).toMillis(), MINUTE);
        return minutes <= 0 ? this : and(field + " < " + quote("-" + minutes + "m"));
    }

    JiraJql orderedBy(String fields) {
        order = " ORDER BY " + fields;
        return this;
    }

    /** A value in quotes. Control characters cannot stand in a query and become blanks. */
    static String quote(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\');
            }
            quoted.append(
                    Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029' ? ' ' : (char) letter);
        });
        return quoted.append('"').toString();
    }

    /**
     * The words of a text, without any sign that the language of text searches knows. In lower case, where AND, OR and
     * NOT are words.
     */
    static String words(String text, int most) {
        var words = new ArrayList<String>();
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+", -1)) {
            if (!word.isEmpty() && words.size() < most) {
                words.add(word);
            }
        }
        return String.join(" ", words);
    }

    private static long roundedUp(Duration age) {
        return Math.floorDiv(age.toMillis() + MINUTE, MINUTE);
    }

    @Override
    public String toString() {
        return String.join(" AND ", clauses) + order;
    }
}
