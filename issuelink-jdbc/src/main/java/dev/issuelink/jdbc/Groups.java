package dev.issuelink.jdbc;

import java.util.List;
import java.util.function.Consumer;

/** Many values in few statements, always with the same number of places, so that databases know the statement again. */
final class Groups {
    private static final int SIZE = 100;

    /** What stands for the values of a group in a statement. */
    static final String PLACES = "(?" + ", ?".repeat(SIZE - 1) + ")";

    private Groups() {}

    /** Gives all values out in groups. The last one is filled up by repeating a value. */
    static void of(List<?> values, Consumer<Object[]> work) {
        for (var from = 0; from < values.size(); from += SIZE) {
            var group = new Object[SIZE];
            for (var place = 0; place < SIZE; place++) {
                group[place] = values.get(Math.min(from + place, values.size() - 1));
            }
            work.accept(group);
        }
    }
}
