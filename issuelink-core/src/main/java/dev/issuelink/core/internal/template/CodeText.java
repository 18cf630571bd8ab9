package dev.issuelink.core.internal.template;

/** Makes code of text that nobody vouches for, so that nothing in the text ends the code. */
final class CodeText {
    private static final int SHORTEST_FENCE = 3;

    private CodeText() {}

    /**
     * Code within a line.
     *
     * @param line one line, not blank
     * @param inTable whether bars would separate cells
     */
    static String span(String line, boolean inTable) {
        var fence = "`".repeat(longestRun(line, '`') + 1);
        var content = inTable ? line.replace("\\|", "\\" + Joiners.JOINER + "|").replace("|", "\\|") : line;
        var pad = content.startsWith("`")
                        || content.endsWith("`")
                        || (content.startsWith(" ") && content.endsWith(" ") && !content.isBlank())
                ? " "
                : "";
        return fence + pad + content + pad + fence;
    }

    /** Code of several lines, with the fence that can be shorter. */
    static String block(String text, String language) {
        var ticks = longestRun(text, '`') + 1;
        var waves = longestRun(text, '~') + 1;
        var mark = ticks <= Math.max(waves, SHORTEST_FENCE) ? '`' : '~';
        var fence = fence(mark, SHORTEST_FENCE, text);
        return fence + ValueText.language(language) + "\n" + text + "\n" + fence;
    }

    /** A fence that is at least so long, and longer than everything in the text that looks like one. */
    static String fence(char mark, int length, String text) {
        return String.valueOf(mark).repeat(Math.max(length, longestRun(text, mark) + 1));
    }

    private static int longestRun(String text, char mark) {
        var longest = 0;
        var run = 0;
        for (int index = 0; index < text.length(); index++) {
            run = text.charAt(index) == mark ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
