package dev.issuelink.jira;

import dev.issuelink.jira.Span.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands in a line of wiki markup. */
final class WikiInline {
    private static final Map<Character, Style> STYLES = Map.of('*', Style.STRONG, '_', Style.EM, '-', Style.STRIKE);
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|nbsp);");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`|()\\[\\]{}\\\\!^]++");
    private static final Pattern DROPPED = Pattern.compile("\\{(?:color(?::[^}\\n]{0,40})?|anchor:[^}\\n]{0,200})}");
    private static final Pattern IMAGE = Pattern.compile("!([^\\s!|\\[\\]{}]{1,1000})(?:\\|[^!\\n]{0,200})?!");

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private final Set<Style> styles = EnumSet.noneOf(Style.class);
    private final Map<Style, Integer> ends = new EnumMap<>(Style.class);
    private final Map<Style, Integer> hopeless = new EnumMap<>(Style.class);
    private final Map<String, Sought> sought = new HashMap<>();
    private final StringBuilder plain = new StringBuilder();

    /** Where an ending was found, from where on; negative if nowhere. */
    private record Sought(int from, int end) {}

    private WikiInline(String text) {
        this.text = text;
    }

    /** The pieces of a text of one or more lines. */
    static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        var lines = text.split("\n", -1);
        for (var i = 0; i < lines.length; i++) {
            if (i > 0) {
                spans.add(Span.plain(Span.BREAK));
            }
            spans.addAll(lines[i].equals("\\\\") ? List.of() : new WikiInline(lines[i]).read());
        }
        return Spans.merged(spans);
    }

    /** Plain text that may hold escapes. */
    private static String unescaped(String text) {
        var reader = new WikiInline(text);
        var i = 0;
        while (i < text.length()) {
            var next = reader.escape(i);
            if (next == i) {
                reader.plain.append(text.charAt(i));
                next++;
            }
            i = next;
        }
        return reader.plain.toString();
    }

    private List<Span> read() {
        var i = 0;
        while (i < text.length()) {
            var next = close(i);
            next = next == i ? escape(i) : next;
            next = next == i ? atom(i) : next;
            next = next == i ? open(i) : next;
            if (next == i) {
                plain.append(text.charAt(i));
                next++;
            }
            i = next;
        }
        settle();
        return spans;
    }

    private void settle() {
        if (!plain.isEmpty()) {
            spans.add(new Span(plain.toString(), styles, null));
            plain.setLength(0);
        }
    }

    /** Signs that stand for others; returns the place behind them. */
    private int escape(int at) {
        var c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length() && WikiEscape.SIGNS.indexOf(text.charAt(at + 1)) >= 0) {
            plain.append(text.charAt(at + 1));
            return at + 2;
        }
        if (c != '&') {
            return at;
        }
        var known = OurMarkdown.entityIn(text, at);
        if (known != null) {
            plain.append(known.marked());
            return at + known.length();
        }
        var entity = ENTITY.matcher(text).region(at, text.length());
        if (!entity.lookingAt()) {
            return at;
        }
        plain.appendCodePoint(codePoint(entity.group(1), entity.group(2)));
        return entity.end();
    }

    private static int codePoint(@Nullable String decimal, @Nullable String hex) {
        var point = decimal != null ? Integer.parseInt(decimal) : hex != null ? Integer.parseInt(hex, 16) : 0xA0;
        return Character.isValidCodePoint(point) ? point : 0xFFFD;
    }

    /** What has an end of its own and nothing acting within; returns the place behind it. */
    private int atom(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> lineBreak(at);
            case '{' -> braces(at);
            case '[' -> link(at);
            case 'h' -> address(at);
            case '!' -> image(at);
            default -> at;
        };
    }

    private int lineBreak(int at) {
        if (!text.startsWith("\\\\", at)) {
            return at;
        }
        settle();
        spans.add(Span.plain(Span.BREAK));
        return at + 2;
    }

    private int braces(int at) {
        if (text.startsWith("{{", at)) {
            var end = endOf("}}", at + 2);
            return end < 0 ? at : code(at, end);
        }
        var dropped = DROPPED.matcher(text).region(at, text.length());
        return dropped.lookingAt() ? dropped.end() : at;
    }

    private int code(int at, int end) {
        settle();
        var content = text.substring(at + 2, end);
        var inner = content.startsWith("[") ? new WikiInline(content).read() : List.<Span>of();
        var link = inner.size() == 1 ? inner.get(0).link() : null;
        var shown = link == null ? unescaped(content) : inner.get(0).text();
        if (!shown.isEmpty()) {
            spans.add(new Span(shown, EnumSet.of(Style.CODE), link));
        }
        return end + 2;
    }

    /** The next place of an ending that is not escaped. */
    private int endOf(String ending, int from) {
        var last = sought.get(ending);
        if (last != null && last.from() <= from && (last.end() < 0 || last.end() >= from)) {
            return last.end();
        }
        var i = from;
        while (i < text.length() && !text.startsWith(ending, i)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        var end = i < text.length() ? i : -1;
        sought.put(ending, new Sought(from, end));
        return end;
    }

    private int link(int at) {
        var end = endOf("]", at + 1);
        if (end < 0) {
            return at;
        }
        var spans = WikiLinks.read(text.substring(at + 1, end), WikiInline::unescaped);
        if (spans.isEmpty()) {
            return at;
        }
        settle();
        spans.forEach(span -> this.spans.add(new Span(span.text(), styles, span.link())));
        return end + 1;
    }

    private int address(int at) {
        var end = addressEnd(at);
        if (end == at) {
            return at;
        }
        settle();
        var shown = new StringBuilder();
        for (var i = at; i < end; ) {
            var entity = OurMarkdown.entityIn(text, i);
            shown.append(entity == null ? text.substring(i, i + 1) : entity.marked());
            i += entity == null ? 1 : entity.length();
        }
        var href = shown.toString().replace(OurMarkdown.MARK, "");
        spans.add(new Span(shown.toString(), styles, new Span.Link(href, null)));
        return end;
    }

    private int addressEnd(int at) {
        if (text.charAt(at) != 'h' || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            return at;
        }
        var found = ADDRESS.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return at;
        }
        var end = found.end();
        while (end > at && ".,;:*_~-+".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private int image(int at) {
        var found = IMAGE.matcher(text).region(at, text.length());
        if (!found.lookingAt()) {
            return at;
        }
        var name = found.group(1);
        if (!Addresses.isSafe(name)) {
            plain.append("(attachment: ").append(name).append(')');
            return found.end();
        }
        plain.append('!');
        settle();
        spans.add(new Span(name, styles, new Span.Link(name, null)));
        return found.end();
    }

    private int close(int at) {
        for (var style : List.copyOf(styles)) {
            if (ends.getOrDefault(style, -1) == at) {
                settle();
                styles.remove(style);
                return at + (text.charAt(at) == '{' ? 3 : 1);
            }
        }
        return at;
    }

    private int open(int at) {
        var braced = text.charAt(at) == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}';
        var style = STYLES.get(text.charAt(braced ? at + 1 : at));
        if (style == null || styles.contains(style) || (!braced && !opens(at))) {
            return at;
        }
        var end = braced ? bracedEnd(at) : end(style, at);
        if (end < 0) {
            return at;
        }
        settle();
        styles.add(style);
        ends.put(style, end);
        return at + (braced ? 3 : 1);
    }

    private boolean opens(int at) {
        return at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1))
                && text.charAt(at + 1) != text.charAt(at)
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private int bracedEnd(int at) {
        return text.indexOf(text.substring(at, at + 3), at + 3);
    }

    /** Where a style ends that begins here; what was sought in vain once is not sought again. */
    private int end(Style style, int at) {
        if (hopeless.getOrDefault(style, Integer.MAX_VALUE) <= at) {
            return -1;
        }
        var sign = text.charAt(at);
        var i = at + 1;
        while (i < text.length()) {
            if (text.charAt(i) == sign && i > at + 1 && closes(i)) {
                return i;
            }
            i = behind(i);
        }
        hopeless.put(style, at);
        return -1;
    }

    private boolean closes(int at) {
        return !Character.isWhitespace(text.charAt(at - 1))
                && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    private int behind(int at) {
        var end = switch (text.charAt(at)) {
            case '\\' -> at + 2;
            case 'h' -> addressEnd(at);
            case '[' -> endOf("]", at + 1) + 1;
            case '{' -> text.startsWith("{{", at) ? endOf("}}", at + 2) + 2 : bracedSign(at);
            default -> at;
        };
        return end > at ? end : at + 1;
    }

    private int bracedSign(int at) {
        return at + 2 < text.length() && text.charAt(at + 2) == '}' ? at + 3 : at;
    }
}
