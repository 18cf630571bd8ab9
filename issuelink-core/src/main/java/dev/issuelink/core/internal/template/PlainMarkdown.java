package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Markdown that nobody vouches for, and writes what is harmless of it anew: paragraphs, lists, code. Everything
 * else becomes words. Not for several threads.
 */
final class PlainMarkdown {
    private static final Pattern FENCE = Pattern.compile("[ \\t]*+(`{3,}+|~{3,}+)([^`]*+)");
    private static final Pattern HEADING = Pattern.compile("[ \\t]{0,3}+#{1,6}+[ \\t]++(.*+)");
    private static final Pattern RULE = Pattern.compile("[ \\t]*+([-*_=])[ \\t]*+(?:\\1[ \\t]*+){2,}+");
    private static final Pattern QUOTE = Pattern.compile("(?:[ \\t]*+>)++");
    private static final Pattern ITEM = Pattern.compile("([ \\t]*+)([-*+•]|\\d{1,9}[.)])[ \\t]++(.*+)");
    private static final Pattern SPAN = Pattern.compile("(?<!`)(`{1,3})(?!`)([^`]++)\\1(?!`)");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)([^*`]++)(?<=\\S)\\*\\*");

    private final Clean.Clipped source;
    private final MarkdownWriter writer = new MarkdownWriter();
    private final ListIndent indent = new ListIndent();
    private final List<String> lines = new ArrayList<>();
    private String item = "";
    private String fence = "";
    private String language = "";

    PlainMarkdown(String untrusted) {
        this.source = Clean.block(untrusted, Clean.LONGEST_PROSE);
    }

    Fragment.Prose prose() {
        for (var line : source.text().split("\n", -1)) {
            line(line);
        }
        end();
        if (source.more() > 0) {
            writer.paragraph(Clean.note(source.more()));
        }
        return writer.prose();
    }

    private void line(String line) {
        var mark = FENCE.matcher(line);
        if (!fence.isEmpty()) {
            if (mark.matches()
                    && mark.group(1).startsWith(fence)
                    && mark.group(2).isBlank()) {
                end();
            } else {
                lines.add(line);
            }
        } else if (mark.matches()) {
            end();
            fence = mark.group(1);
            language = mark.group(2).strip();
        } else {
            var quote = QUOTE.matcher(line);
            text(quote.lookingAt() ? line.substring(quote.end()) : line);
        }
    }

    private void text(String line) {
        var listed = ITEM.matcher(line);
        var heading = HEADING.matcher(line);
        if (line.isBlank() || RULE.matcher(line).matches()) {
            end();
        } else if (heading.matches()) {
            end();
            lines.add(heading.group(1));
            end();
        } else if (listed.matches()) {
            end();
            begin(listed);
        } else {
            lines.add(line);
        }
    }

    private void begin(Matcher listed) {
        var mark = listed.group(2);
        item = indent.next(listed.group(1), Character.isDigit(mark.charAt(0)) ? mark : "-");
        lines.add(listed.group(3));
    }

    /** Writes what has been read so far of a paragraph, an item, or code. */
    private void end() {
        if (!fence.isEmpty()) {
            writer.code(String.join("\n", lines), language);
        } else if (!item.isEmpty()) {
            writer.item(item, words(String.join(" ", lines)));
        } else if (!lines.isEmpty()) {
            indent.end();
            writer.block(lines.stream()
                    .map(PlainMarkdown::words)
                    .filter(words -> !words.isEmpty())
                    .toList());
        }
        lines.clear();
        item = "";
        fence = "";
    }

    /** The words of a line: code stays code, and marks of emphasis are left out. */
    private static String words(String line) {
        var text = new LineText();
        var clean = Clean.line(line);
        var code = SPAN.matcher(clean);
        var copied = 0;
        while (code.find()) {
            text.untrusted(unmarked(clean.substring(copied, code.start())));
            if (code.group(2).isBlank()) {
                text.untrusted(code.group());
            } else {
                text.ready(CodeText.span(code.group(2).strip(), false));
            }
            copied = code.end();
        }
        return text.untrusted(unmarked(clean.substring(copied))).markdown(false);
    }

    private static String unmarked(String words) {
        return STRONG.matcher(words).replaceAll("$1");
    }
}
