package dev.issuelink.core.internal.guard.secret;

import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * A made-up secret of one of the formats.
 *
 * @param format the name of the format
 * @param text how it stands in a text
 * @param secret what of it must not be seen
 */
public record Seed(String format, String text, String secret) {
    private static final Pattern PART = Pattern.compile("\\{([A-Za-z])([0-9]{1,3})\\}");
    private static final String DIGITS = "0123456789";
    private static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
    private static final String CAPITAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ALL = DIGITS + SMALL + CAPITAL;

    /**
     * Makes one.
     *
     * @param template a text with parts such as {@code {A36}}, 36 letters and digits; what must not be seen stands between
     *     {@code «} and {@code »}, or is all of it
     */
    static Seed of(String format, String template, Random random) {
        var text = PART.matcher(template)
                .replaceAll(part -> java.util.regex.Matcher.quoteReplacement(
                        part(part.group(1).charAt(0), Integer.parseInt(part.group(2)), random)));
        var from = text.indexOf('«');
        return from < 0
                ? new Seed(format, text, text)
                : new Seed(format, text.replace("«", "").replace("»", ""), text.substring(from + 1, text.indexOf('»')));
    }

    private static String part(char kind, int length, Random random) {
        return switch (kind) {
            case 'A' -> mixed(ALL, length, random);
            case 'a' -> mixed(SMALL + DIGITS, length, random);
            case 'U' -> mixed(CAPITAL + "234567", length, random);
            case 'l' -> signs(SMALL + CAPITAL, length, random);
            case 'd' -> signs(DIGITS, length, random);
            case 'h' -> mixed(DIGITS + "abcdef", length, random);
            case 'H' -> mixed(DIGITS + "ABCDEF", length, random);
            case 'B' -> mixed(ALL + "+/", length, random);
            case 'u' -> mixed(ALL + "_-", length, random);
            case 'p' -> mixed(ALL + "!#*+-.^_~?", length, random);
            case 'q' -> mixed(ALL + "!*+-._~", length, random);
            case 'C' -> card(length, random);
            case 'N' ->
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(
                                signs(DIGITS, length, random).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            default -> throw new IllegalArgumentException("no part " + kind);
        };
    }

    // Begins and ends with a letter or a digit, and has both.
    private static String mixed(String alphabet, int length, Random random) {
        while (true) {
            var made = signs(alphabet, length, random);
            var hasBoth =
                    made.chars().anyMatch(Character::isDigit) && made.chars().anyMatch(Character::isLetter);
            if (length < 6
                    || (hasBoth
                            && Character.isLetterOrDigit(made.charAt(0))
                            && Character.isLetterOrDigit(made.charAt(length - 1)))) {
                return made;
            }
        }
    }

    private static String signs(String alphabet, int length, Random random) {
        var made = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            made.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return made.toString();
    }

    private static String card(int length, Random random) {
        var digits = "4" + signs(DIGITS, length - 2, random);
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(digits.length() - 1 - i) - '0';
            sum += i % 2 == 0 ? digit * 2 / 10 + digit * 2 % 10 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
