package dev.issuelink.core.internal.guard.text;

import java.util.BitSet;
import java.util.List;

/** Pieces of a text that are to be covered. Those that overlap or touch become one. */
public final class Spans {
    private final String text;
    private final String cover;
    private final BitSet hidden = new BitSet();
    private final BitSet covers = new BitSet();

    /**
     * No pieces yet.
     *
     * @param views the readings of the text, the text itself first
     * @param cover what stands for a piece; where it stands already, nothing is covered again
     */
    public Spans(List<View> views, String cover) {
        this.text = views.get(0).text();
        this.cover = cover;
        for (var view : views) {
            var at = view.text().indexOf(cover);
            while (at >= 0) {
                covers.set(view.start(at), view.end(at + cover.length()));
                at = view.text().indexOf(cover, at + cover.length());
            }
        }
    }

    /** Adds a piece of the text, unless it is empty or covered. */
    public void add(int from, int to) {
        if (from < to && !isCovered(from, to)) {
            hidden.set(from, to);
        }
    }

    /** Adds a piece of a reading of the text. */
    public void add(View view, int from, int to) {
        if (from < to) {
            add(view.start(from), view.end(to));
        }
    }

    /** Tells if a piece of a reading overlaps with one that was added or is covered. */
    public boolean overlaps(View view, int from, int to) {
        return isAnySet(hidden, view.start(from), view.end(to)) || isAnySet(covers, view.start(from), view.end(to));
    }

    /** Tells if there is nothing to cover. */
    public boolean isEmpty() {
        return hidden.isEmpty();
    }

    /** The text with its pieces covered. */
    public Result cover() {
        var covered = new StringBuilder(text.length());
        var pieces = 0;
        var last = 0;
        for (var from = hidden.nextSetBit(0); from >= 0; from = hidden.nextSetBit(last)) {
            covered.append(text, last, from).append(cover);
            last = hidden.nextClearBit(from);
            pieces++;
        }
        return new Result(covered.append(text, last, text.length()).toString(), pieces);
    }

    // A piece within a cover, or that holds nothing but a cover and signs such as quotes around it.
    private boolean isCovered(int from, int to) {
        if (!isAnySet(covers, from, to)) {
            return false;
        }
        for (var at = covers.nextClearBit(from); at < to; at = covers.nextClearBit(at + 1)) {
            if (Character.isLetterOrDigit(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAnySet(BitSet bits, int from, int to) {
        var next = bits.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /**
     * A text with its pieces covered.
     *
     * @param text the text
     * @param pieces how many were covered
     */
    public record Result(String text, int pieces) {}
}
