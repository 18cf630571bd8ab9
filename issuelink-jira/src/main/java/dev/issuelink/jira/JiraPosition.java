package dev.issuelink.jira;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How far the feed was read. Nothing of it ends after some days, and nothing counts pages, which shift while issues change.
 *
 * @param from since when changes are read; empty at the beginning
 * @param after within a minute that holds more changes than a page: the key after which it goes on, or empty text at its
 *     beginning. Absent otherwise
 * @param began when the pass began that is under way; empty between passes
 * @param again whether the minute was begun again once
 * @param seen what was told already of what may come again
 */
record JiraPosition(
        Optional<Instant> from, Optional<String> after, Optional<Instant> began, boolean again, List<String> seen) {
    static final JiraPosition START =
            new JiraPosition(Optional.empty(), Optional.empty(), Optional.empty(), false, List.of());

    private static final String VERSION = "j1";
    private static final String ABSENT = "-";
    private static final int PARTS = 6;
    /** More would make the cursor long; what is left out is told again. */
    private static final int MOST_SEEN = 120;

    private static final int HASH_BYTES = 6;
    private static final Pattern SEEN = Pattern.compile("\\d{1,18}:[A-Za-z0-9_-]{8}");
    private static final Pattern AFTER = Pattern.compile("[A-Za-z0-9_]{0,255}(?:-\\d{1,18})?");

    /** Keeps the newest of what was seen. */
    JiraPosition {
        seen = seen.size() <= MOST_SEEN
                ? List.copyOf(seen)
                : List.copyOf(seen.subList(seen.size() - MOST_SEEN, seen.size()));
    }

    boolean resting() {
        return began.isEmpty();
    }

    String write() {
        return String.join(
                "|",
                VERSION,
                from.map(Instant::toString).orElse(ABSENT),
                after.map(key -> "k" + key).orElse(ABSENT),
                began.map(Instant::toString).orElse(ABSENT),
                again ? "1" : "0",
                String.join(",", seen));
    }

    static Optional<JiraPosition> parse(String text) {
        var parts = text.split("\\|", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var after = parts[2].equals(ABSENT) ? Optional.<String>empty() : Optional.of(parts[2].substring(1));
            if (after.filter(key -> !AFTER.matcher(key).matches()).isPresent()) {
                return Optional.empty();
            }
            var seen = Arrays.stream(parts[5].split(",", -1))
                    .filter(one -> SEEN.matcher(one).matches())
                    .toList();
            return Optional.of(new JiraPosition(time(parts[1]), after, time(parts[3]), parts[4].equals("1"), seen));
        } catch (DateTimeException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    /** What an issue looked like, by its id and a short hash of all that was told. */
    static String seen(JsonNode wire) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(wire.toString().getBytes(StandardCharsets.UTF_8));
            var hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, HASH_BYTES));
            return JiraMapper.id(wire).orElse("0") + ":" + hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Optional<Instant> time(String text) {
        return text.equals(ABSENT) ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
