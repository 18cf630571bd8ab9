package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one kind of secret looks like. Texts are hostile: no pattern may look at a place of the text more than a bounded
 * number of times, so all repetitions are possessive or have a bound.
 *
 * @param name what it is, for people
 * @param pattern how it is found
 * @param anchors small letters, one of which a text must contain, in whatever case; none if nothing can be said
 * @param refinement what of a match is secret
 * @param wraps whether it is still known for sure when a line was wrapped within it
 * @param isWhole whether it is none if more letters or digits follow
 */
record Format(
        String name, Pattern pattern, List<String> anchors, Refinement refinement, boolean wraps, boolean isWhole) {
    /** A secret that is known by itself, wherever it stands. Its letters are matched as they are. */
    static Format token(String name, String expression, String... anchors) {
        var pattern = Pattern.compile("(?<![A-Za-z0-9])(?:" + expression + ")");
        return new Format(name, pattern, lower(anchors), Refinement::token, true, false);
    }

    /** A secret that is known by the place where it stands: the first group that matches. Letters match in any case. */
    static Format place(String name, String expression, String... anchors) {
        return place(name, expression, Refinement::group, anchors);
    }

    /** A secret that is known by its place and must look made up, too. */
    static Format randomPlace(String name, String expression, String... anchors) {
        return place(name, expression, Refinement::randomGroup, anchors);
    }

    /** A secret that is known by its place and by what the refinement says. */
    static Format place(String name, String expression, Refinement refinement, String... anchors) {
        var pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return new Format(name, pattern, lower(anchors), refinement, false, false);
    }

    /** The same, but none if more letters or digits follow. */
    Format whole() {
        return new Format(name, pattern, anchors, refinement, wraps, true);
    }

    /** Tells if a text may hold such a secret. */
    boolean mayBeIn(String lowerCaseText) {
        return anchors.isEmpty() || anchors.stream().anyMatch(lowerCaseText::contains);
    }

    private static List<String> lower(String... anchors) {
        return Stream.of(anchors).map(anchor -> anchor.toLowerCase(Locale.ROOT)).toList();
    }
}
