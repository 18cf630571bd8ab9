package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of payment cards, known by the digits they begin with and by their check digit. */
final class PersonalFormats {
    private static final String GAP = "[ -]?";
    private static final String FOUR = GAP + "[0-9]{4}";

    static final List<Format> ALL = List.of(new Format(
            "number of a payment card",
            Pattern.compile("(?<![A-Za-z0-9_.-])(?:"
                    + "(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6011|64[4-9][0-9]|65[0-9]{2}|35[2-8][0-9])" + FOUR
                    + FOUR + FOUR
                    + "|3[47][0-9]{2}" + GAP + "[0-9]{6}" + GAP + "[0-9]{5})"),
            List.of(),
            PersonalFormats::card,
            true,
            true));

    private PersonalFormats() {}

    private static List<Piece> card(String text, Matcher match) {
        var sum = 0;
        var isDoubled = false;
        for (var at = match.end() - 1; at >= match.start(); at--) {
            var digit = text.charAt(at) - '0';
            if (digit >= 0 && digit <= 9) {
                sum += isDoubled ? digit * 2 / 10 + digit * 2 % 10 : digit;
                isDoubled = !isDoubled;
            }
        }
        return sum % 10 == 0 ? List.of(new Piece(match.start(), match.end())) : List.of();
    }
}
