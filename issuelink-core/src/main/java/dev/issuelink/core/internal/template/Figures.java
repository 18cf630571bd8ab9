package dev.issuelink.core.internal.template;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The helpers that say a figure in the words of people. What is no such figure is shown as it is. */
final class Figures {
    private static final String[] BYTES = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    private static final double SECOND = 1_000;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private Figures() {}

    /** 23.5 is 23.5%. */
    static @Nullable Object percent(@Nullable Object value) {
        return value instanceof Number number ? ValueText.number(number) + "%" : value;
    }

    /** 1234 is 1.23 s. */
    static @Nullable Object duration(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        var millis = number.doubleValue();
        var size = Math.abs(millis);
        if (size >= DAY) {
            return in(millis / DAY, "d");
        }
        if (size >= HOUR) {
            return in(millis / HOUR, "h");
        }
        if (size >= MINUTE) {
            return in(millis / MINUTE, "min");
        }
        return size >= SECOND ? in(millis / SECOND, "s") : in(millis, "ms");
    }

    /** 1536 is 1.5 KiB. */
    static @Nullable Object bytes(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return value;
        }
        var size = number.doubleValue();
        var unit = 0;
        while (Math.abs(size) >= 1_024 && unit < BYTES.length - 1) {
            size /= 1_024;
            unit++;
        }
        return in(size, BYTES[unit]);
    }

    /** The day of a time that is given as 2026-01-31T12:00:00Z. */
    static @Nullable Object date(@Nullable Object value) {
        return formatted(value, "yyyy-MM-dd");
    }

    /** Day and time in UTC. */
    static @Nullable Object time(@Nullable Object value) {
        return formatted(value, "yyyy-MM-dd HH:mm 'UTC'");
    }

    private static @Nullable Object formatted(@Nullable Object value, String pattern) {
        if (value == null || value instanceof Fragment) {
            return value;
        }
        try {
            return OffsetDateTime.parse(value.toString())
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static String in(double value, String unit) {
        return ValueText.number(value) + " " + unit;
    }
}
