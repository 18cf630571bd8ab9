package dev.issuelink.gitlab;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * GitLab's times. The REST API writes them with milliseconds and an offset; webhooks also with a space in place of the
 * {@code T}, with {@code UTC} in place of the {@code Z}, or with an offset after another space; days have no time.
 */
final class GitLabTimes {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?)" + " ?(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private GitLabTimes() {}

    /** The time, or empty if the text is none. A day is its beginning in UTC. */
    static Optional<Instant> parse(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            var matcher = TIME.matcher(text.strip());
            return matcher.matches()
                    ? Optional.of(
                            OffsetDateTime.parse(matcher.group(1) + "T" + matcher.group(2) + offset(matcher.group(3)))
                                    .toInstant())
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static String offset(@Nullable String text) {
        if (text == null || text.equals("Z") || text.equals("UTC")) {
            return "Z";
        }
        return text.contains(":") ? text : text.substring(0, 3) + ":" + text.substring(3);
    }
}
