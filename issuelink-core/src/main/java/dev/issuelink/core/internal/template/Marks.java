package dev.issuelink.core.internal.template;

/**
 * Noncharacters that tell values from the author's text while a template is filled. Unicode keeps them free for such
 * use; where they occur in a template or a value, they are replaced.
 */
final class Marks {
    static final char OPEN = '\uFDD0';
    static final char SPLIT = '\uFDD1';
    static final char CLOSE = '\uFDD2';

    /** Stands where a block showed nothing. */
    static final char NOTHING = '\uFDD3';

    /** Stands for a value while the places of values are looked for. */
    static final char VALUE = '\uFDD4';

    private Marks() {}

    /** A value among the author's text. */
    static String encode(Piece.Value value) {
        return OPEN
                + value.kind().name()
                + SPLIT
                + value.language()
                + SPLIT
                + value.more()
                + SPLIT
                + value.text()
                + CLOSE;
    }

    /** The opposite of {@link #encode}, without the marks at both ends. */
    static Piece.Value decode(String encoded) {
        var parts = encoded.split(String.valueOf(SPLIT), 4);
        return new Piece.Value(Piece.Kind.valueOf(parts[0]), parts[3], parts[1], Long.parseLong(parts[2]));
    }

    /** The author's own text as it may be used: no marks, no control characters, line feeds alone. */
    static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            var c = text.charAt(index);
            if (c == '\r') {
                clean.append(index + 1 < text.length() && text.charAt(index + 1) == '\n' ? "" : "\n");
            } else if (c >= '\uFDD0' && c <= '\uFDEF') {
                clean.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
