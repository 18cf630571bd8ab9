package dev.issuelink.jira;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes code as Markdown. */
final class CodeMarkdown {
    private static final Pattern FENCES = Pattern.compile("`{3,}+");
    private static final Pattern LINE = Pattern.compile("(?md)^(?=.)");

    private CodeMarkdown() {}

    /** A fence longer than any within. */
    static String fenced(String text, String language, boolean closed) {
        var longest = FENCES.matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(2);
        var fence = "`".repeat(longest + 1);
        var info = language.replaceAll("[\\p{Cntrl}`]", " ")
                .strip()
                .replaceAll("\\\\(?=\\p{Punct})|&(?=#?\\w{1,40};)", "\\\\$0");
        return fence + info + (text.isEmpty() ? "" : "\n" + text) + (closed ? "\n" + fence : "");
    }

    /** Code by indentation, or null if that cannot hold it. */
    static @Nullable String indented(String text) {
        var edges = text.split("\n", -1);
        var holds = !edges[0].isBlank() && !edges[edges.length - 1].isBlank();
        return holds ? LINE.matcher(text).replaceAll("    ") : null;
    }

    /** Code within a line, in backticks of a number that it does not hold. */
    static String inline(String text) {
        var free = 1;
        for (var length : Pattern.compile("`++")
                .matcher(text)
                .results()
                .map(run -> run.end() - run.start())
                .distinct()
                .sorted()
                .toList()) {
            free = length == free ? free + 1 : free;
        }
        var fence = "`".repeat(free);
        var padded = text.startsWith("`")
                || text.endsWith("`")
                || (text.startsWith(" ") && text.endsWith(" ") && !text.isBlank());
        return padded ? fence + " " + text + " " + fence : fence + text + fence;
    }
}
