package dev.issuelink.core.internal.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant time) {
        return TIME.format(time);
    }

    static String duration(Duration duration) {
        if (duration.toMinutes() < 1) {
            return count(duration.toSeconds(), "second", "seconds");
        }
        return duration.toHours() < 1 || duration.toMinutesPart() > 0
                ? count(duration.toMinutes(), "minute", "minutes")
                : count(duration.toHours(), "hour", "hours");
    }

    static String count(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : several);
    }
}
