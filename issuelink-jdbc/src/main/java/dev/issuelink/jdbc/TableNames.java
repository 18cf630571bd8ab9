package dev.issuelink.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the tables are: a schema, if one is named, and how their names begin. Fills statements in which tables stand in
 * braces, as in <code>SELECT * FROM {link}</code>.
 */
final class TableNames {
    /** Where they are unless the host says otherwise. */
    static final String DEFAULT = "issuelink_";

    private static final Pattern PLACE = Pattern.compile("(?:([A-Za-z_][A-Za-z0-9_]{0,62})\\.)?([a-z][a-z0-9_]{0,29})");
    private static final Pattern NAMED = Pattern.compile("\\{([a-z_ ]{1,30}+)}");

    private final @Nullable String schema;
    private final String prefix;
    private final Dialect dialect;
    private final Map<String, String> filled = new ConcurrentHashMap<>();

    private TableNames(@Nullable String schema, String prefix, Dialect dialect) {
        this.schema = schema;
        this.prefix = prefix;
        this.dialect = dialect;
    }

    static TableNames of(String place, Dialect dialect) {
        var parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "The names of the tables begin with a-z, go on with a-z, 0-9 and _, are at"
                            + " most 30 letters long and may follow a schema and a dot, as in ops.issuelink_, but this is: "
                            + place);
        }
        return new TableNames(parts.group(1), parts.group(2), dialect);
    }

    @Nullable
    String schema() {
        return schema;
    }

    String prefix() {
        return prefix;
    }

    /** A statement with the names of this place and the words of its database. */
    String fill(String statement) {
        return filled.computeIfAbsent(statement, this::replace);
    }

    private String replace(String statement) {
        return NAMED.matcher(statement).replaceAll(named -> switch (named.group(1)) {
            case "for update" -> dialect.forUpdate();
            case "skip locked" -> dialect.skipLocked();
            default -> (schema == null ? "" : dialect.quote(schema) + ".") + prefix + named.group(1);
        });
    }

    @Override
    public String toString() {
        return (schema == null ? "" : schema + ".") + prefix;
    }
}
