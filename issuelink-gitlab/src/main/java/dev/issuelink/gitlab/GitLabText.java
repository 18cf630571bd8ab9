package dev.issuelink.gitlab;

import dev.issuelink.model.Marker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns our text into what GitLab may be sent, and back: harmless (see {@link GitLabNeutralizer}), marked, and within
 * GitLab's sizes. Reading what was written gives the text back, unless it had to be cut.
 */
final class GitLabText {
    /** A note may have a million characters, a description 1 MiB: so many bytes are below both. */
    static final int LONGEST_BODY = 1_000_000;

    /** In code points. */
    static final int LONGEST_TITLE = 255;

    static final String CUT_NOTE = "\n\n_[The rest was cut: GitLab takes no more.]_";
    private static final String UNTITLED = "(untitled)";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]++");

    private GitLabText() {}

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
        var line = BREAKS.matcher(wellFormed(title)).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return new Written(UNTITLED, true);
        }
        return line.codePointCount(0, line.length()) <= LONGEST_TITLE
                ? new Written(line, false)
                : new Written(line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…", true);
    }

    /** A description or note with its mark in the last line, which is kept whatever must be cut. */
    static Written body(String text, Optional<Marker> marker) {
        var formed = wellFormed(text);
        var mark = marker.map(GitLabMarkers::line).orElse("");
        var room = LONGEST_BODY - mark.length() - GitLabMarkers.GAP.length();
        if (formed.length() <= room) {
            var whole = GitLabNeutralizer.neutralize(formed).closedForReading();
            if (size(whole) <= room) {
                return new Written(GitLabMarkers.append(whole, mark), false);
            }
        }
        return new Written(GitLabMarkers.append(beginning(formed, room - CUT_NOTE.length()) + CUT_NOTE, mark), true);
    }

    /** What a description or note says, and our mark if it has one. */
    static Read read(String body) {
        if (body.isEmpty()) {
            return new Read("", null);
        }
        var found = GitLabMarkers.find(body);
        return new Read(GitLabNeutralizer.restore(found.text()), found.marker());
    }

    /** The longest beginning that fits once it is harmless, which it is made after the cut: that may open code. */
    private static String beginning(String text, int room) {
        var end = Math.min(text.length(), room);
        while (true) {
            if (end > 0 && end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            var kept = GitLabNeutralizer.neutralize(text.substring(0, end)).closed();
            var size = size(kept);
            if (size <= room || end == 0) {
                return kept;
            }
            end = (int) Math.min(end - 1L, (long) end * room / size);
        }
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Half a surrogate pair is no text; NUL is none for GitLab's database. */
    private static String wellFormed(String text) {
        var formed = new StringBuilder(text.length());
        text.codePoints().forEach(point -> formed.appendCodePoint(isText(point) ? point : 0xFFFD));
        return formed.toString();
    }

    private static boolean isText(int codePoint) {
        return codePoint != 0 && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }
}
