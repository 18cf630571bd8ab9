package dev.issuelink.core.internal.guard.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** The texts in quotes that a function is called with, when some of them are keys or passwords. */
final class Literals implements Refinement {
    private static final int LONGEST_CALL = 1000;
    private static final Set<String> HARMLESS = Set.of(
            "bf", "md5", "xdes", "des", "sha1", "sha224", "sha256", "sha384", "sha512", "aes", "3des", "hex", "base64",
            "escape", "utf8", "utf-8");

    private final int first;

    /**
     * Takes the literals from a place on.
     *
     * @param first how many come before the first secret one
     */
    Literals(int first) {
        this.first = first;
    }

    @Override
    public List<Piece> refine(String text, Matcher match) {
        var literals = new ArrayList<Piece>();
        var depth = 1;
        var end = Math.min(text.length(), match.end() + LONGEST_CALL);
        for (var at = match.end(); at < end && depth > 0; at++) {
            var sign = text.charAt(at);
            if (sign == '\'' || sign == '"') {
                var close = close(text, at, end);
                literals.add(new Piece(at + 1, close));
                at = close;
            }
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        }
        return literals.stream()
                .skip(first)
                .filter(piece -> isSecret(text, piece))
                .toList();
    }

    private static boolean isSecret(String text, Piece piece) {
        var value = text.substring(piece.from(), piece.to());
        return !Placeholders.isOne(value) && !HARMLESS.contains(value) && !value.startsWith("cipher-algo=");
    }

    private static int close(String text, int open, int end) {
        for (var at = open + 1; at < end; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(open)) {
                if (at + 1 >= end || text.charAt(at + 1) != text.charAt(open)) {
                    return at;
                }
                at++;
            }
        }
        return end;
    }
}
