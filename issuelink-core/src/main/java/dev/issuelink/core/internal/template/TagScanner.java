package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;

/** Finds the tags of a template. What is no good tag is a fault. Not for several threads. */
final class TagScanner {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final String SIGNS = "&>^*=";

    private final String text;
    private final FaultList faults;
    private final List<Tag> tags = new ArrayList<>();

    private TagScanner(String text, FaultList faults) {
        this.text = text;
        this.faults = faults;
    }

    static List<Tag> scan(String text, FaultList faults) {
        var scanner = new TagScanner(text, faults);
        var index = text.indexOf(OPEN);
        while (index >= 0) {
            index = text.indexOf(OPEN, scanner.tag(index));
        }
        return scanner.tags;
    }

    private int tag(int start) {
        if (start > 0 && text.charAt(start - 1) == '\\') {
            faults.add(start - 1, "A backslash stands before {{.", "Take it away; braces cannot be shown as text.");
        }
        if (text.startsWith("{{{", start)) {
            return braces(start);
        }
        if (text.startsWith("{{!", start) || text.startsWith("{{~!", start)) {
            return comment(start);
        }
        var close = text.indexOf(CLOSE, start);
        var inner = text.indexOf(OPEN, start + OPEN.length());
        if (close < 0 || (inner >= 0 && inner < close)) {
            faults.add(start, "The tag is not closed.", "Write }} behind it.");
            return start + OPEN.length();
        }
        var end = close + CLOSE.length();
        if (text.startsWith("}", end)) {
            faults.add(close, "Three closing braces stand together.", "Put a space behind }}.");
        }
        tags.add(read(start, end));
        return end;
    }

    private int braces(int start) {
        faults.add(
                start,
                "{{{ would show a value without making it safe.",
                "Write {{name}}; for a brace as text, put a space between.");
        var close = text.indexOf(CLOSE, start);
        var end = close < 0 ? start + OPEN.length() : close + CLOSE.length();
        while (end < text.length() && (text.charAt(end) == '}' || (close < 0 && text.charAt(end) == '{'))) {
            end++;
        }
        return end;
    }

    private int comment(int start) {
        var close = text.startsWith("{{!--", start) ? "--}}" : CLOSE;
        var found = text.indexOf(close, start);
        if (text.charAt(start + OPEN.length()) == '~') {
            faults.add(start, "A comment cannot begin with ~.", "Write {{! ... }}.");
        }
        if (found < 0) {
            faults.add(start, "The comment is not closed.", "Write " + close + " behind it.");
            return text.length();
        }
        tags.add(new Tag(start, found + close.length(), "", Tag.Kind.COMMENT));
        return found + close.length();
    }

    private Tag read(int start, int end) {
        var from = start + OPEN.length();
        var to = end - CLOSE.length();
        if (from < to && text.charAt(from) == '~') {
            from++;
        }
        if (from < to && text.charAt(to - 1) == '~') {
            to--;
        }
        var content = text.substring(from, to);
        var words = content.strip();
        if (content.startsWith("#") || content.startsWith("/")) {
            return new Tag(start, end, words.substring(1).strip(), kind(start, content, words));
        }
        if (words.startsWith("#") || words.startsWith("/")) {
            faults.add(start, "A space stands before the " + words.charAt(0) + ".", "Write it right behind {{.");
            return new Tag(start, end, words, Tag.Kind.OTHER);
        }
        if (!words.isEmpty() && SIGNS.indexOf(words.charAt(0)) >= 0) {
            faults.add(start, "Tags with " + words.charAt(0) + " are not allowed.", advice(words.charAt(0)));
            return new Tag(start, end, words, Tag.Kind.OTHER);
        }
        var isElse = words.equals("else") || words.startsWith("else ");
        return new Tag(start, end, words, isElse ? Tag.Kind.ELSE : Tag.Kind.SHOW);
    }

    private Tag.Kind kind(int start, String content, String words) {
        if (content.startsWith("/")) {
            return Tag.Kind.CLOSE;
        }
        if (words.startsWith("#>") || words.startsWith("#*")) {
            faults.add(start, "Tags with " + words.substring(0, 2) + " are not allowed.", advice(words.charAt(1)));
            return Tag.Kind.OTHER;
        }
        return Tag.Kind.OPEN;
    }

    private static String advice(char sign) {
        return switch (sign) {
            case '&' -> "Write {{name}}: values are always made safe.";
            case '>' -> "Write the text here; a template cannot take in another.";
            case '^' -> "Write {{#unless name}}, or {{else}} within a block.";
            default -> "Take it away.";
        };
    }
}
