package dev.issuelink.core.internal.template;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses in templates, so far as they come from values: only of the web, and never more than their part. */
final class WebAddress {
    private static final int LONGEST = 2_000;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://[A-Za-z0-9.-]{1,253}+(?::\\d{1,5})?)([/?#].*+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}+(?::\\d{1,5})?");
    private static final Pattern UNTIL_HOST = Pattern.compile("<?[A-Za-z]{1,20}+://[^/?#]*+");
    private static final String KEPT = "-._~/?#@!$&+,=%";

    private WebAddress() {}

    /** A whole address: http or https, without user name and password. */
    static Optional<String> whole(String value) {
        var match = ADDRESS.matcher(value);
        if (value.length() > LONGEST || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(match.group(1) + (match.group(2) == null ? "" : encoded(match.group(2), KEPT)));
    }

    /**
     * A part of the author's address.
     *
     * @param value what stands there
     * @param soFar the address before it
     */
    static String part(String value, CharSequence soFar) {
        var before = soFar.length() == 0 ? '\0' : soFar.charAt(soFar.length() - 1);
        if (!UNTIL_HOST.matcher(soFar).matches()) {
            return step(value);
        }
        if (before == '/' || before == '.') {
            return HOST.matcher(value).matches() ? value : "invalid";
        }
        return value.isEmpty() || "/?#".indexOf(value.charAt(0)) < 0
                ? ""
                : value.charAt(0) + encoded(value.substring(1), "-./");
    }

    /** Nothing that leads to another place than the one meant. */
    private static String step(String value) {
        return value.equals(".") || value.equals("..") ? "-" : encoded(value, "-.");
    }

    private static String encoded(String text, String kept) {
        var encoded = new StringBuilder(text.length());
        var octets = text.getBytes(StandardCharsets.UTF_8);
        for (int index = 0; index < octets.length; index++) {
            var octet = octets[index] & 0xFF;
            if (isWord(octets, index) || kept.indexOf(octet) >= 0 || (octet == '_' && isWithinWord(octets, index))) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(digit(octet >> 4)).append(digit(octet & 15));
            }
        }
        return encoded.toString();
    }

    /** Where an underscore is no sign of emphasis. */
    private static boolean isWithinWord(byte[] octets, int index) {
        return isWord(octets, index - 1) && isWord(octets, index + 1);
    }

    private static boolean isWord(byte[] octets, int index) {
        var octet = index < 0 || index >= octets.length ? 0 : octets[index];
        return octet > 0 && Character.isLetterOrDigit(octet);
    }

    private static char digit(int value) {
        return Character.toUpperCase(Character.forDigit(value, 16));
    }
}
