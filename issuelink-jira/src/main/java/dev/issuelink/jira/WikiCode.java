package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes code out of wiki markup, before anything else is looked at, for nothing acts within it. A line of its own, with
 * signs that no text has, stands in for each.
 */
final class WikiCode {
    private static final char START = '\uFDD0';
    private static final char END = '\uFDD1';
    private static final Pattern STANDS_IN = Pattern.compile(START + "(\\d{1,9})" + END);
    private static final Pattern OPENING = Pattern.compile("(?<![\\\\{])\\{(code|noformat)(?::([^}\\n]{0,1000}))?}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z0-9+#._-]{1,40}");

    private final List<ObjectNode> blocks = new ArrayList<>();

    /** The text with lines that stand in for code. */
    String takenFrom(String text) {
        var clean = text.replace(START, '\uFFFD').replace(END, '\uFFFD');
        var left = new StringBuilder();
        var opening = OPENING.matcher(clean);
        var copied = 0;
        var neverClosed = new ArrayList<String>();
        while (opening.find(copied)) {
            var closing = "{" + opening.group(1) + "}";
            var end = neverClosed.contains(closing) ? -1 : clean.indexOf(closing, opening.end());
            if (end < 0) {
                neverClosed.add(closing);
                left.append(clean, copied, opening.end());
                copied = opening.end();
                continue;
            }
            left.append(clean, copied, opening.start());
            var parameters = opening.group(2) == null ? "" : opening.group(2);
            blocks.add(block(opening.group(1), parameters, clean.substring(opening.end(), end)));
            standIn(left);
            copied = end + closing.length();
            if (copied < clean.length() && clean.charAt(copied) != '\n') {
                left.append('\n');
            }
        }
        return left.append(clean, copied, clean.length()).toString();
    }

    /** Behind the sign of an item it stays on the line. */
    private void standIn(StringBuilder left) {
        var line = left.substring(left.lastIndexOf("\n") + 1);
        if (!line.isBlank() && !line.matches("[*#]{1,100} ")) {
            left.append('\n');
        }
        left.append(START).append(blocks.size() - 1).append(END);
    }

    /** The code that a line stands in for, or null. */
    @Nullable
    ObjectNode at(String line) {
        var found = STANDS_IN.matcher(line.strip());
        return found.matches() ? blocks.get(Integer.parseInt(found.group(1))) : null;
    }

    private static ObjectNode block(String macro, String parameters, String content) {
        var text = withoutEdges(content).replace("{" + OurMarkdown.MARK, "{");
        var block = Adf.node("codeBlock", text.isEmpty() ? List.of() : List.of(Adf.text(text)));
        if (macro.equals("code")) {
            var language = language(parameters);
            if (!language.isEmpty()) {
                Adf.attrs(block).put("language", language);
            }
        } else if (parameters.equals("nopanel=true")) {
            Adf.attrs(block).put("localId", AdfWriter.INDENTED);
        }
        return block;
    }

    private static String withoutEdges(String content) {
        var start = content.startsWith("\n") ? 1 : 0;
        var end = content.length() > start && content.endsWith("\n") ? content.length() - 1 : content.length();
        return content.substring(start, end);
    }

    private static String language(String parameters) {
        var title = "";
        for (var parameter : parameters.split("\\|", -1)) {
            var at = parameter.indexOf('=');
            var name = at < 0 ? "" : parameter.substring(0, at).strip();
            var value = parameter.substring(at + 1).strip();
            if ((name.isEmpty() || name.equals("language") || name.equals("lang"))
                    && LANGUAGE.matcher(value).matches()) {
                return value;
            }
            title = name.equals("title") ? value : title;
        }
        return title;
    }
}
