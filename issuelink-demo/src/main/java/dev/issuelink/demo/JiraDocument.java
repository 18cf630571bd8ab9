package dev.issuelink.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Documents of Jira Cloud, as somebody makes them who carries Markdown over by hand: code stays code, lines stay lines,
 * and everything else is the signs that were typed.
 */
final class JiraDocument {
    /** Jira's limit for a text that people enter. */
    private static final int LONGEST = 32_767;

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}+|~{3,}+)([^`]*+)");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#-]{0,20}+");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]++)`");

    private final List<Map<String, Object>> blocks = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private String fence = "";
    private String language = "";

    private JiraDocument() {}

    /** A text as one document, or as several where it is too long for one; at least one, each as long as can be. */
    static List<Map<String, Object>> parts(String text) {
        var parts = new ArrayList<Map<String, Object>>();
        var at = 0;
        while (text.length() - at > LONGEST) {
            var end = end(text, at);
            parts.add(of(text.substring(at, end)));
            at = end;
        }
        parts.add(of(text.substring(at)));
        return parts;
    }

    /** Behind the last line that still fits, or within it where it alone is too long. */
    private static int end(String text, int from) {
        var limit = from + LONGEST;
        var lineEnd = text.lastIndexOf('\n', limit - 1) + 1;
        var splits = Character.isLowSurrogate(text.charAt(limit)) && Character.isHighSurrogate(text.charAt(limit - 1));
        return lineEnd > from ? lineEnd : splits ? limit - 1 : limit;
    }

    private static Map<String, Object> of(String text) {
        var document = new JiraDocument();
        text.lines().forEach(document::add);
        document.endCode();
        document.endParagraph();
        return Map.of("type", "doc", "version", 1, "content", document.blocks);
    }

    private void add(String line) {
        var match = FENCE.matcher(line);
        if (!fence.isEmpty()) {
            if (line.strip().equals(fence)) {
                endCode();
            } else {
                code.add(line);
            }
        } else if (match.matches()) {
            endParagraph();
            fence = match.group(1);
            open(match.group(2).strip());
        } else if (line.isBlank()) {
            endParagraph();
        } else {
            paragraph.add(line);
        }
    }

    /** People begin their code behind the fence, too, where nobody would see it. */
    private void open(String behindFence) {
        var isLanguage = LANGUAGE.matcher(behindFence).matches();
        language = isLanguage ? behindFence : "";
        if (!isLanguage) {
            code.add(behindFence);
        }
    }

    private void endCode() {
        if (!fence.isEmpty()) {
            var text = String.join("\n", code);
            var content = text.isEmpty() ? List.of() : List.of(text(text));
            blocks.add(
                    language.isEmpty()
                            ? Map.of("type", "codeBlock", "content", content)
                            : Map.of("type", "codeBlock", "attrs", Map.of("language", language), "content", content));
            code.clear();
            fence = "";
        }
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            var content = new ArrayList<Map<String, Object>>();
            for (var line : paragraph) {
                if (!content.isEmpty()) {
                    content.add(Map.of("type", "hardBreak"));
                }
                addLine(content, line);
            }
            blocks.add(Map.of("type", "paragraph", "content", content));
            paragraph.clear();
        }
    }

    private static void addLine(List<Map<String, Object>> content, String line) {
        var at = 0;
        var found = CODE.matcher(line);
        while (found.find()) {
            if (found.start() > at) {
                content.add(text(line.substring(at, found.start())));
            }
            content.add(Map.of("type", "text", "text", found.group(1), "marks", List.of(Map.of("type", "code"))));
            at = found.end();
        }
        if (at < line.length()) {
            content.add(text(line.substring(at)));
        }
    }

    private static Map<String, Object> text(String text) {
        return Map.of("type", "text", "text", text);
    }

    /** The words of a document, a line for each of its innermost blocks and for each row of a table. */
    static List<String> lines(@Nullable Object document) {
        var lines = new ArrayList<String>();
        collect(document, lines, new StringBuilder());
        return lines;
    }

    private static void collect(@Nullable Object node, List<String> lines, StringBuilder line) {
        if (node instanceof Map<?, ?> map) {
            if (map.get("text") instanceof String text) {
                line.append(text);
            } else if ("tableRow".equals(map.get("type")) && map.get("content") instanceof List<?> cells) {
                var words = cells.stream().map(cell -> String.join(" ", lines(cell)));
                lines.add(words.collect(Collectors.joining(" | ")));
            } else if ("hardBreak".equals(map.get("type"))) {
                end(lines, line);
            } else if (map.get("content") instanceof List<?> children) {
                children.forEach(child -> collect(child, lines, line));
                end(lines, line);
            }
        }
    }

    private static void end(List<String> lines, StringBuilder line) {
        if (!line.isEmpty()) {
            lines.addAll(line.toString().lines().toList());
            line.setLength(0);
        }
    }
}
