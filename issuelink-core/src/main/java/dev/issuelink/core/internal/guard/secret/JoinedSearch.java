package dev.issuelink.core.internal.guard.secret;

import dev.issuelink.core.internal.guard.text.Unwrapped;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Finds secrets of one format across lines that were joined, and tells where they end if not all of it belongs to them. */
final class JoinedSearch {
    private static final int MOST_CHECKED_JOINTS = 50;
    private static final int SHORTEST_LINE = 20;
    private static final int LONGEST_WORD = 100;
    private static final int SHORTEST_PIECE = 6;

    private final Format format;
    private final Unwrapped unwrapped;
    private final String text;

    JoinedSearch(Format format, Unwrapped unwrapped) {
        this.format = format;
        this.unwrapped = unwrapped;
        this.text = unwrapped.view().text();
    }

    void search(Consumer<Piece> found) {
        var match = format.pattern().matcher(text);
        while (match.find()) {
            refine(match, found);
        }
        if (format.wraps()) {
            searchLineStarts(found);
        }
    }

    // What begins a line does not begin a word any more, now that the line before is joined to it.
    private void searchLineStarts(Consumer<Piece> found) {
        var match = format.pattern().matcher(text);
        var next = 0;
        for (var joint = 0; joint < unwrapped.joints(); joint++) {
            var position = unwrapped.position(joint);
            if (position >= next) {
                match.region(position, text.length());
                next = position + SHORTEST_LINE;
                if (match.lookingAt()) {
                    refine(match, found);
                    next = match.end();
                }
            }
        }
    }

    private void refine(Matcher match, Consumer<Piece> found) {
        for (var piece : format.refinement().refine(text, match)) {
            var end = end(match, piece);
            if (end > piece.from() && (!format.isWhole() || isEndOfWord(end))) {
                found.accept(new Piece(piece.from(), end));
            }
        }
    }

    private boolean isEndOfWord(int at) {
        var joint = unwrapped.jointAfter(at - 1);
        return at >= text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || (joint < unwrapped.joints() && unwrapped.position(joint) == at);
    }

    private int end(Matcher match, Piece piece) {
        var checks = 0;
        for (var joint = unwrapped.jointAfter(piece.from()); joint < unwrapped.joints(); joint++) {
            var position = unwrapped.position(joint);
            if (position >= piece.to()) {
                break;
            }
            var isSure = format.wraps() || unwrapped.isWrapped(joint) || isQuoted(piece);
            if (!isSure && !isMadeUp(position)) {
                return position;
            }
            if (checks++ < MOST_CHECKED_JOINTS && isOrdinary(position) && isComplete(match.start(), position)) {
                return position;
            }
        }
        return piece.to();
    }

    private boolean isQuoted(Piece piece) {
        return piece.from() > 0
                && piece.to() < text.length()
                && "\"'`".indexOf(text.charAt(piece.from() - 1)) >= 0
                && text.charAt(piece.from() - 1) == text.charAt(piece.to());
    }

    // Not a word, and not the name of the next value.
    private boolean isMadeUp(int from) {
        var to = endOfWord(from);
        var isName = to < text.length()
                && (text.charAt(to) == '=' || (text.charAt(to) == ':' && text.startsWith(" ", to + 1)));
        return to - from >= SHORTEST_PIECE && Randomness.isLikely(text, from, to) && !isName;
    }

    // A word, and not what begins a piece of a secret.
    private boolean isOrdinary(int from) {
        var to = endOfWord(from);
        var next = to < text.length() ? text.charAt(to) : ' ';
        var isPart =
                "-+/~%=".indexOf(next) >= 0 || (next == '.' && to + 1 < text.length() && isOfWord(text.charAt(to + 1)));
        return !isPart && Randomness.isOrdinary(text.substring(from, to));
    }

    private int endOfWord(int from) {
        var to = from;
        while (to < text.length() && to < from + LONGEST_WORD && isOfWord(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private boolean isComplete(int from, int to) {
        var match = format.pattern().matcher(text).region(from, to);
        return match.lookingAt() && match.end() == to;
    }

    private static boolean isOfWord(char sign) {
        return sign == '_' || Character.isLetterOrDigit(sign);
    }
}
