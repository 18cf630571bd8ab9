package dev.issuelink.jira;

import java.util.Arrays;
import java.util.List;

/** Which members of two sequences stay the same: as many as can be, in order. */
final class Matching {
    /** Beyond this many comparisons, only what is equal at the beginning and at the end is found. */
    private static final long MOST_COMPARISONS = 4_000_000;

    private Matching() {}

    /**
     * Matches.
     *
     * @return for each of the first the place of its equal in the second; -1 for none
     */
    static int[] of(List<String> first, List<String> second) {
        var match = new int[first.size()];
        Arrays.fill(match, -1);
        var start = 0;
        while (start < first.size() && start < second.size() && first.get(start).equals(second.get(start))) {
            match[start] = start;
            start++;
        }
        var end = first.size();
        var otherEnd = second.size();
        while (end > start && otherEnd > start && first.get(end - 1).equals(second.get(otherEnd - 1))) {
            end--;
            otherEnd--;
            match[end] = otherEnd;
        }
        if ((long) (end - start) * (otherEnd - start) <= MOST_COMPARISONS) {
            between(first.subList(start, end), second.subList(start, otherEnd), start, match);
        }
        return match;
    }

    private static void between(List<String> first, List<String> second, int offset, int[] match) {
        var longest = new int[first.size() + 1][second.size() + 1];
        for (var i = first.size() - 1; i >= 0; i--) {
            for (var j = second.size() - 1; j >= 0; j--) {
                longest[i][j] = first.get(i).equals(second.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var i = 0;
        var j = 0;
        while (i < first.size() && j < second.size()) {
            if (first.get(i).equals(second.get(j))) {
                match[offset + i] = offset + j;
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }
}
