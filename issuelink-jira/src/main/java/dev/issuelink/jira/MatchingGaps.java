package dev.issuelink.jira;

import java.util.List;

/**
 * What is gone from a sequence can often be told in several ways: of A B A C, with A C left, either A B or B A is gone. One
 * whole that is gone is likelier than the end of one and the beginning of the next.
 */
final class MatchingGaps {
    private final int[] match;
    private final List<String> first;
    private final int[] begins;

    private MatchingGaps(int[] match, List<String> first, int[] begins) {
        this.match = match;
        this.first = first;
        this.begins = begins;
    }

    /**
     * Moves each gap to where it begins, and what follows it, with something that stands least deep.
     *
     * @param match for each of the first the place of its equal; is changed
     * @param first what was matched
     * @param begins how deep that stands which begins with each of the first
     */
    static void settle(int[] match, List<String> first, int[] begins) {
        new MatchingGaps(match, first, begins).settle();
    }

    private void settle() {
        var from = 0;
        while (from < match.length) {
            if (match[from] >= 0) {
                from++;
                continue;
            }
            var to = from;
            while (to < match.length && match[to] < 0) {
                to++;
            }
            from = place(from, to);
        }
    }

    /** Places one gap and tells where the search goes on; of places that are as good, it stays where it is. */
    private int place(int from, int to) {
        var best = from;
        for (var start = from - 1; canTrade(start, start + to - from); start--) {
            best = better(best, start, to - from);
        }
        for (var start = from + 1; canTrade(start + to - from - 1, start - 1); start++) {
            best = better(best, start, to - from);
        }
        for (var start = from - 1; start >= best; start--) {
            trade(start, start + to - from);
        }
        for (var start = from; start < best; start++) {
            trade(start + to - from, start);
        }
        return Math.max(to, best + to - from);
    }

    /** Whether one that is matched could be gone in place of another that is not. */
    private boolean canTrade(int matched, int gone) {
        return matched >= 0
                && matched < match.length
                && match[matched] >= 0
                && first.get(matched).equals(first.get(gone));
    }

    private void trade(int matched, int gone) {
        match[gone] = match[matched];
        match[matched] = -1;
    }

    private int better(int start, int other, int length) {
        return depth(other) + depth(other + length) < depth(start) + depth(start + length) ? other : start;
    }

    private int depth(int at) {
        return at < begins.length ? begins[at] : 0;
    }
}
