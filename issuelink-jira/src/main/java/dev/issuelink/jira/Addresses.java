package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds addresses in plain text, which readers of either side expect to be links. */
final class Addresses {
    /** Jira refuses or breaks addresses of other kinds; and some of these would run as a script. */
    private static final Pattern SAFE =
            Pattern.compile("(?:(?:https?|ftp)://|mailto:|tel:|[/#]).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BARE =
            Pattern.compile("(?<![\\p{L}\\p{N}@/:.!_-])https?://[^\\s<>\"'`|()\\[\\]{}\\\\^\\p{Cntrl}]++");
    private static final String LOOSE_ENDS = ".,;:!?*_~";

    private Addresses() {}

    static boolean isSafe(String address) {
        return SAFE.matcher(address).matches();
    }

    /** The pieces, with a link on each bare address. */
    static List<Span> linked(List<Span> spans) {
        var linked = new ArrayList<Span>();
        for (var span : spans) {
            if (span.link() != null || span.isCode() || !span.text().contains("://")) {
                linked.add(span);
            } else {
                link(span, linked);
            }
        }
        return linked;
    }

    private static void link(Span span, List<Span> linked) {
        var text = span.text();
        var copied = 0;
        var found = BARE.matcher(text);
        while (found.find()) {
            var address = withoutLooseEnd(found.group());
            if (found.start() > copied) {
                linked.add(span.withText(text.substring(copied, found.start())));
            }
            linked.add(new Span(address, span.styles(), new Span.Link(address.replace(OurMarkdown.MARK, ""), null)));
            copied = found.start() + address.length();
        }
        if (copied < text.length()) {
            linked.add(span.withText(text.substring(copied)));
        }
    }

    private static String withoutLooseEnd(String address) {
        var end = address.length();
        while (end > "https://".length() && LOOSE_ENDS.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }
}
