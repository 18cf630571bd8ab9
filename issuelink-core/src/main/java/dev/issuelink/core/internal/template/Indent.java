package dev.issuelink.core.internal.template;

/** What lines begin with that belong into the same quote or item of a list as the line above. */
final class Indent {
    private static final int TAB = 4;

    private Indent() {}

    /** The same beginning for the next line: quote marks stay, bullets and numbers become spaces. */
    static String continued(String prefix) {
        var next = new StringBuilder();
        for (int index = 0; index < prefix.length(); index++) {
            var c = prefix.charAt(index);
            if (c == '\t') {
                next.append(" ".repeat(TAB - next.length() % TAB));
            } else {
                next.append(c == '>' ? '>' : ' ');
            }
        }
        return next.toString();
    }

    /** A line with the beginning; a blank one has nothing but its quote marks. */
    static String line(String prefix, String text) {
        return text.isBlank() ? prefix.stripTrailing() : prefix + text;
    }

    /** The text of a line without the beginning, so far as the line has it. */
    static String without(String prefix, String line) {
        var index = 0;
        for (int wanted = 0; wanted < prefix.length() && index < line.length(); wanted++) {
            var c = line.charAt(index);
            if (c == '\t') {
                return line.substring(index + 1);
            }
            if (c == prefix.charAt(wanted)) {
                index++;
            }
        }
        return line.substring(index);
    }
}
