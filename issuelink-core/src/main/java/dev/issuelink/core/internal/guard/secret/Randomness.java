package dev.issuelink.core.internal.guard.secret;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what a machine made up from what a person named. */
final class Randomness {
    private static final Pattern ORDINARY = Pattern.compile("[a-z]++(?:[_.][a-z]++)*+|[A-Z][a-z]++|[A-Z]++");
    private static final int LONGEST_WORD = 14;

    private Randomness() {}

    /** Tells if a part of a text has digits and letters, or capitals within. */
    static boolean isLikely(String text, int from, int to) {
        var hasDigit = false;
        var hasSmall = false;
        var hasCapital = false;
        for (var i = from; i < to; i++) {
            var sign = text.charAt(i);
            hasDigit |= sign >= '0' && sign <= '9';
            hasSmall |= Character.isLowerCase(sign);
            hasCapital |= Character.isUpperCase(sign) && i > from;
        }
        return (hasDigit && (hasSmall || hasCapital)) || (hasSmall && hasCapital);
    }

    /** Tells if a part of a text has more letters and digits in a row than words have. */
    static boolean isTooLongForAWord(String text, int from, int to) {
        var run = 0;
        for (var i = from; i < to && run <= LONGEST_WORD; i++) {
            run = Character.isLetterOrDigit(text.charAt(i)) ? run + 1 : 0;
        }
        return run > LONGEST_WORD;
    }

    /** Tells if a text has digits and letters, or capitals within. */
    static boolean isLikely(String text) {
        return isLikely(text, 0, text.length());
    }

    /** Tells if a text is a word, or some that are joined to a name. */
    static boolean isOrdinary(String text) {
        return text.length() <= 2 * LONGEST_WORD
                && ORDINARY.matcher(text).matches()
                && text.toLowerCase(Locale.ROOT)
                                .chars()
                                .filter(sign -> sign == '_' || sign == '.')
                                .count()
                        >= text.length() / (LONGEST_WORD + 1);
    }
}
