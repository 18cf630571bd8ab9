package dev.issuelink.core.internal.guard;

import java.util.regex.Pattern;

/** Tells whether a text still shows a part of a secret, read by somebody who knows all ways of writing it. */
final class Leaks {
    private static final int WINDOW = 8;
    private static final Pattern CODE = Pattern.compile("(?i)(?:\\\\+u|&#x|%)(?:00)?([0-9a-f]{2});?");
    private static final Pattern DECIMAL = Pattern.compile("&#([0-9]{2,3});");

    private Leaks() {}

    /** Tells if the text shows eight signs of the secret in a row, or all of it. */
    static boolean isIn(String text, String secret) {
        var plain = plain(text);
        var wanted = plain(secret);
        var window = Math.min(WINDOW, wanted.length());
        for (var at = 0; at + window <= wanted.length(); at++) {
            if (plain.contains(wanted.substring(at, at + window))) {
                return true;
            }
        }
        return false;
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
