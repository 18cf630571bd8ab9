package dev.issuelink.core.internal.guard;

import java.util.BitSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells whether a text still shows a part of a secret, read by somebody who knows all ways of writing it. */
final class Leaks {
    private static final int WINDOW = 8;
    private static final int BITS_POWER = 26;
    private static final int BITS = 1 << BITS_POWER;
    private static final Pattern CODE = Pattern.compile("(?i)(?:\\\\+u|&#x|%)(?:00)?([0-9a-f]{2});?");
    private static final Pattern DECIMAL = Pattern.compile("&#([0-9]{2,3});");

    private Leaks() {}

    /** Tells if the text shows eight signs of the secret in a row, or all of it. */
    static boolean isIn(String text, String secret) {
        return in(text, WINDOW).test(secret);
    }

    /** The same for many secrets and one long text, which is read once, and so many signs in a row. */
    static Predicate<String> in(String text, int window) {
        var plain = plain(text);
        // Most windows are not in the text at all, which these bits tell at once.
        var known = new BitSet(BITS);
        for (var at = 0; at + window <= plain.length(); at++) {
            known.set(bit(plain, at, window));
        }
        return secret -> isInPlain(plain, known, plain(secret), window);
    }

    private static boolean isInPlain(String plain, BitSet known, String wanted, int window) {
        if (wanted.length() < window) {
            return plain.contains(wanted);
        }
        for (var at = 0; at + window <= wanted.length(); at++) {
            if (known.get(bit(wanted, at, window)) && plain.contains(wanted.substring(at, at + window))) {
                return true;
            }
        }
        return false;
    }

    private static int bit(String text, int at, int window) {
        var hash = 0;
        for (var sign = at; sign < at + window; sign++) {
            hash = 31 * hash + text.charAt(sign);
        }
        return (hash * 0x9E3779B9) >>> (32 - BITS_POWER);
    }

    private static String plain(String text) {
        var plain = text.replace("&shy;", "").replace("&amp;", "&").replace("&quot;", "\"");
        plain = CODE.matcher(plain)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1), 16))));
        plain = DECIMAL.matcher(plain)
                .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(code.group(1)))));
        return plain.replaceAll("\\\\+n|[\\\\\\s\\u200B]", "").replace(">", "");
    }
}
