package dev.issuelink.jdbc;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column as exports hold it. */
record MovedColumn(String name, Kind kind, boolean optional) {
    /** What may stand in a column. */
    enum Kind {
        /** Text as the tables keep it. */
        TEXT,
        /** 64 hexadecimal digits. */
        HASH,
        /** A number of 64 bits. */
        NUMBER,
        /** A number of 32 bits. */
        COUNT,
        /** True or false. */
        TRUTH,
        /** A {@link Key}. */
        KEY,
        /** A {@link SortedId}. */
        ID,
        /** Any bytes. */
        BYTES
    }

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int KEY_BYTES = 32;
    private static final int MOST_ID_BYTES = 1_000;

    @Nullable
    Object read(Row row) throws SQLException {
        return switch (kind) {
            case TEXT, HASH -> row.stored(name);
            case NUMBER, COUNT -> row.numberOrNull(name);
            case TRUTH -> row.truth(name);
            case KEY, ID, BYTES -> row.bytesOrNull(name);
        };
    }

    /** Whether the column takes that value. */
    boolean takes(@Nullable Object value) {
        if (value == null) {
            return optional;
        }
        return switch (kind) {
            case TEXT -> value instanceof String text && Texts.isStored(text);
            case HASH -> value instanceof String text && HASH.matcher(text).matches();
            case NUMBER -> value instanceof Long;
            case COUNT -> value instanceof Long number && number.intValue() == number;
            case TRUTH -> value instanceof Boolean;
            case KEY -> value instanceof byte[] bytes && bytes.length == KEY_BYTES;
            case ID -> value instanceof byte[] bytes && bytes.length <= MOST_ID_BYTES;
            case BYTES -> value instanceof byte[];
        };
    }

    boolean isBinary() {
        return kind == Kind.KEY || kind == Kind.ID || kind == Kind.BYTES;
    }

    /** The value as a statement binds it: text is not encoded once more. */
    static @Nullable Object bound(@Nullable Object value) {
        return value instanceof String text ? new Texts.Stored(text) : value;
    }
}
