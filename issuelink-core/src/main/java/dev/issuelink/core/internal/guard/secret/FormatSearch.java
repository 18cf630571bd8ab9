package dev.issuelink.core.internal.guard.secret;

import dev.issuelink.core.internal.guard.text.Spans;
import dev.issuelink.core.internal.guard.text.Unwrapped;
import dev.issuelink.core.internal.guard.text.View;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;

/** Finds what looks like a secret of one of the formats. */
public final class FormatSearch {
    private static final int MOST_CHECKED_JOINTS = 50;

    private final List<Format> formats;
    private final Predicate<String> kept;

    FormatSearch(List<Format> formats, Predicate<String> kept) {
        this.formats = formats;
        this.kept = kept;
    }

    /**
     * Looks for all formats that are known.
     *
     * @param kept tells what is left although it looks like a secret
     */
    public static FormatSearch ofAll(Predicate<String> kept) {
        return new FormatSearch(Formats.all(), kept);
    }

    /** Adds all that is found in a reading. */
    public void search(View view, Spans spans) {
        search(view, spans, (format, match, piece) -> piece.to());
    }

    /** Adds all that is found across the lines that were joined in an unwrapped reading. */
    public void search(Unwrapped unwrapped, Spans spans) {
        if (!unwrapped.isPlain()) {
            search(unwrapped.view(), spans, (format, match, piece) -> end(format, match, piece, unwrapped));
        }
    }

    private void search(View view, Spans spans, End end) {
        var text = view.text();
        var lower = text.toLowerCase(Locale.ROOT);
        for (var format : formats) {
            if (format.mayBeIn(lower)) {
                var match = format.pattern().matcher(text);
                while (match.find()) {
                    for (var piece : format.refinement().refine(text, match)) {
                        add(view, piece.from(), end.of(format, match, piece), spans);
                    }
                }
            }
        }
    }

    private void add(View view, int from, int to, Spans spans) {
        if (from < to && !kept.test(view.text().substring(from, to))) {
            spans.add(view, from, to);
        }
    }

    // Where a secret ends that goes on over joined lines, if they were not a part of it.
    private static int end(Format format, Matcher match, Piece piece, Unwrapped unwrapped) {
        var text = unwrapped.view().text();
        var checks = 0;
        for (var joint = unwrapped.jointAfter(piece.from()); joint < unwrapped.joints(); joint++) {
            var position = unwrapped.position(joint);
            if (position >= piece.to()) {
                break;
            }
            if (!format.wraps() && !unwrapped.isWrapped(joint) && !isQuoted(text, piece)) {
                return position;
            }
            if (checks++ < MOST_CHECKED_JOINTS
                    && Randomness.isOrdinary(word(text, position))
                    && isWhole(format, text, match.start(), position)) {
                return position;
            }
        }
        return piece.to();
    }

    private static boolean isQuoted(String text, Piece piece) {
        return piece.from() > 0
                && piece.to() < text.length()
                && "\"'`".indexOf(text.charAt(piece.from() - 1)) >= 0
                && text.charAt(piece.from() - 1) == text.charAt(piece.to());
    }

    private static String word(String text, int from) {
        var to = from;
        while (to < text.length()
                && to < from + 100
                && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '_')) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isWhole(Format format, String text, int from, int to) {
        var match = format.pattern().matcher(text).region(from, to);
        return match.lookingAt() && match.end() == to;
    }

    /** Says where a piece of a match ends. */
    @FunctionalInterface
    private interface End {
        int of(Format format, Matcher match, Piece piece);
    }
}
