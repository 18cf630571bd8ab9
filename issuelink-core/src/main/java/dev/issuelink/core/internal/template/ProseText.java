package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Takes the marks out of Markdown of our own, for where only words may stand. The words are escaped anew there. */
final class ProseText {
    private static final Pattern FENCE = Pattern.compile("[ >]*+(?:`{3,}+|~{3,}+)[^`]*+");
    private static final Pattern RULE = Pattern.compile("[ |:-]*+");
    private static final Pattern ITEM = Pattern.compile("[ >]*+(?:[-*+] (?:\\[[ x]] )?|\\d{1,9}[.)] )?");
    private static final Pattern MARK =
            Pattern.compile("\\\\(\\p{Punct})|&(amp|lt|gt);|&#(\\d{1,3});|\\*\\*|`++|\u2060");

    private ProseText() {}

    /** The words alone, one block after the other, with line feeds between. */
    static String plain(String markdown) {
        var words = new ArrayList<String>();
        var code = false;
        for (var line : markdown.split("\n", -1)) {
            if (FENCE.matcher(line).matches()) {
                code = !code;
            } else if (code) {
                words.add(line);
            } else if (!RULE.matcher(line).matches()) {
                words.add(unmarked(line));
            }
        }
        return String.join("\n", words);
    }

    private static String unmarked(String line) {
        var start = ITEM.matcher(line);
        var text = start.lookingAt() ? line.substring(start.end()) : line;
        var isRow = text.startsWith("|");
        var words = MARK.matcher(text).replaceAll(match -> {
            if (match.group(1) != null) {
                return match.group(1).equals("\\") || match.group(1).equals("$")
                        ? "\\" + match.group(1)
                        : match.group(1);
            }
            return match.group(2) != null ? named(match.group(2)) : numbered(match.group(3));
        });
        return isRow ? words.substring(1).replace(" | ", ", ").replaceAll(" ?\\|$", "") : words;
    }

    private static String named(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            default -> "&";
        };
    }

    private static String numbered(String code) {
        var c = code == null ? ' ' : (char) Integer.parseInt(code);
        return code == null ? "" : java.util.regex.Matcher.quoteReplacement(String.valueOf(c));
    }
}
