package dev.issuelink.jira;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads what stands between the brackets of wiki markup. */
final class WikiLinks {
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

    private WikiLinks() {}

    /** The pieces, one with the link or plain words; none if this is no link but text in brackets. */
    static List<Span> read(String content, UnaryOperator<String> unescape) {
        if (content.startsWith("~")) {
            return words("@" + content.substring(1).replaceFirst("^accountid:", ""));
        }
        if (content.startsWith("^")) {
            return words("(attachment: " + content.substring(1) + ")");
        }
        var parts = BAR.split(content, 3);
        var address = parts.length == 1 ? content : parts[1].strip();
        if (!Addresses.isSafe(address) || (parts.length == 1 && address.startsWith("/"))) {
            return List.of();
        }
        var text = parts.length == 1 || parts[0].isBlank() ? address : unescape.apply(parts[0]);
        var title = parts.length < 3 || parts[2].isBlank() ? null : unescape.apply(parts[2]);
        return List.of(new Span(text, Set.of(), new Span.Link(address, title)));
    }

    private static List<Span> words(String words) {
        return words.isBlank() ? List.of() : List.of(Span.plain(words));
    }
}
