package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Writes pieces of text as lines of wiki markup. Pieces come in their writable form, see {@link Spans}. */
final class WikiLines {
    private static final Pattern BARE = Pattern.compile("https?://[A-Za-z0-9:/?#@&+,;=%._~-]*[A-Za-z0-9/#=&%]");

    /** In double braces, Jira still takes these for macros. */
    private static final Pattern MACRO =
            Pattern.compile("(?:code|noformat|quote|panel|color|anchor|html|include|csv|info|note|tip|warning|expand"
                    + "|rss|portlet|jiraissues|toc|excerpt)\\b");

    private static final List<Style> STYLES = List.of(Style.STRONG, Style.EM, Style.STRIKE);

    private final List<Span> spans;
    private final boolean inCell;
    private final StringBuilder written;
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(Style style, String delimiter) {}

    private WikiLines(List<Span> spans, boolean inCell, boolean atLineStart) {
        this.spans = spans;
        this.inCell = inCell;
        this.written = new StringBuilder(atLineStart ? "" : " ");
    }

    static String write(List<Span> lines) {
        return new WikiLines(Spans.writable(lines), false, true).write();
    }

    /** Behind the sign of a heading, an item or so. */
    static String behindSign(List<Span> lines) {
        return new WikiLines(Spans.writable(lines), false, false).write().substring(1);
    }

    static String cell(List<Span> lines) {
        return new WikiLines(Spans.writable(lines), true, false).write().substring(1);
    }

    private String write() {
        for (var at = 0; at < spans.size(); at++) {
            if (spans.get(at).isBreak()) {
                closeTo(0);
                lineEnd();
            } else {
                dress(at);
                piece(at);
            }
        }
        closeTo(0);
        return written.toString();
    }

    private void lineEnd() {
        if (inCell) {
            written.append("\\\\");
            return;
        }
        if (!written.isEmpty() && written.charAt(written.length() - 1) == '\n') {
            written.append("\\\\");
        }
        written.append('\n');
    }

    private void piece(int at) {
        var span = spans.get(at);
        var link = span.link();
        if (span.isCode()) {
            written.append("{{");
        }
        if (span.isCode() && MACRO.matcher(span.text()).lookingAt()) {
            written.append("&#").append((int) span.text().charAt(0)).append(';');
            span = span.withText(span.text().substring(1));
        }
        if (link == null) {
            WikiEscape.append(written, span.text(), span.isCode() ? '}' : next(at), inCell || span.isCode());
        } else if (span.showsItsAddress() && isBareHere(span, at)) {
            written.append(OurMarkdown.entities(span.text()));
        } else {
            link(span.text(), link);
        }
        if (span.isCode()) {
            written.append("}}");
        }
    }

    private boolean isBareHere(Span span, int at) {
        var before = written.isEmpty() ? ' ' : written.charAt(written.length() - 1);
        return !span.isCode()
                && BARE.matcher(span.text()).matches()
                && !Character.isLetterOrDigit(before)
                && (next(at) == ' ' || next(at) == '\n');
    }

    private void link(String text, Span.Link link) {
        written.append('[');
        WikiEscape.append(written, text, '|', true);
        written.append('|').append(address(link.href()));
        if (link.title() != null) {
            var title = new StringBuilder(" ");
            WikiEscape.append(title, link.title().replaceAll("\\s+", " "), ']', true);
            written.append('|').append(title, 1, title.length());
        }
        written.append(']');
    }

    /** Signs that would end the address or act within it are written as the web writes them. */
    private static String address(String href) {
        var address = new StringBuilder();
        href.chars().forEach(c -> {
            if (c <= ' ' || "[]{}|\\^!\"<>".indexOf(c) >= 0) {
                address.append('%').append(String.format("%02X", c));
            } else {
                address.append((char) c);
            }
        });
        return address.toString();
    }

    /** The sign that follows a piece. */
    private char next(int at) {
        if (at + 1 >= spans.size()) {
            return '\n';
        }
        var next = spans.get(at + 1);
        if (next.isBreak()) {
            return inCell ? '\\' : '\n';
        }
        return next.isCode()
                ? '{'
                : next.link() != null && !next.showsItsAddress()
                        ? '['
                        : next.text().charAt(0);
    }

    private void dress(int at) {
        var wanted = spans.get(at);
        var keep = 0;
        for (var each = open.descendingIterator(); each.hasNext(); ) {
            if (!wanted.has(each.next().style())) {
                break;
            }
            keep++;
        }
        closeTo(keep);
        for (var style : STYLES) {
            if (wanted.has(style) && open.stream().noneMatch(each -> each.style() == style)) {
                var delimiter = delimiter(style, at);
                written.append(delimiter);
                open.push(new Open(style, delimiter));
            }
        }
    }

    /** Between letters, the plain sign would be a sign. */
    private String delimiter(Style style, int at) {
        var sign = style == Style.STRONG ? "*" : style == Style.EM ? "_" : "-";
        var end = at;
        while (end < spans.size() && !spans.get(end).isBreak() && spans.get(end).has(style)) {
            end++;
        }
        var before = written.isEmpty() ? ' ' : written.charAt(written.length() - 1);
        var after = next(end - 1);
        return Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after) ? "{" + sign + "}" : sign;
    }

    private void closeTo(int keep) {
        while (open.size() > keep) {
            written.append(open.pop().delimiter());
        }
    }
}
