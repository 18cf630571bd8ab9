package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a password that a sentence or a table tells from the other words there. */
final class Sentence implements Refinement {
    private static final int SHORTEST = 8;
    private static final Pattern SIGNS = Pattern.compile("[!@#$%^&*?+=]");
    private static final Pattern NAME =
            Pattern.compile(".*[(\\[{].*|.*(?i:pass|pwd|secret|token|key|hash).*|[a-z]+(?:_[a-z0-9]+)++");

    @Override
    public List<Piece> refine(String text, Matcher match) {
        var from = match.start("said");
        var to = match.end("said");
        while (to > from && ".,;:)*_".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        var value = text.substring(from, to);
        var isQuoted = from > 0 && "\"'`".indexOf(text.charAt(from - 1)) >= 0;
        var isSaid = isQuoted || match.end("link") > match.start("link");
        return isSaid && isLikely(value, isQuoted) ? List.of(new Piece(from, to)) : List.of();
    }

    private static boolean isLikely(String value, boolean isQuoted) {
        if (Placeholders.isOne(value) || NAME.matcher(value).matches() || !Randomness.isLikely(value)) {
            return false;
        }
        if (SIGNS.matcher(value).find()) {
            return true;
        }
        var isMixed = !value.equals(value.toLowerCase(java.util.Locale.ROOT))
                && !value.equals(value.toUpperCase(java.util.Locale.ROOT));
        return value.length() >= SHORTEST && (isQuoted || isMixed);
    }
}
