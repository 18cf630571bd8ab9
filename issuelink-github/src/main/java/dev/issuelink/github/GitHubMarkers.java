package dev.issuelink.github;

import dev.issuelink.model.Marker;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Our mark in a body: an HTML comment alone on a line, the last one as written. People may write below it. */
final class GitHubMarkers {
    /** What stands between the text and the mark. */
    static final String GAP = "\n\n";

    private static final Pattern LINE = Pattern.compile(
            "^<!-- issuelink:([A-Za-z0-9_-]{8,64}) -->[ \\t]*(?=\\r?$)", Pattern.MULTILINE | Pattern.UNIX_LINES);

    private GitHubMarkers() {}

    /**
     * A body taken apart.
     *
     * @param text the body without the mark
     * @param marker the mark, or null
     */
    record Found(String text, @Nullable Marker marker) {}

    static String line(Marker marker) {
        return "<!-- issuelink:" + marker.value() + " -->";
    }

    static String append(String text, String line) {
        return text.isEmpty() || line.isEmpty() ? text + line : text + GAP + line;
    }

    static Found find(String body) {
        var matcher = LINE.matcher(body);
        Found found = null;
        while (matcher.find()) {
            var before = withoutGap(body.substring(0, matcher.start()));
            found = new Found(before + body.substring(matcher.end()), new Marker(matcher.group(1)));
        }
        return found == null ? new Found(body, null) : found;
    }

    private static String withoutGap(String text) {
        var windows = "\r\n\r\n";
        var gap = text.endsWith(windows) ? windows : GAP;
        return text.endsWith(gap) ? text.substring(0, text.length() - gap.length()) : text;
    }
}
