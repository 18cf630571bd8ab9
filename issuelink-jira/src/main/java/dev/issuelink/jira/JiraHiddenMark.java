package dev.issuelink.jira;

import dev.issuelink.model.Marker;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Our mark of a comment within its text: what webhooks tell of a comment holds no properties, and on Data Center it has
 * none. On Cloud it is written in characters that are not seen, on Data Center as an anchor, which is not shown.
 */
final class JiraHiddenMark {
    /** Begins and ends what is written in unseen characters; nobody types it. */
    static final String FRAME = "\u2062";

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String UNSEEN = "\u200B\u200C\u200D\u2063";
    private static final int SYMBOLS_PER_LETTER = 3;
    private static final int BITS = 2;

    private static final Pattern WRITTEN =
            Pattern.compile("\\s{0,4}" + FRAME + "([" + UNSEEN + "]{24,192})" + FRAME + "[ \\t]{0,4}");
    private static final Pattern ANCHOR =
            Pattern.compile("\\s{0,4}(?<!\\\\)\\{anchor:issuelink-([A-Za-z0-9_-]{8,64})}[ \\t]{0,4}");

    private JiraHiddenMark() {}

    /**
     * A text taken apart.
     *
     * @param text without the mark
     * @param marker the mark, or null
     */
    record Found(String text, @Nullable Marker marker) {}

    /** The mark in characters that are not seen. */
    static String unseen(Marker marker) {
        var written = new StringBuilder(FRAME);
        marker.value().chars().map(LETTERS::indexOf).forEach(letter -> {
            for (var symbol = SYMBOLS_PER_LETTER - 1; symbol >= 0; symbol--) {
                written.append(UNSEEN.charAt(letter >> (symbol * BITS) & UNSEEN.length() - 1));
            }
        });
        return written.append(FRAME).toString();
    }

    /** The mark as an anchor of wiki markup. */
    static String anchor(Marker marker) {
        return "{anchor:issuelink-" + marker.value() + "}";
    }

    /** Finds either form, the last one as written. */
    static Found find(String text) {
        if (text.contains(FRAME)) {
            return find(text, WRITTEN, true);
        }
        return text.contains("{anchor:issuelink-") ? find(text, ANCHOR, false) : new Found(text, null);
    }

    private static Found find(String text, Pattern pattern, boolean unseen) {
        var last = pattern.matcher(text).results().reduce((first, second) -> second);
        var marker = last.map(match -> match.group(1))
                .map(value -> unseen ? read(value) : value)
                .flatMap(JiraMarkers::marker);
        return marker.isEmpty() ? new Found(text, null) : new Found(without(text, last), marker.get());
    }

    private static String without(String text, Optional<MatchResult> mark) {
        return mark.map(match -> text.substring(0, match.start()) + text.substring(match.end()))
                .orElse(text);
    }

    private static String read(String symbols) {
        var letters = new StringBuilder();
        for (var at = 0; at + SYMBOLS_PER_LETTER <= symbols.length(); at += SYMBOLS_PER_LETTER) {
            var letter = 0;
            for (var symbol = 0; symbol < SYMBOLS_PER_LETTER; symbol++) {
                letter = letter << BITS | UNSEEN.indexOf(symbols.charAt(at + symbol));
            }
            letters.append(LETTERS.charAt(letter));
        }
        return letters.toString();
    }
}
