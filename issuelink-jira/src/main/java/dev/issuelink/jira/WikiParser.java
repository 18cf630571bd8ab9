package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads wiki markup into documents. Markup that does not end, and macros that we do not know, stay text. */
final class WikiParser {
    private static final Pattern HEADING = Pattern.compile("(?s)h([1-6])\\.(?:[ \\t]++(.*+))?");
    private static final Pattern QUOTED_LINE = Pattern.compile("(?s)bq\\.[ \\t]*+(.*+)");
    private static final Pattern RULE = Pattern.compile("-{4,}+[ \\t]*+");
    private static final Pattern WRAPPER = Pattern.compile("(?<![\\\\{])\\{(quote|panel)(?::([^}\\n]{0,1000}))?}");
    private static final Pattern WRAPPER_LINE = Pattern.compile("\\{(quote|panel)(?::([^}\\n]{0,1000}))?}");
    private static final Pattern PARAMETER = Pattern.compile("(?:^|\\|)title=([^|]*+)");
    private static final int DEEPEST = 20;

    private final WikiCode code;
    private final List<String> lines;
    private final int depth;
    private final List<ObjectNode> blocks = new ArrayList<>();
    private final Set<String> neverClosed = new HashSet<>();
    private int at;

    private WikiParser(WikiCode code, List<String> lines, int depth) {
        this.code = code;
        this.lines = lines;
        this.depth = depth;
    }

    static ObjectNode parse(String wiki) {
        var code = new WikiCode();
        var text = code.takenFrom(
                AdfInlineWriter.wellFormed(wiki.replace("\r\n", "\n").replace('\r', '\n')));
        var open = text.endsWith("\n" + OurMarkdown.MARK);
        if (open) {
            text = text.substring(0, text.length() - OurMarkdown.MARK.length() - 1);
        }
        var lines = List.of(ownLines(text).split("\n", -1));
        var blocks = new WikiParser(code, lines, 0).blocks();
        if (open && !blocks.isEmpty() && Adf.isA(blocks.get(blocks.size() - 1), "codeBlock")) {
            Adf.attrs(blocks.get(blocks.size() - 1)).put("localId", AdfWriter.OPEN);
        }
        return Adf.doc(blocks);
    }

    /** What wraps blocks gets lines of its own. */
    private static String ownLines(String text) {
        return WRAPPER.matcher(text).replaceAll(found -> {
            var before = found.start() > 0 && text.charAt(found.start() - 1) != '\n' ? "\n" : "";
            var after = found.end() < text.length() && text.charAt(found.end()) != '\n' ? "\n" : "";
            return Matcher.quoteReplacement(before + found.group() + after);
        });
    }

    private List<ObjectNode> blocks() {
        var empty = 0;
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                empty++;
                at++;
                continue;
            }
            for (var i = 1; i < empty && !blocks.isEmpty() && depth == 0; i++) {
                blocks.add(Adf.node("paragraph"));
            }
            empty = 0;
            block(lines.get(at));
        }
        return blocks;
    }

    private void block(String line) {
        var standsFor = code.at(line);
        var heading = HEADING.matcher(line);
        var quoted = QUOTED_LINE.matcher(line);
        var wrapper = WRAPPER_LINE.matcher(line);
        if (standsFor != null) {
            add(standsFor, 1);
        } else if (heading.matches()) {
            var text = heading.group(2) == null ? "" : heading.group(2);
            var node = Adf.node("heading", AdfSpans.toJson(WikiInline.spans(text)));
            Adf.attrs(node).put("level", Integer.parseInt(heading.group(1)));
            add(node, 1);
        } else if (RULE.matcher(line).matches()) {
            add(Adf.node("rule"), 1);
        } else if (quoted.matches()) {
            add(Adf.node("blockquote", List.of(paragraph(quoted.group(1)))), 1);
        } else if (WikiList.isItem(line)) {
            var list = new WikiList(code);
            at = list.read(lines, at);
            blocks.addAll(list.lists());
        } else if (line.startsWith("|")) {
            table();
        } else if (!wrapper.matches() || !wrapped(wrapper.group(1), wrapper.group(2))) {
            paragraph();
        }
    }

    private void add(ObjectNode block, int taken) {
        blocks.add(block);
        at += taken;
    }

    private void table() {
        var end = at;
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            end++;
        }
        add(WikiTable.read(lines.subList(at, end)), end - at);
    }

    private boolean wrapped(String name, @Nullable String parameters) {
        if (depth >= DEEPEST || neverClosed.contains(name)) {
            return false;
        }
        var end = at + 1;
        while (end < lines.size() && !lines.get(end).equals("{" + name + "}")) {
            end++;
        }
        if (end >= lines.size()) {
            neverClosed.add(name);
            return false;
        }
        var within = new WikiParser(code, lines.subList(at + 1, end), depth + 1).blocks();
        if (within.isEmpty()) {
            within.add(Adf.node("paragraph"));
        }
        add(name.equals("quote") ? Adf.node("blockquote", within) : panel(parameters, within), end - at + 1);
        return true;
    }

    private static ObjectNode panel(@Nullable String parameters, List<ObjectNode> within) {
        var found = PARAMETER.matcher(parameters == null ? "" : parameters);
        var title = found.find() ? found.group(1).strip() : "";
        var type = WikiPanels.typeOf(title);
        if (type.isEmpty() && !title.isEmpty()) {
            within.add(
                    0,
                    Adf.node(
                            "paragraph",
                            AdfSpans.toJson(List.of(Span.plain(title).with(Span.Style.STRONG)))));
        }
        var panel = Adf.node("panel", within);
        Adf.attrs(panel).put("panelType", type.isEmpty() ? "info" : type);
        return panel;
    }

    private void paragraph() {
        var end = at + 1;
        while (end < lines.size() && !endsParagraph(lines.get(end))) {
            end++;
        }
        add(paragraph(String.join("\n", lines.subList(at, end))), end - at);
    }

    private boolean endsParagraph(String line) {
        return line.isBlank()
                || line.startsWith("|")
                || code.at(line) != null
                || HEADING.matcher(line).matches()
                || QUOTED_LINE.matcher(line).matches()
                || RULE.matcher(line).matches()
                || WRAPPER_LINE.matcher(line).matches()
                || WikiList.isItem(line);
    }

    static ObjectNode paragraph(String text) {
        return Adf.node("paragraph", AdfSpans.toJson(WikiInline.spans(text)));
    }
}
