package dev.issuelink.core.internal.guard.text;

import java.util.Arrays;

/**
 * Reads a text as if its lines had not been wrapped within words: where a line ends with a sign that secrets are made of
 * and the next one begins with one, past indentation and the signs of quotations and comments, both are read together.
 */
public final class Unwrapping {
    private static final int WRAPPED_LINE = 60;

    private final String text;
    private final ViewBuilder made;
    private int[] joints = new int[16];
    private int count;
    private int lineStart;

    private Unwrapping(View under) {
        this.text = under.text();
        this.made = new ViewBuilder(under);
    }

    /** The unwrapped reading. */
    public static Unwrapped of(View under) {
        return new Unwrapping(under).read();
    }

    /** A reading without any spaces and ends of lines. */
    public static View squeeze(View under) {
        var made = new ViewBuilder(under);
        for (var at = 0; at < under.text().length(); at++) {
            if (!Character.isWhitespace(under.text().charAt(at))) {
                made.keep(at);
            }
        }
        return made.build();
    }

    private Unwrapped read() {
        var at = 0;
        while (at < text.length()) {
            var sign = text.charAt(at);
            if (sign == '\n' || sign == '\r') {
                at = lineEnd(at);
            } else {
                made.keep(at++);
            }
        }
        return new Unwrapped(made.build(), Arrays.copyOf(joints, count));
    }

    private int lineEnd(int at) {
        var column = at - lineStart;
        var next = at + (text.startsWith("\r\n", at) ? 2 : 1);
        lineStart = next;
        var isContinued = made.length() > 0 && made.at(made.length() - 1) == '\\';
        var end = isContinued ? made.length() - 1 : made.length();
        var begin = pastPrefix(next);
        if (end == 0 || begin >= text.length() || !isOfSecret(made.at(end - 1)) || !isBeginning(begin)) {
            made.keep(at);
            return at + 1;
        }
        made.back(end);
        join(end, column);
        return begin;
    }

    // A joint is a position, negative if the line before was not so long that it looks wrapped.
    private void join(int position, int column) {
        if (count == joints.length) {
            joints = Arrays.copyOf(joints, 2 * count);
        }
        joints[count++] = column >= WRAPPED_LINE ? position : -position;
    }

    private int pastPrefix(int from) {
        var at = pastSpaces(from);
        for (var prefix : new String[] {">", "--", "//", "#", "*", "|"}) {
            if (text.startsWith(prefix, at)) {
                return pastSpaces(at + prefix.length());
            }
        }
        return at;
    }

    // Bounded, so that a text of nothing but indentation is looked at once.
    private int pastSpaces(int from) {
        var at = from;
        while (at < text.length() && at < from + 200 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    // The sign of an item of a list is none of a secret.
    private boolean isBeginning(int at) {
        return isOfSecret(text.charAt(at))
                && (Character.isLetterOrDigit(text.charAt(at))
                        || (at + 1 < text.length() && isOfSecret(text.charAt(at + 1))));
    }

    private static boolean isOfSecret(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || "_-./+~%".indexOf(sign) >= 0;
    }
}
