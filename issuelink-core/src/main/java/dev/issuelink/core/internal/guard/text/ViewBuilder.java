package dev.issuelink.core.internal.guard.text;

import java.util.Arrays;

/** Makes a reading out of another one, sign by sign. */
final class ViewBuilder {
    private final View under;
    private final StringBuilder text;
    private final int[] starts;
    private final int[] ends;

    ViewBuilder(View under) {
        this.under = under;
        var length = under.text().length();
        this.text = new StringBuilder(length);
        this.starts = new int[length];
        this.ends = new int[length];
    }

    /** Takes over the sign at a position. */
    void keep(int position) {
        put(under.text().charAt(position), position, position + 1);
    }

    /** Puts one sign for those from a position to another one. Never more signs than those had. */
    void put(char sign, int from, int to) {
        starts[text.length()] = under.start(from);
        ends[text.length()] = under.end(to);
        text.append(sign);
    }

    /** Takes back what was put last. */
    void back(int length) {
        text.setLength(length);
    }

    int length() {
        return text.length();
    }

    char at(int position) {
        return text.charAt(position);
    }

    View build() {
        return new View(text.toString(), Arrays.copyOf(starts, text.length()), Arrays.copyOf(ends, text.length()));
    }
}
