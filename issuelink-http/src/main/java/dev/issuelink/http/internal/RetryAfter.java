package dev.issuelink.http.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code Retry-After} in both its forms. */
public final class RetryAfter {
    // Nine digits are thirty years: enough, and no overflow.
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(?:\\.\\d*)?");

    private RetryAfter() {}

    /**
     * Reads a value.
     *
     * @param value seconds, or an HTTP date
     * @param receivedAt when it came
     * @return the time it means, or empty if it cannot be read
     */
    public static Optional<Instant> read(String value, Instant receivedAt) {
        var seconds = SECONDS.matcher(value.strip());
        if (seconds.matches()) {
            return Optional.of(receivedAt.plusSeconds(Long.parseLong(seconds.group(1))));
        }
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip(), Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
