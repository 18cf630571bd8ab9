package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes pieces of text as lines of Markdown. Pieces come in their writable form, see {@link Spans}. */
final class MarkdownLines {
    private static final Pattern SIMPLE_ADDRESS = Pattern.compile("[^\\s<>()\\\\\\p{Cntrl}]++");

    private final List<Span> spans;
    private final MarkdownEscape escape;
    private final boolean inCell;
    private final StringBuilder written = new StringBuilder();
    private final Deque<Style> open = new ArrayDeque<>();

    private MarkdownLines(List<Span> spans, MarkdownEscape escape, boolean inCell) {
        this.spans = spans;
        this.escape = escape;
        this.inCell = inCell;
    }

    static String write(List<Span> spans, MarkdownEscape escape) {
        return new MarkdownLines(spans, escape, false).write();
    }

    static String cell(List<Span> spans, MarkdownEscape escape) {
        return new MarkdownLines(spans, escape, true).write();
    }

    private String write() {
        var i = 0;
        while (i < spans.size()) {
            var link = spans.get(i).link();
            var end = i + 1;
            while (link != null
                    && end < spans.size()
                    && link.equals(spans.get(end).link())) {
                end++;
            }
            if (link == null) {
                piece(i);
            } else {
                link(i, end, link);
            }
            i = end;
        }
        closeAll();
        return written.toString();
    }

    private void piece(int at) {
        var span = spans.get(at);
        if (span.isBreak()) {
            lineEnd();
            return;
        }
        dress(at, spans.size());
        words(at);
    }

    private void words(int at) {
        var span = spans.get(at);
        if (span.isCode()) {
            written.append(
                    inCell ? CodeMarkdown.inline(span.text()).replace("|", "\\|") : CodeMarkdown.inline(span.text()));
            return;
        }
        var next = at + 1 < spans.size() ? following(spans.get(at + 1)) : '\n';
        if (inCell) {
            var cell = new StringBuilder(written.isEmpty() ? " " : written.substring(written.length() - 1));
            escape.append(cell, span.text(), next);
            written.append(cell.substring(1).replace("\\|", "|").replace("|", "\\|"));
        } else {
            escape.append(written, span.text(), next);
        }
    }

    private static char following(Span next) {
        return next.link() != null ? '[' : next.text().charAt(0);
    }

    private void lineEnd() {
        closeAll();
        if (inCell) {
            written.append("<br>");
            return;
        }
        // A line of its own that is empty would end the paragraph.
        if (!written.isEmpty() && written.charAt(written.length() - 1) == '\n') {
            written.append('\\');
        }
        written.append('\n');
    }

    /** A link takes the styles that all of it has from outside, and opens the others within. */
    private void link(int start, int end, Span.Link link) {
        var whole = spans.get(start);
        if (end == start + 1 && whole.showsItsAddress() && !whole.isCode()) {
            dress(start, spans.size());
            address(link.href(), OurMarkdown.entities(whole.text()));
            return;
        }
        dressLink(start, end);
        var outside = open.size();
        written.append('[');
        for (var at = start; at < end; at++) {
            dressWithin(at, end, outside);
            words(at);
        }
        closeTo(outside);
        written.append("](").append(destination(link)).append(')');
    }

    private void address(String address, String shown) {
        if (!written.isEmpty() && written.charAt(written.length() - 1) == '!') {
            written.append("[](")
                    .append(destination(new Span.Link(address, null)))
                    .append(')');
        } else if (!address.equals(shown) || !escape.setsAddressesApart()) {
            written.append(inCell ? shown.replace("|", "\\|") : shown);
        } else if (address.matches("(?s).*[\\s<>].*") || !address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]{1,31}:.*")) {
            written.append('[');
            escape.append(written, address, ']');
            written.append("](")
                    .append(destination(new Span.Link(address, null)))
                    .append(')');
        } else {
            written.append('<').append(address).append('>');
        }
    }

    private static String destination(Span.Link link) {
        var href = link.href();
        var address = SIMPLE_ADDRESS.matcher(href).matches() || isBalanced(href)
                ? href
                : "<" + href.replaceAll("\\s", "%20").replaceAll("[\\\\<>]", "\\\\$0") + ">";
        var title = link.title();
        return title == null
                ? address
                : address + " \"" + title.replaceAll("[\\r\\n]\\s*+", " ").replaceAll("[\\\\\"]", "\\\\$0") + "\"";
    }

    private static boolean isBalanced(String href) {
        var depth = 0;
        for (var i = 0; i < href.length(); i++) {
            var c = href.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '\\' || c == 0x7F) {
                return false;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || depth > 10) {
                return false;
            }
        }
        return depth == 0 && !href.isEmpty();
    }

    /** Closes what does not go on here and opens what begins, the longest first. */
    private void dress(int at, int end) {
        var wanted = spans.get(at).styles();
        var keep = 0;
        var styles = new ArrayList<Style>();
        open.descendingIterator().forEachRemaining(styles::add);
        while (keep < styles.size() && wanted.contains(styles.get(keep))) {
            keep++;
        }
        closeTo(keep);
        openMissing(at, end);
    }

    private void dressWithin(int at, int end, int outside) {
        var styles = new ArrayList<Style>();
        open.descendingIterator().forEachRemaining(styles::add);
        var keep = outside;
        while (keep < styles.size() && spans.get(at).has(styles.get(keep))) {
            keep++;
        }
        closeTo(keep);
        openMissing(at, end);
    }

    private void dressLink(int start, int end) {
        var styles = new ArrayList<Style>();
        open.descendingIterator().forEachRemaining(styles::add);
        var keep = 0;
        while (keep < styles.size() && allHave(start, end, styles.get(keep))) {
            keep++;
        }
        closeTo(keep);
        var lengths = lengths(start, spans.size());
        lengths.keySet().removeIf(style -> !allHave(start, end, style));
        open(lengths);
    }

    private boolean allHave(int start, int end, Style style) {
        return spans.subList(start, end).stream().allMatch(span -> span.has(style));
    }

    private void openMissing(int at, int end) {
        open(lengths(at, end));
    }

    private void open(Map<Style, Integer> lengths) {
        lengths.entrySet().stream()
                .sorted(Map.Entry.<Style, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(style -> {
                    written.append(style.getKey().delimiter());
                    open.push(style.getKey());
                });
    }

    /** How many pieces each style of a piece goes on for. */
    private Map<Style, Integer> lengths(int at, int end) {
        var lengths = new EnumMap<Style, Integer>(Style.class);
        for (var style : spans.get(at).styles()) {
            if (style != Style.CODE && !open.contains(style)) {
                var to = at;
                while (to < end && spans.get(to).has(style)) {
                    to++;
                }
                lengths.put(style, to - at);
            }
        }
        return lengths;
    }

    private void closeAll() {
        closeTo(0);
    }

    private void closeTo(int keep) {
        while (open.size() > keep) {
            written.append(open.pop().delimiter());
        }
    }
}
