package dev.issuelink.gitlab;

import dev.issuelink.model.Marker;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our mark in a description or note: an HTML comment on a line of its own, which GitLab keeps and does not show. The last
 * one counts; people may write below it.
 */
final class GitLabMarkers {
    /** What stands between the text and the mark. */
    static final String GAP = "\n\n";

    private static final String BEGIN = "<!-- issuelink:";
    private static final String END = " -->";
    private static final Pattern LINE = Pattern.compile(
            "^" + BEGIN + "([A-Za-z0-9_-]{8,64})" + END + "[ \\t]*+(?=\\r?$)", Pattern.MULTILINE | Pattern.UNIX_LINES);

    private GitLabMarkers() {}

    /**
     * A text taken apart.
     *
     * @param text the text without the mark
     * @param marker the mark, or null
     */
    record Found(String text, @Nullable Marker marker) {}

    static String line(Marker marker) {
        return BEGIN + marker.value() + END;
    }

    static String append(String text, String line) {
        var gap = text.isEmpty() || line.isEmpty() ? "" : GAP;
        return text + gap + line;
    }

    static Found find(String text) {
        var matcher = LINE.matcher(text);
        var start = -1;
        var end = -1;
        @Nullable Marker marker = null;
        while (matcher.find()) {
            start = matcher.start();
            end = matcher.end();
            marker = new Marker(matcher.group(1));
        }
        return marker == null
                ? new Found(text, null)
                : new Found(beforeGap(text.substring(0, start)) + text.substring(end), marker);
    }

    private static String beforeGap(String text) {
        if (text.endsWith("\r\n\r\n")) {
            return text.substring(0, text.length() - 4);
        }
        return text.endsWith(GAP) ? text.substring(0, text.length() - GAP.length()) : text;
    }
}
