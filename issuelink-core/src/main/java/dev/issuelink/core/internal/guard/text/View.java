package dev.issuelink.core.internal.guard.text;

import org.jspecify.annotations.Nullable;

/** A reading of a text, each sign of which knows its place in the text as it was given. */
public final class View {
    private final String text;
    private final int @Nullable [] starts;
    private final int @Nullable [] ends;

    View(String text, int @Nullable [] starts, int @Nullable [] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The text as it is. */
    public static View of(String text) {
        return new View(text, null, null);
    }

    /** What is read. */
    public String text() {
        return text;
    }

    /** Where in the given text the sign at a position begins. */
    public int start(int position) {
        return starts == null ? position : starts[position];
    }

    /** Where in the given text the signs before a position end; the position is at least 1. */
    public int end(int position) {
        return ends == null ? position : ends[position - 1];
    }
}
