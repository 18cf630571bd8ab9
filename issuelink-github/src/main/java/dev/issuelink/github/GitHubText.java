package dev.issuelink.github;

import dev.issuelink.model.Marker;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns our text into what GitHub may be sent, and back: harmless (see {@link GitHubNeutralizer}), marked, and within
 * GitHub's sizes. Reading what was written gives the text back, unless it had to be cut.
 */
final class GitHubText {
    /**
     * GitHub's limit for a body, said in characters. It is kept in UTF-16 units, of which there are never fewer than
     * characters.
     */
    static final int LONGEST_BODY = 65_536;

    /** GitHub's stated limit for a title; longer ones were accepted at times. In code points. */
    static final int LONGEST_TITLE = 256;

    static final String CUT_NOTE = "\n\n_[The rest was cut: GitHub takes at most 65,536 characters.]_";
    private static final String UNTITLED = "(untitled)";

    private GitHubText() {}

    /**
     * Text ready to be sent.
     *
     * @param text the text
     * @param cut whether something had to be left out
     */
    record Written(String text, boolean cut) {}

    /**
     * Text as it was meant.
     *
     * @param text without what we put in
     * @param marker our mark, or null if there is none
     */
    record Read(String text, @Nullable Marker marker) {}

    /** A title: one line, clamped. */
    static Written title(String title) {
        var line = wellFormed(title)
                .replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .strip();
        if (line.isEmpty()) {
            return new Written(UNTITLED, true);
        }
        if (line.codePointCount(0, line.length()) <= LONGEST_TITLE) {
            return new Written(line, false);
        }
        return new Written(line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…", true);
    }

    /** A body or comment with its mark in the last line, which is kept whatever must be cut. */
    static Written body(String text, Optional<Marker> marker) {
        var formed = wellFormed(text);
        var mark = marker.map(GitHubMarkers::line).orElse("");
        var room = LONGEST_BODY - mark.length() - GitHubMarkers.GAP.length();
        if (formed.length() <= room) {
            var whole = GitHubNeutralizer.neutralize(formed).closedForReading();
            if (whole.length() <= room) {
                return new Written(GitHubMarkers.append(whole, mark), false);
            }
        }
        return new Written(GitHubMarkers.append(cut(formed, room - CUT_NOTE.length()) + CUT_NOTE, mark), true);
    }

    /** What a body says, and our mark if it has one. */
    static Read read(@Nullable String body) {
        if (body == null || body.isEmpty()) {
            return new Read("", null);
        }
        var found = GitHubMarkers.find(body);
        return new Read(GitHubNeutralizer.restore(found.text()), found.marker());
    }

    /**
     * The longest beginning that fits once it is harmless. It is made harmless after the cut, since what stood in a code
     * span before may stand in plain text after.
     */
    private static String cut(String text, int room) {
        var end = Math.min(text.length(), room);
        while (true) {
            end = wholeCodePoints(text, end);
            var kept = GitHubNeutralizer.neutralize(text.substring(0, end)).closed();
            if (kept.length() <= room || end == 0) {
                return kept;
            }
            end = (int) Math.min(end - 1L, (long) end * room / kept.length());
        }
    }

    private static int wholeCodePoints(String text, int end) {
        var splits = end > 0
                && end < text.length()
                && Character.isHighSurrogate(text.charAt(end - 1))
                && Character.isLowSurrogate(text.charAt(end));
        return splits ? end - 1 : end;
    }

    /** Half a surrogate pair is no text and cannot be sent. */
    private static String wellFormed(String text) {
        var formed = new StringBuilder(text.length());
        text.codePoints().forEach(point -> formed.appendCodePoint(isHalf(point) ? 0xFFFD : point));
        return formed.toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
