package dev.issuelink.core.internal.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts the values of a line into their places, each in the way that its place asks for: within code as code, within an
 * address as a part of it, within a tag of HTML as plain signs, and as escaped words everywhere else.
 */
final class LineComposer {
    private static final char VALUE = Marks.VALUE;
    private static final String WHOLE = String.valueOf(VALUE);
    private static final String TICK = "&#96;";
    private static final int NONE = -1;

    /** A label of more than 999 characters is none. */
    private static final int LONGEST_LABEL = 100;

    private static final Pattern MARKS = Pattern.compile("[ \\t>]*+(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]++[ \\t>]*+)*+");
    private static final Pattern DEFINITION =
            Pattern.compile(MARKS.pattern() + "\\[(?!\\s*+\\])(?:[^\\[\\]\\\\]|\\\\.)*+\\]:[ \\t]*+");
    private static final Pattern AUTOLINK =
            Pattern.compile("<(" + VALUE + "|https?://[^\\s<>]*+)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG_NAME = Pattern.compile("</?[A-Za-z0-9-]*+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'`|)\\]*]*+", Pattern.CASE_INSENSITIVE);

    /**
     * What is around a line.
     *
     * @param html whether the author's HTML is near, so that escapes of Markdown may not be understood
     * @param htmlBlock whether the line may be HTML alone, so that there is no code in it
     * @param table whether it is a row of a table
     */
    record Surroundings(boolean html, boolean htmlBlock, boolean table) {}

    private final String shape;
    private final Iterator<Piece.Value> values;
    private final Surroundings around;
    private final Carry before;
    private final LineText text = new LineText();
    private final Deque<Integer> brackets = new ArrayDeque<>();
    private Reach reach = Reach.NOTHING;
    private boolean inLabel;
    private int labelDepth;

    private LineComposer(Line line, Surroundings around, Carry before) {
        this.shape = line.shape();
        this.values = line.values().iterator();
        this.around = around;
        this.before = before;
    }

    /** What may go on in the next line. */
    enum Reach {
        NOTHING(""),
        TAG(">"),
        COMMENT("-->"),
        INSTRUCTION("?>"),
        DATA("]]>"),
        /** The address of links elsewhere, whose title may follow. */
        DEFINITION(""),
        /** The label of a link, or of an address of links. */
        LABEL("");

        private final String end;

        Reach(String end) {
            this.end = end;
        }

        /** Whether it is HTML. */
        boolean isHtml() {
            return !end.isEmpty();
        }
    }

    /**
     * What goes on in the next line.
     *
     * @param reach the place in which it begins
     * @param bracket whether a bracket is open, so that a link may end there
     */
    record Carry(Reach reach, boolean bracket) {
        static final Carry NOTHING = new Carry(Reach.NOTHING, false);
    }

    /**
     * A finished line.
     *
     * @param markdown the text
     * @param carry what goes on in the next line
     */
    record Composed(String markdown, Carry carry) {}

    static Composed compose(Line line, Surroundings around, Carry before) {
        var composer = new LineComposer(line, around, before);
        composer.scan();
        var entities = around.html() || before.reach() == Reach.DEFINITION;
        var bracket = before.bracket() || !composer.brackets.isEmpty();
        return new Composed(composer.text.markdown(entities), new Carry(composer.reach, bracket));
    }

    private void scan() {
        inLabel = before.reach() == Reach.LABEL;
        var index = before.reach().isHtml() ? tag(0, before.reach()) : definition();
        while (index < shape.length()) {
            index = step(index);
        }
        reach = inLabel && reach == Reach.NOTHING ? Reach.LABEL : reach;
    }

    private int step(int index) {
        var c = shape.charAt(index);
        return switch (c) {
            case VALUE -> word(index);
            case '\\' -> backslash(index);
            case '`' -> ticks(index);
            case '<' -> angle(index);
            case '[' -> opening(index);
            case ']' -> closing(index);
            case 'h', 'H' -> address(index);
            default -> fixed(index, index + 1);
        };
    }

    private int word(int index) {
        var value = values.next();
        if (value.isEmpty()) {
            text.nothing();
        } else if (inLabel) {
            text.untrusted(value.line(LONGEST_LABEL));
        } else if (value.kind() == Piece.Kind.CODE && !around.htmlBlock()) {
            text.ready(CodeText.span(value.line(), around.table()));
        } else {
            text.untrusted(value.line());
        }
        return index + 1;
    }

    private int backslash(int index) {
        var next = index + 1 < shape.length() ? shape.charAt(index + 1) : ' ';
        if (next > ' ' && next < 127 && !Character.isLetterOrDigit(next)) {
            text.plainSign(next);
            return index + 2;
        }
        return fixed(index, index + 1);
    }

    /** Code of the author; signs that open none are made to mean nothing, whatever follows. */
    private int ticks(int index) {
        var end = endOfRun(index);
        var close = around.htmlBlock() ? -1 : closingRun(end, end - index);
        if (close >= 0) {
            code(end, close);
            return close + end - index;
        }
        if (around.htmlBlock()) {
            return fixed(index, end);
        }
        text.fixed(TICK.repeat(end - index));
        return end;
    }

    private void code(int from, int to) {
        var fence = shape.substring(to, endOfRun(to));
        if (shape.substring(from, to).indexOf(VALUE) < 0) {
            text.fixed(fence + shape.substring(from, to) + fence);
            return;
        }
        var content = new StringBuilder();
        for (int index = from; index < to; index++) {
            var c = shape.charAt(index);
            content.append(c == VALUE ? values.next().exactLine() : c);
        }
        var line = Clean.line(content.toString());
        if (line.isEmpty() || inLabel) {
            text.nothing().untrusted(line);
        } else {
            text.ready(CodeText.span(line, around.table()));
        }
    }

    private int endOfRun(int index) {
        var end = index;
        while (end < shape.length() && shape.charAt(end) == '`') {
            end++;
        }
        return end;
    }

    private int closingRun(int from, int length) {
        for (int index = shape.indexOf('`', from); index >= 0; index = shape.indexOf('`', endOfRun(index))) {
            if (endOfRun(index) - index == length) {
                return index;
            }
        }
        return -1;
    }

    private int angle(int index) {
        var link = AUTOLINK.matcher(shape).region(index, shape.length());
        if (link.lookingAt() && link.group(1).indexOf(VALUE) >= 0) {
            return link.group(1).equals(WHOLE) ? autolink(link.end()) : parts(index, link.end(), "");
        }
        var next = index + 1 < shape.length() ? shape.charAt(index + 1) : ' ';
        var opens = Character.isLetter(next) || next == '/' || next == '!' || next == '?' || next == VALUE;
        return opens ? tag(index, kind(index)) : fixed(index, index + 1);
    }

    private int autolink(int end) {
        var line = values.next().line();
        var address = WebAddress.whole(line);
        if (address.isPresent()) {
            text.ready("<" + address.get() + ">");
        } else if (!line.isEmpty()) {
            text.fixed("<").untrusted(line).fixed(">");
        }
        return end;
    }

    private Reach kind(int index) {
        if (shape.startsWith("<!--", index)) {
            return Reach.COMMENT;
        }
        if (shape.startsWith("<?", index)) {
            return Reach.INSTRUCTION;
        }
        return shape.startsWith("<![CDATA[", index) ? Reach.DATA : Reach.TAG;
    }

    /** Goes to the end of a tag of HTML, over what is quoted in it. */
    private int tag(int from, Reach tag) {
        var quote = '\0';
        reach = tag;
        for (int index = from; index < shape.length(); index++) {
            var c = shape.charAt(index);
            if (c == VALUE) {
                tagValue(isTagName(index), quote != '\0' || tag != Reach.TAG || shape.startsWith("<!", from));
                continue;
            }
            text.fixed(c == '`' ? TICK : String.valueOf(c));
            if (quote == '\0' && shape.startsWith(tag.end, index + 1 - tag.end.length())) {
                reach = Reach.NOTHING;
                return index + 1;
            }
            if (tag == Reach.TAG && (c == '"' || c == '\'')) {
                quote = quote == c ? '\0' : quote == '\0' ? c : quote;
            }
        }
        return shape.length();
    }

    private boolean isTagName(int index) {
        var start = shape.lastIndexOf('<', index);
        return start >= 0 && TAG_NAME.matcher(shape).region(start, index).matches();
    }

    private void tagValue(boolean isName, boolean isText) {
        var line = values.next().line();
        var before = text.at(text.length() - 1);
        if (isName) {
            text.ready(Joiners.JOINER + HtmlText.words(line));
        } else if (before == '=' || (isText && (before == '"' || before == '\''))) {
            text.ready(HtmlText.attribute(line, isText));
        } else {
            text.ready(isText ? Joiners.behind(before) + HtmlText.words(line) : HtmlText.name(line));
        }
    }

    private int opening(int index) {
        var isSecond = text.at(text.length() - 1) == ']' && text.isFixed(text.length() - 1);
        if (!inLabel && (isSecond || MARKS.matcher(shape).region(0, index).matches())) {
            inLabel = true;
            labelDepth = brackets.size();
        }
        brackets.push(text.length());
        return fixed(index, index + 1);
    }

    private int closing(int index) {
        int open = brackets.isEmpty() ? NONE : brackets.pop();
        var wasInLabel = inLabel;
        inLabel &= brackets.size() > labelDepth;
        if (before.reach() == Reach.LABEL && shape.startsWith("]:", index)) {
            text.plainSign(']');
            return index + 1;
        }
        if (!shape.startsWith("](", index)) {
            return fixed(index, index + 1);
        }
        var target = open == NONE && !before.bracket()
                ? Optional.<LinkTarget>empty()
                : LinkTarget.read(shape, index + 2, true);
        if (target.isPresent() && target.get().hasValue(shape)) {
            return target(index, target.get(), open);
        }
        var mayEndInValue = shape.indexOf(VALUE, index) >= 0 || shape.indexOf(')', index) < 0;
        if (target.isEmpty() && mayEndInValue) {
            inLabel = wasInLabel;
            text.plainSign(']');
            return index + 1;
        }
        return fixed(index, index + 1);
    }

    /** A line that gives an address to links elsewhere. If a value could make one of it, it is made to be none. */
    private int definition() {
        var label = DEFINITION.matcher(shape);
        if (!label.lookingAt()) {
            return 0;
        }
        var target = LinkTarget.read(shape, label.end(), false);
        if (target.isEmpty()) {
            var bracket = shape.indexOf('[');
            fixed(0, bracket);
            text.plainSign('[');
            return bracket + 1;
        }
        reach = Reach.DEFINITION;
        inLabel = true;
        var index = 0;
        while (index < label.end()) {
            var c = shape.charAt(index);
            index = c == VALUE ? word(index) : c == '\\' ? backslash(index) : fixed(index, index + 1);
        }
        inLabel = false;
        return target(index, target.get(), NONE);
    }

    /** The address of a link. Without a good one, there are only the words of the link. */
    private int target(int from, LinkTarget target, int open) {
        var isWhole = shape.charAt(target.start()) == VALUE;
        var whole = isWhole ? WebAddress.whole(values.next().line()) : Optional.of("");
        var next = isWhole ? target.start() + 1 : target.start();
        if (whole.isEmpty() && open != NONE) {
            text.remove(open);
            if (text.at(open - 1) == '!' && text.isFixed(open - 1)) {
                text.remove(open - 1);
            }
            leaveOut(next, target.end());
            return target.end();
        }
        fixed(from, target.start());
        if (whole.isEmpty() && isWhole) {
            leaveOut(next, target.stop());
            text.fixed("#");
        } else {
            if (isWhole) {
                text.ready(whole.get());
            }
            parts(next, target.stop(), whole.get());
        }
        return title(target.stop(), target.end());
    }

    private int title(int from, int to) {
        for (int index = from; index < to; index++) {
            if (shape.charAt(index) == VALUE) {
                text.ready(HtmlText.words(values.next().line()));
            } else {
                fixed(index, index + 1);
            }
        }
        return to;
    }

    private void leaveOut(int from, int to) {
        for (int index = from; index < to; index++) {
            if (shape.charAt(index) == VALUE) {
                values.next();
            }
        }
    }

    private int address(int index) {
        var address = ADDRESS.matcher(shape).region(index, shape.length());
        var begins = index == 0 || !Character.isLetterOrDigit(shape.charAt(index - 1));
        return begins && address.lookingAt() && address.group().indexOf(VALUE) >= 0
                ? parts(index, address.end(), "")
                : fixed(index, index + 1);
    }

    /** The author's address, of which parts are values. */
    private int parts(int from, int to, String before) {
        var soFar = new StringBuilder(before);
        for (int index = from; index < to; index++) {
            var c = shape.charAt(index);
            if (c == VALUE) {
                var part = WebAddress.part(values.next().exactLine(), soFar);
                text.ready(part);
                soFar.append(part);
            } else {
                soFar.append(c);
                fixed(index, index + 1);
            }
        }
        return to;
    }

    private int fixed(int from, int to) {
        text.fixed(shape.substring(from, to));
        return to;
    }
}
