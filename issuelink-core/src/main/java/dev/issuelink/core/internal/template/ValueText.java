package dev.issuelink.core.internal.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says how values of all kinds look in a text. */
final class ValueText {
    private static final int MOST_ITEMS = 100;
    private static final int DEEPEST = 4;
    private static final int MOST_DIGITS = 40;
    private static final BigDecimal FIRST_GROUPED = BigDecimal.valueOf(10_000);

    private ValueText() {}

    /** The value, ready to stand in a filled template. */
    static Piece.Value of(@Nullable Object value) {
        if (value instanceof Fragment.Code code) {
            var clipped = Clean.block(code.text(), Clean.LONGEST_CODE);
            return new Piece.Value(Piece.Kind.CODE, clipped.text(), language(code.language()), clipped.more());
        }
        if (value instanceof Fragment.Prose prose) {
            return new Piece.Value(
                    Piece.Kind.PROSE, Marks.clean(prose.markdown()).strip(), "", 0);
        }
        if (value instanceof Number number) {
            return new Piece.Value(Piece.Kind.NUMBER, number(number), "", 0);
        }
        var clipped = Clean.block(text(value, 1), Clean.LONGEST_CODE);
        return new Piece.Value(Piece.Kind.TEXT, clipped.text(), "", clipped.more());
    }

    /** Whether a condition on the value fails. */
    static boolean isEmpty(@Nullable Object value) {
        if (value == null || Boolean.FALSE.equals(value)) {
            return true;
        }
        if (value instanceof Number number) {
            return number.doubleValue() == 0;
        }
        if (value instanceof Fragment fragment) {
            return fragment.isEmpty();
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        return value instanceof CharSequence && of(value).isEmpty();
    }

    /** A name of a language that can stand behind a fence. */
    static String language(String language) {
        var name = new StringBuilder();
        language.codePoints()
                .filter(point -> point < 128 && (Character.isLetterOrDigit(point) || "+#._-".indexOf(point) >= 0))
                .limit(30)
                .forEach(name::appendCodePoint);
        return name.toString();
    }

    /** The number without exponent, with at most two decimals, and with commas if it is long. */
    static String number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            var value = number.doubleValue();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return Double.isNaN(value) ? "not a number" : value > 0 ? "infinite" : "minus infinite";
            }
        }
        var exact = exact(number);
        var digits = exact.precision() - (long) exact.scale();
        if (digits > MOST_DIGITS) {
            return (exact.signum() < 0 ? "less than -10^" : "more than 10^") + MOST_DIGITS;
        }
        if (digits < -2) {
            return "0";
        }
        var rounded = exact.setScale(2, RoundingMode.HALF_UP);
        var pattern = rounded.abs().compareTo(FIRST_GROUPED) < 0 ? "0.##" : "#,##0.##";
        var format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        return rounded.signum() == 0 ? "0" : format.format(rounded);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return number instanceof Double || number instanceof Float
                ? new BigDecimal(number.toString())
                : BigDecimal.valueOf(number.longValue());
    }

    private static String text(@Nullable Object value, int depth) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Fragment.Code code) {
            return code.text();
        }
        if (value instanceof Fragment.Prose prose) {
            return ProseText.plain(prose.markdown());
        }
        if (value instanceof Collection<?> items) {
            return joined(items, depth);
        }
        return value instanceof Map<?, ?> map ? joined(map, depth) : value.toString();
    }

    private static String joined(Collection<?> items, int depth) {
        var texts = new ArrayList<String>();
        items.stream().limit(MOST_ITEMS).forEach(item -> add(texts, "", item, depth));
        return joined(texts, items.size());
    }

    private static String joined(Map<?, ?> map, int depth) {
        var texts = new ArrayList<String>();
        map.entrySet().stream()
                .filter(entry -> !String.valueOf(entry.getKey()).startsWith("@"))
                .limit(MOST_ITEMS)
                .forEach(entry -> add(texts, entry.getKey() + ": ", entry.getValue(), depth));
        return joined(texts, map.size());
    }

    private static String joined(List<String> texts, int size) {
        var all = String.join(", ", texts);
        return size > MOST_ITEMS ? all + ", … (" + (size - MOST_ITEMS) + " more)" : all;
    }

    private static void add(List<String> texts, String label, @Nullable Object value, int depth) {
        var text = depth < DEEPEST ? Clean.line(text(value, depth + 1), Clean.LONGEST_INLINE) : "…";
        if (!text.isBlank()) {
            texts.add(label + text);
        }
    }
}
