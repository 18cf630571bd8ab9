package dev.issuelink.core.internal.template;

/** Writes a line as Markdown, in which what is untrusted is words and nothing else. */
final class Escaper {
    /** What has a meaning wherever HTML may be read, besides what has one at special places only. */
    private static final String ALWAYS_ENTITY = "&<>\"'`*[]()!#~|$\\={}_";

    private final LineText line;
    private final boolean entities;
    private final LineStart start;
    private final Joiners joiners;
    private final StringBuilder out;

    /**
     * @param entities whether to escape in the way that HTML knows, too; harder to read, but right wherever the author
     *     may have written HTML
     */
    Escaper(LineText line, boolean entities) {
        this.line = line;
        this.entities = entities;
        this.start = new LineStart(line);
        this.joiners = new Joiners(line);
        this.out = new StringBuilder(line.length() + 32);
    }

    String write() {
        for (int index = 0; index < line.length(); index++) {
            fill(index);
            write(index);
        }
        fill(line.length());
        return out.toString();
    }

    /** Keeps the author's signs on both sides of an empty value apart. */
    private void fill(int index) {
        if (line.isGap(index) && (start.isDangerousGap(index) || joiners.instead(index))) {
            out.append(Joiners.JOINER);
        }
    }

    private void write(int index) {
        if (joiners.before(index)) {
            out.append(Joiners.JOINER);
        }
        var c = line.at(index);
        if (c == LineText.READY) {
            out.append(line.readyAt(index));
        } else if (line.isPlainSign(index)) {
            out.append('\\').append(c);
        } else if (line.isUntrusted(index) ? isEscaped(index, c) : start.isMark(index)) {
            escape(index, c);
        } else {
            out.append(c);
        }
        if (joiners.after(index)) {
            out.append(Joiners.JOINER);
        }
    }

    private void escape(int index, char c) {
        if (entities || (c == '\\' && !line.isUntrusted(index + 1))) {
            out.append("&#").append((int) c).append(';');
        } else if (c == '<') {
            out.append("&lt;");
        } else if (c == '&') {
            out.append("&amp;");
        } else {
            out.append('\\').append(c);
        }
    }

    private boolean isEscaped(int index, char c) {
        if (start.isMark(index) || (entities && ALWAYS_ENTITY.indexOf(c) >= 0)) {
            return true;
        }
        var next = line.at(index + 1);
        return switch (c) {
            case '`', '*', '[', ']', '~', '|', '$' -> true;
            case '_' -> !isWithinWord(index);
            case '\\' -> !line.isUntrusted(index + 1) || !isPlainBehindBackslash(index + 1);
            case '<' ->
                !line.isUntrusted(index + 1) || next == '/' || next == '!' || next == '?' || isAsciiLetter(next);
            case '&' -> next == '#' || Character.isLetterOrDigit(next);
            case '!' -> next == '[' && line.isFixed(index + 1);
            case '(', ':' -> line.at(index - 1) == ']' && line.isFixed(index - 1);
            case '#' -> endsHeading(index);
            case '-' -> entities && (next == '-' || next == '>' || line.at(index - 1) == '-');
            default -> false;
        };
    }

    private boolean isPlainBehindBackslash(int index) {
        return line.at(index) == ' ' || Character.isLetterOrDigit(line.pointAt(index));
    }

    /** Within words, underscores mean nothing, and names of tables stay readable. */
    private boolean isWithinWord(int index) {
        return Character.isLetterOrDigit(line.pointBefore(index)) && Character.isLetterOrDigit(line.pointAt(index + 1));
    }

    /** Signs at the end of a heading are taken for its end. */
    private boolean endsHeading(int index) {
        if (index > 0 && line.at(index - 1) != ' ') {
            return false;
        }
        var end = index;
        while (line.at(end) == '#') {
            end++;
        }
        return end == line.length();
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
