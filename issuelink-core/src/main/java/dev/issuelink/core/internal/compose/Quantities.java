package dev.issuelink.core.internal.compose;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers, lengths of time, sizes and times as people read them. */
final class Quantities {
    private static final int DECIMALS = 3;
    private static final List<String> SIZES = List.of("KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final double STEP = 1024;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Quantities() {}

    /** A number with its unit, if the unit is one that is measured in; what is merely counted stands in the label. */
    static String shown(Number value, String unit) {
        var number = number(value);
        return switch (unit) {
            case "ms" -> number + " ms" + longer(value, 1e-3, 1);
            case "seconds" -> number + (number.equals("1") ? " second" : " seconds") + longer(value, 1, 60);
            case "minutes" -> number + (number.equals("1") ? " minute" : " minutes") + longer(value, 60, 3600);
            case "bytes" -> number + (number.equals("1") ? " byte" : " bytes") + size(value);
            case "%" -> number + " %";
            case "percentage points" -> number + (number.equals("1") ? " percentage point" : " percentage points");
            default -> number;
        };
    }

    /** A number with thousands apart, and three decimals at most; what is no number or too large stays as it is. */
    static String number(Number value) {
        if (!Double.isFinite(value.doubleValue())) {
            return value.toString();
        }
        var exact = value instanceof Long || value instanceof Integer
                ? BigDecimal.valueOf(value.longValue())
                : BigDecimal.valueOf(value.doubleValue());
        return grouped(exact);
    }

    /** A time in UTC to the second; a text that is no time stays as it is. */
    static String time(String text) {
        try {
            return time(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    /** A time in UTC to the second. */
    static String time(Instant time) {
        return TIME.format(time);
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

    private static String grouped(BigDecimal value) {
        var rounded = value.setScale(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }

    /** The same once more in larger units, where that is easier to read. */
    private static String longer(Number value, double unitSeconds, double fromSeconds) {
        var seconds = value.doubleValue() * unitSeconds;
        var readable = seconds > fromSeconds && seconds < Integer.MAX_VALUE;
        return readable ? " (" + duration(Duration.ofMillis(Math.round(seconds * 1000))) + ")" : "";
    }

    private static String size(Number value) {
        var size = value.doubleValue();
        int at = -1;
        while (size >= STEP && at < SIZES.size() - 1) {
            size /= STEP;
            at++;
        }
        return at < 0 ? "" : String.format(Locale.ROOT, " (%.1f %s)", size, SIZES.get(at));
    }
}
