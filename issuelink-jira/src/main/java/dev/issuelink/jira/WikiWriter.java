package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Writes documents that {@link AdfWriter} made as wiki markup. */
final class WikiWriter {
    /** Jira complains in the text about a language that it cannot colour. */
    private static final Set<String> LANGUAGES = Set.of(
            "actionscript",
            "ada",
            "applescript",
            "bash",
            "c",
            "c#",
            "c++",
            "cpp",
            "css",
            "erlang",
            "go",
            "groovy",
            "haskell",
            "html",
            "java",
            "javascript",
            "js",
            "json",
            "lua",
            "objc",
            "perl",
            "php",
            "python",
            "r",
            "ruby",
            "scala",
            "sh",
            "sql",
            "swift",
            "visualbasic",
            "xml",
            "yaml");

    private static final Pattern MACRO = Pattern.compile("\\{(?=(?:code|noformat)\\b)");
    private static final int LARGEST_START = 99;

    private WikiWriter() {}

    static String write(JsonNode doc) {
        var written = new StringBuilder();
        var blocks = Adf.children(doc);
        for (var block : blocks) {
            if (!written.isEmpty()) {
                written.append(isEmpty(block) ? "\n" : "\n\n");
            }
            written.append(block(block));
        }
        var last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        return last != null && Adf.attr(last, "localId").equals(AdfWriter.OPEN)
                ? written + OurMarkdown.MARK
                : written.toString();
    }

    private static boolean isEmpty(JsonNode block) {
        return Adf.isA(block, "paragraph") && Adf.children(block).isEmpty();
    }

    private static String block(JsonNode block) {
        return switch (Adf.type(block)) {
            case "paragraph" -> WikiLines.write(AdfSpans.of(block));
            case "heading" ->
                "h" + block.path("attrs").path("level").intValue(1) + ". " + WikiLines.behindSign(AdfSpans.of(block));
            case "codeBlock" -> code(block);
            case "bulletList", "orderedList", "taskList" -> list(block, "");
            case "blockquote" -> "{quote}\n" + blocks(block) + "\n{quote}";
            case "panel" ->
                "{panel:title=" + WikiPanels.titleOf(Adf.attr(block, "panelType")) + "}\n" + blocks(block)
                        + "\n{panel}";
            case "rule" -> "----";
            case "table" -> table(block);
            default -> WikiLines.write(AdfInlineWriter.literal(Adf.textOf(block)));
        };
    }

    private static String blocks(JsonNode parent) {
        return Adf.children(parent).stream().map(WikiWriter::block).collect(Collectors.joining("\n\n"));
    }

    /** What would end the code within it gets a mark that is not seen. */
    private static String code(JsonNode block) {
        var text = MACRO.matcher(Adf.textOf(block)).replaceAll("{" + OurMarkdown.MARK);
        var language = Adf.attr(block, "language");
        if (language.isEmpty()) {
            var indented = Adf.attr(block, "localId").startsWith(AdfWriter.INDENTED);
            return "{noformat" + (indented ? ":nopanel=true" : "") + "}\n" + text + "\n{noformat}";
        }
        var known = LANGUAGES.contains(language) && language.equals(language.toLowerCase(Locale.ROOT));
        return "{code:" + (known ? language : "title=" + parameter(language)) + "}\n" + text + "\n{code}";
    }

    private static String parameter(String text) {
        return text.replaceAll("[{}|\\\\\\p{Cntrl}]", " ");
    }

    private static String list(JsonNode list, String outer) {
        var prefix = outer + (Adf.isA(list, "orderedList") ? "#" : "*");
        var lines = new ArrayList<String>();
        for (var item : Adf.children(list)) {
            if (Adf.isA(item, "taskList")) {
                lines.add(list(item, prefix));
            } else {
                var start = lines.isEmpty() ? start(list) : "";
                lines.add(prefix + " " + start + item(item, prefix));
            }
        }
        return String.join("\n", lines);
    }

    /** Markup knows no first number but one; another is told by marks that are not seen. */
    private static String start(JsonNode list) {
        var start = list.path("attrs").path("order").intValue(1);
        var marks = start == 1 || start > LARGEST_START ? 0 : Math.max(1, start);
        return OurMarkdown.MARK.repeat(marks);
    }

    private static String item(JsonNode item, String prefix) {
        if (Adf.isA(item, "taskItem")) {
            var done = Adf.attr(item, "state").equals("DONE");
            return (done ? WikiTasks.DONE : WikiTasks.TODO) + WikiLines.behindSign(AdfSpans.of(item));
        }
        var written = new StringBuilder();
        var before = "";
        for (var block : Adf.children(item)) {
            var type = Adf.type(block);
            if (!before.isEmpty()) {
                written.append('\n').append(separator(before, type, prefix));
            }
            written.append(
                    switch (type) {
                        case "paragraph" ->
                            before.isEmpty()
                                    ? WikiLines.behindSign(AdfSpans.of(block))
                                    : WikiLines.write(AdfSpans.of(block));
                        case "bulletList", "orderedList", "taskList" -> list(block, prefix);
                        default -> block(block);
                    });
            before = type;
        }
        return written.toString();
    }

    /** Markup has no paragraphs within items: a break of its own stands between them, with marks after lists. */
    private static String separator(String before, String type, String prefix) {
        if (type.endsWith("List")) {
            return "";
        }
        if (before.endsWith("List")) {
            return "\\\\" + OurMarkdown.MARK.repeat(prefix.length()) + "\n";
        }
        return type.equals("paragraph") && before.equals("paragraph") ? "\\\\\n" : "";
    }

    private static String table(JsonNode table) {
        return Adf.children(table).stream().map(WikiWriter::row).collect(Collectors.joining("\n"));
    }

    private static String row(JsonNode row) {
        var cells = Adf.children(row);
        var bar = cells.stream().anyMatch(cell -> Adf.isA(cell, "tableHeader")) ? "||" : "|";
        return cells.stream().map(WikiWriter::cell).collect(Collectors.joining(bar, bar, bar));
    }

    private static String cell(JsonNode cell) {
        List<Span> lines = new ArrayList<>();
        Adf.children(cell).forEach(block -> lines.addAll(AdfSpans.of(block)));
        var text = WikiLines.cell(lines);
        return text.isEmpty() ? " " : text;
    }
}
