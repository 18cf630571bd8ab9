package dev.issuelink.core.internal.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers and lengths of time in sentences, written as templates write them. */
final class Quantities {
    private static final BigDecimal FIRST_GROUPED = BigDecimal.valueOf(10_000);

    private Quantities() {}

    /** A number with its unit. */
    static String shown(double value, String unit) {
        var number = number(value);
        return switch (unit) {
            case "ms" -> number + " ms" + longer(value, 1e-3, 1);
            case "seconds" -> number + (number.equals("1") ? " second" : " seconds") + longer(value, 1, 60);
            case "minutes" -> number + (number.equals("1") ? " minute" : " minutes") + longer(value, 60, 3600);
            case "%" -> number + "%";
            default -> number + " " + unit;
        };
    }

    /** A number with at most two decimals, and with commas if it is long. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        var rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        var pattern = rounded.abs().compareTo(FIRST_GROUPED) < 0 ? "0.##" : "#,##0.##";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(rounded);
    }

    /** A length of time in its two largest units, such as {@code 3 d 4 h}. */
    static String duration(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), "d");
        add(parts, duration.toHoursPart(), "h");
        add(parts, duration.toMinutesPart(), "min");
        add(parts, duration.toSecondsPart(), "s");
        return parts.isEmpty() ? "less than 1 s" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void add(List<String> parts, long amount, String unit) {
        if (amount > 0) {
            parts.add(amount + " " + unit);
        }
    }

    /** The same once more in larger units, where that is easier to read. */
    private static String longer(double value, double unitSeconds, double fromSeconds) {
        var seconds = value * unitSeconds;
        var readable = seconds > fromSeconds && seconds < Integer.MAX_VALUE;
        return readable ? " (" + duration(Duration.ofMillis(Math.round(seconds * 1000))) + ")" : "";
    }
}
