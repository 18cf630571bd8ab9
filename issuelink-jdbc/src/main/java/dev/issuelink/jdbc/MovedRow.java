package dev.issuelink.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row as exports hold it: the values in the order of the table's columns. */
record MovedRow(MovedTable table, List<@Nullable Object> values) implements ExportLine {
    Object key() {
        return required(0);
    }

    private Object required(int place) {
        var value = values.get(place);
        if (value == null) {
            throw new IllegalStateException("A column is empty that never is");
        }
        return value;
    }

    long number(String column) {
        return (Long) required(table.indexOf(column));
    }

    /** Text in the form of Java. */
    String text(String column) {
        return Texts.decode((String) required(table.indexOf(column)));
    }

    /** Whether it comes after another one of its table. */
    boolean follows(MovedRow other) {
        return key() instanceof byte[] bytes
                ? Arrays.compareUnsigned(bytes, (byte[]) other.key()) > 0
                : (Long) key() > (Long) other.key();
    }

    @Nullable
    Object[] bound() {
        return values.stream().map(MovedColumn::bound).toArray();
    }

    @Nullable
    Object[] boundForUpdate() {
        var rotated = new ArrayList<>(values);
        Collections.rotate(rotated, -1);
        return rotated.stream().map(MovedColumn::bound).toArray();
    }
}
