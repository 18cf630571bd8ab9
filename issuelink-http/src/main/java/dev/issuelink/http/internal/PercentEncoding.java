package dev.issuelink.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Percent-encodes parts of a URL: all but the unreserved characters of RFC 3986, as UTF-8. */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final String ILLEGAL = " \"<>\\^`{|}";

    private PercentEncoding() {}

    /**
     * Encodes a path segment, or a name or value of a query.
     *
     * @param part any text
     * @return its encoded form
     */
    public static String encode(String part) {
        var encoded = new StringBuilder(part.length() + 16);
        for (var octet : part.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                append(encoded, octet);
            }
        }
        return encoded.toString();
    }

    /**
     * Encodes what may not stand in a URL at all, and leaves the rest as it is.
     *
     * @param url a URL as somebody wrote it
     * @return the same where it was legal
     */
    public static String repair(String url) {
        var repaired = new StringBuilder(url.length());
        for (var i = 0; i < url.length(); ) {
            var codePoint = url.codePointAt(i);
            var width = Character.charCount(codePoint);
            if (isLegal(url, i, codePoint)) {
                repaired.append((char) codePoint);
            } else {
                for (var octet : url.substring(i, i + width).getBytes(StandardCharsets.UTF_8)) {
                    append(repaired, octet);
                }
            }
            i += width;
        }
        return repaired.toString();
    }

    private static boolean isLegal(String url, int at, int codePoint) {
        if (codePoint == '%') {
            return at + 2 < url.length() && isHex(url.charAt(at + 1)) && isHex(url.charAt(at + 2));
        }
        return codePoint > ' ' && codePoint < 0x7f && ILLEGAL.indexOf(codePoint) < 0;
    }

    private static boolean isHex(char digit) {
        return Character.digit(digit, 16) >= 0 && digit < 0x7f;
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || UNRESERVED.indexOf(octet) >= 0;
    }

    private static void append(StringBuilder text, byte octet) {
        text.append('%').append(String.format(Locale.ROOT, "%02X", octet & 0xff));
    }
}
