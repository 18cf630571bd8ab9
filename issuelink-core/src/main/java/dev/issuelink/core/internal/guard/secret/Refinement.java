package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.regex.Matcher;

/** Says what of a match is secret, if anything. */
@FunctionalInterface
interface Refinement {
    /**
     * Narrows a match.
     *
     * @param text where it was found
     * @param match the match
     * @return the secret parts; none if it only looked like a secret
     */
    List<Piece> refine(String text, Matcher match);

    /** The whole match, unless it looks like a name that somebody gave. */
    static List<Piece> token(String text, Matcher match) {
        var isToken = Randomness.isLikely(text, match.start(), match.end())
                || Randomness.isTooLongForAWord(text, match.start(), match.end());
        return isToken ? List.of(new Piece(match.start(), match.end())) : List.of();
    }

    /** The first group that matched, unless something else will stand in its place. */
    static List<Piece> group(String text, Matcher match) {
        var piece = firstGroup(match);
        return piece.isEmpty() || Placeholders.isOne(text.substring(piece.from(), piece.to()))
                ? List.of()
                : List.of(piece);
    }

    /** The first group that matched, if it looks made up by a machine. */
    static List<Piece> randomGroup(String text, Matcher match) {
        var piece = firstGroup(match);
        return Randomness.isLikely(text, piece.from(), piece.to()) ? group(text, match) : List.of();
    }

    private static Piece firstGroup(Matcher match) {
        for (var group = 1; group <= match.groupCount(); group++) {
            if (match.start(group) >= 0) {
                return new Piece(match.start(group), match.end(group));
            }
        }
        return new Piece(match.start(), match.end());
    }
}
