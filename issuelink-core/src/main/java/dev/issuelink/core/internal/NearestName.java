package dev.issuelink.core.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that was meant by a mistyped one. */
public final class NearestName {
    private static final int LONGEST = 100;
    private static final int FARTHEST = 4;

    private NearestName() {}

    /**
     * The known name at the smallest edit distance: insertions, deletions, replacements and swaps of neighbours, without
     * regard to case and to what joins words.
     *
     * @param name the mistyped name
     * @param known the names that would have been right
     * @return the nearest, the first of equals; empty if none is near
     */
    public static Optional<String> of(String name, Collection<String> known) {
        var wanted = plain(name);
        var smallest = Math.min(FARTHEST, Math.max(1, wanted.length() / 3)) + 1;
        Optional<String> nearest = Optional.empty();
        for (var candidate : known) {
            var distance = distance(wanted, plain(candidate), smallest);
            if (distance < smallest) {
                smallest = distance;
                nearest = Optional.of(candidate);
            }
        }
        return nearest;
    }

    private static String plain(String name) {
        return name.length() > LONGEST
                ? name
                : name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** The distance, or {@code limit} if it is not smaller than that. */
    private static int distance(String left, String right, int limit) {
        if (left.length() > LONGEST || Math.abs(left.length() - right.length()) >= limit) {
            return limit;
        }
        var twoAbove = new int[right.length() + 1];
        var above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            var current = row(left, right, row, above, twoAbove);
            if (smallestOf(current) >= limit) {
                return limit;
            }
            twoAbove = above;
            above = current;
        }
        return above[right.length()];
    }

    private static int[] row(String left, String right, int row, int[] above, int[] twoAbove) {
        var current = new int[right.length() + 1];
        current[0] = row;
        for (int column = 1; column <= right.length(); column++) {
            var same = left.charAt(row - 1) == right.charAt(column - 1);
            var best = Math.min(above[column - 1] + (same ? 0 : 1), Math.min(above[column], current[column - 1]) + 1);
            if (swapped(left, right, row, column)) {
                best = Math.min(best, twoAbove[column - 2] + 1);
            }
            current[column] = best;
        }
        return current;
    }

    private static boolean swapped(String left, String right, int row, int column) {
        return row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
    }

    private static int smallestOf(int[] row) {
        int smallest = row[0];
        for (int value : row) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }
}
