package dev.issuelink.core.internal.guard.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text as those will who see it rendered or parsed: without the escapes of Markdown, JSON, HTML and addresses, and
 * without signs that cannot be seen.
 */
public final class Unescaping {
    // An escaped text within an escaped text within an escaped text.
    private static final int DEEPEST = 3;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final View under;
    private final String text;
    private final ViewBuilder made;
    private boolean isChanged;

    private Unescaping(View under) {
        this.under = under;
        this.text = under.text();
        this.made = new ViewBuilder(under);
    }

    /** The text itself, and what it reads without one, two and three layers of escapes, as far as it has them. */
    public static List<View> layers(String text) {
        var layers = new ArrayList<View>();
        layers.add(View.of(text));
        while (layers.size() <= DEEPEST) {
            var last = layers.get(layers.size() - 1);
            var next = new Unescaping(last).read();
            if (next == last) {
                break;
            }
            layers.add(next);
        }
        return layers;
    }

    private View read() {
        var at = 0;
        while (at < text.length()) {
            at = step(at);
        }
        return isChanged ? made.build() : under;
    }

    private int step(int at) {
        var sign = text.charAt(at);
        var next = sign == '\\'
                ? backslash(at)
                : sign == '&'
                        ? entity(at)
                        : sign == '%' ? percent(at) : sign == '<' ? breakOpportunity(at) : invisible(at, sign);
        if (next > at) {
            isChanged = true;
            return next;
        }
        made.keep(at);
        return at + 1;
    }

    private int backslash(int at) {
        if (at + 1 >= text.length()) {
            return at;
        }
        var next = text.charAt(at + 1);
        if (next == 'u' || next == 'x') {
            var end = at + (next == 'u' ? 6 : 4);
            return number(at + 2, end, 16) < 0 ? at : put(number(at + 2, end, 16), at, end);
        }
        var meant = "nrt".indexOf(next) >= 0
                ? "\n\r\t".charAt("nrt".indexOf(next))
                : PUNCTUATION.indexOf(next) >= 0 ? next : '\0';
        return meant == '\0' ? at : put(meant, at, at + 2);
    }

    private int entity(int at) {
        var end = at + 1;
        while (end < text.length() && end < at + Entities.LONGEST && text.charAt(end) != ';') {
            end++;
        }
        if (end < at + 2 || end == text.length() || text.charAt(end) != ';') {
            return at;
        }
        var code = Entities.code(text.substring(at + 1, end));
        return code < 0 ? at : put(code, at, end + 1);
    }

    private int percent(int at) {
        var first = number(at + 1, at + 3, 16);
        if (first < 0x80) {
            return first < 0 ? at : put(first, at, at + 3);
        }
        var more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        var code = first & (0x3F >> more);
        for (var i = 1; i <= more; i++) {
            var isNext = at + 3 * i < text.length() && text.charAt(at + 3 * i) == '%';
            var next = isNext ? number(at + 3 * i + 1, at + 3 * i + 3, 16) : -1;
            if (next < 0x80 || next >= 0xC0) {
                return at;
            }
            code = (code << 6) | (next & 0x3F);
        }
        return more == 0 ? at : put(code, at, at + 3 * (more + 1));
    }

    private int breakOpportunity(int at) {
        return text.startsWith("<wbr>", at) ? at + 5 : text.startsWith("<wbr/>", at) ? at + 6 : at;
    }

    private int invisible(int at, char sign) {
        if (sign < ' ') {
            return sign == '\n' || sign == '\r' || sign == '\t' ? at : at + 1;
        }
        if (sign < 0x7F) {
            return at;
        }
        // Tags, the only signs above the first plane that are made to be invisible, begin so.
        if (sign == '\uDB40') {
            return Math.min(text.length(), at + 2);
        }
        var isInvisible = Character.getType(sign) == Character.FORMAT
                || sign < 0xA0
                || sign == '\u034F'
                || sign == '\u3164'
                || (sign >= '\uFE00' && sign <= '\uFE0F');
        return isInvisible ? at + 1 : at;
    }

    // What cannot be seen stays away, whichever way it was written.
    private int put(int code, int from, int to) {
        for (var sign : Character.toChars(Character.isValidCodePoint(code) ? code : 0xFFFD)) {
            if (sign >= ' ' || sign == '\n' || sign == '\r' || sign == '\t') {
                made.put(sign, from, to);
            }
        }
        return to;
    }

    private int number(int from, int to, int radix) {
        if (to > text.length()) {
            return -1;
        }
        var number = 0;
        for (var i = from; i < to; i++) {
            var digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
