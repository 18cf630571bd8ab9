package dev.issuelink.github;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubWebhookWire.Alert;
import dev.issuelink.model.Cursor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far the alerts were read, oldest change first: the query of the last page that was read or of the one after it,
 * the latest time of change seen, and the alerts seen around that time. The same page is asked for again when there was
 * no next one, so what was on it already must be known.
 *
 * @param query the query of the page to read, in GitHub's own words
 * @param watermark the latest change seen; the epoch if none
 * @param seen the alerts seen in the last minutes before it
 */
record GitHubAlertCursor(String query, Instant watermark, List<Seen> seen) {
    /** Times have whole seconds, and GitHub's servers need not agree on the order within some of them. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** Beyond, something may come twice; nothing is lost. */
    private static final int MOST_SEEN = 200;

    private static final String VERSION = "alerts-1";
    private static final String FIRST_QUERY = "sort=updated&direction=asc&per_page=" + GitHubConnection.PAGE_SIZE;
    private static final Pattern FORM =
            Pattern.compile(VERSION + "\\n([\\x21-\\x7e]+)\\n(\\d{1,12})\\n((?:\\d{1,18}@\\d{1,12} ?)*+)");

    static final GitHubAlertCursor BEGINNING = new GitHubAlertCursor(FIRST_QUERY, Instant.EPOCH, List.of());

    GitHubAlertCursor {
        seen = List.copyOf(seen);
    }

    /** An alert as it was at a time. */
    record Seen(long number, long changedAt) {
        static Seen of(Alert alert) {
            return new Seen(
                    alert.number() == null ? 0 : alert.number(), changeOf(alert).getEpochSecond());
        }

        @Override
        public String toString() {
            return number + "@" + changedAt;
        }
    }

    static GitHubAlertCursor parse(@Nullable Cursor cursor, String tracker) {
        return cursor == null ? BEGINNING : parse(cursor.value(), tracker);
    }

    private static GitHubAlertCursor parse(String text, String tracker) {
        try {
            var matcher = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1));
            if (matcher.matches() && URI.create("?" + matcher.group(1)).getRawFragment() == null) {
                return new GitHubAlertCursor(
                        matcher.group(1),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(2))),
                        seen(matcher.group(3)));
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw TrackerException.of(ErrorCode.VALIDATION, tracker, "securityAlerts")
                .message("This cursor was not made by securityAlerts of this version; begin anew without one.")
                .build();
    }

    private static List<Seen> seen(String text) {
        return Stream.of(text.split(" "))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("@"))
                .map(parts -> new Seen(Long.parseLong(parts[0]), Long.parseLong(parts[1])))
                .toList();
    }

    Cursor toCursor() {
        var seenText = String.join(" ", seen.stream().map(Seen::toString).toList());
        var text = String.join("\n", VERSION, query, Long.toString(watermark.getEpochSecond()), seenText);
        return new Cursor(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII)));
    }

    boolean isBeginning() {
        return query.equals(FIRST_QUERY);
    }

    /** From the first page on, still knowing what was seen: for when GitHub has forgotten the page. */
    GitHubAlertCursor rewound() {
        return new GitHubAlertCursor(FIRST_QUERY, watermark, seen);
    }

    boolean knows(Alert alert) {
        return changeOf(alert).isBefore(watermark.minus(OVERLAP)) || seen.contains(Seen.of(alert));
    }

    /** After these were read. */
    GitHubAlertCursor after(Collection<Alert> alerts, String nextQuery) {
        var latest = alerts.stream()
                .map(GitHubAlertCursor::changeOf)
                .reduce(watermark, (one, other) -> other.isAfter(one) ? other : one);
        var recent = latest.minus(OVERLAP).getEpochSecond();
        var known = new TreeSet<>(Comparator.comparingLong(Seen::changedAt)
                .thenComparingLong(Seen::number)
                .reversed());
        known.addAll(seen);
        alerts.forEach(alert -> known.add(Seen.of(alert)));
        return new GitHubAlertCursor(
                nextQuery,
                latest,
                known.stream()
                        .filter(entry -> entry.changedAt() >= recent)
                        .limit(MOST_SEEN)
                        .toList());
    }

    /** In whole seconds, as GitHub writes it, and never before the epoch. */
    private static Instant changeOf(Alert alert) {
        var time = alert.updatedAt() != null ? alert.updatedAt() : alert.createdAt();
        return time == null || time.isBefore(Instant.EPOCH)
                ? Instant.EPOCH
                : Instant.ofEpochSecond(time.getEpochSecond());
    }
}
