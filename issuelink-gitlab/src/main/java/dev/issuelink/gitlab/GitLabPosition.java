package dev.issuelink.gitlab;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far the feed of changes was read; the text of its cursors.
 *
 * @param resting whether a pass was finished, so that the next call begins one
 * @param startedAt when the pass under way began, by GitLab's clock; empty at rest, or if GitLab did not tell
 * @param since what a pass asks for; empty for all
 * @param query the query of the page to read next, as GitLab gave it; empty for the first of a pass
 * @param seen what was seen last, oldest first
 */
record GitLabPosition(
        boolean resting,
        Optional<Instant> startedAt,
        Optional<Instant> since,
        Optional<String> query,
        List<Seen> seen) {
    static final GitLabPosition START =
            new GitLabPosition(true, Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** How far a pass reaches back behind the beginning of the one before: what is written then may become visible later. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final int MOST_SEEN = 2 * GitLabConnection.PAGE_SIZE;
    private static final String VERSION = "gl1";
    private static final int RADIX = 36;
    private static final int PARTS = 6;
    private static final int HASH_BYTES = 6;

    /** Copies the list. */
    GitLabPosition {
        seen = List.copyOf(seen);
    }

    /**
     * One state of one issue. Two changes may share a time; the content tells them apart.
     *
     * @param id the id
     * @param updatedAt when it was updated, in milliseconds
     * @param content a short hash of everything that GitLab told
     */
    record Seen(long id, long updatedAt, String content) {
        static Seen of(long id, Instant updatedAt, GitLabNode wire) {
            return new Seen(id, updatedAt.toEpochMilli(), hash(wire.fields().toString()));
        }

        private static Seen parse(String text) {
            var parts = text.split("\\.", -1);
            return new Seen(Long.parseLong(parts[0], RADIX), Long.parseLong(parts[1], RADIX), parts[2]);
        }

        private String write() {
            return Long.toString(id, RADIX) + "." + Long.toString(updatedAt, RADIX) + "." + content;
        }
    }

    /** Reads a cursor; empty if it is none of ours, or of a version that we do not know. */
    static Optional<GitLabPosition> parse(String text) {
        var parts = text.split(";", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var query = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
            return Optional.of(new GitLabPosition(
                    parts[1].equals("r"),
                    time(parts[2]),
                    time(parts[3]),
                    Optional.of(query).filter(given -> !given.isEmpty() && given.indexOf('#') < 0),
                    seen(parts[5])));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    String write() {
        return String.join(
                ";",
                VERSION,
                resting ? "r" : "p",
                startedAt.map(GitLabPosition::text).orElse(""),
                since.map(GitLabPosition::text).orElse(""),
                URLEncoder.encode(query.orElse(""), StandardCharsets.UTF_8),
                seen.stream().map(Seen::write).collect(Collectors.joining(",")));
    }

    /** After a page, with another to come. */
    GitLabPosition goOn(Optional<Instant> answeredAt, List<Seen> page, String nextQuery) {
        return new GitLabPosition(
                false, resting ? answeredAt : startedAt, since, Optional.of(nextQuery), newest(page, Instant.MIN));
    }

    /** The same, for a GitLab that counts pages: they shift while issues change, so the pass goes on by time. */
    GitLabPosition goOnByTime(Optional<Instant> answeredAt, List<Seen> page, Instant last) {
        return new GitLabPosition(
                false,
                resting ? answeredAt : startedAt,
                Optional.of(last),
                Optional.empty(),
                newest(page, Instant.MIN));
    }

    /** The pass is over. What was written since it began, and a little before, is asked for again. */
    GitLabPosition finish(Optional<Instant> answeredAt, List<Seen> page) {
        var latest = newest(page, Instant.MIN);
        var began = resting ? answeredAt : startedAt;
        var from = began.or(() -> latest.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(
                                latest.get(latest.size() - 1).updatedAt())))
                .map(time -> time.minus(OVERLAP));
        // Nothing there at all: there is nothing to begin behind.
        return latest.isEmpty() && since.isEmpty()
                ? START
                : new GitLabPosition(
                        true, Optional.empty(), from, Optional.empty(), newest(page, from.orElse(Instant.MIN)));
    }

    /** Begins again where the pass is, without the query: for when GitLab has forgotten its cursor. */
    GitLabPosition restarted() {
        var last = seen.isEmpty()
                ? since
                : Optional.of(Instant.ofEpochMilli(seen.get(seen.size() - 1).updatedAt())
                        .minus(OVERLAP));
        return new GitLabPosition(resting, startedAt, resting ? since : last, Optional.empty(), seen);
    }

    private List<Seen> newest(List<Seen> page, Instant from) {
        var latest = new LinkedHashMap<Long, Seen>();
        seen.forEach(state -> latest.put(state.id(), state));
        page.forEach(state -> latest.put(state.id(), state));
        var sorted = latest.values().stream()
                .filter(state -> from.equals(Instant.MIN) || state.updatedAt() >= from.toEpochMilli())
                .sorted(Comparator.comparingLong(Seen::updatedAt).thenComparingLong(Seen::id))
                .toList();
        return sorted.subList(Math.max(0, sorted.size() - MOST_SEEN), sorted.size());
    }

    private static List<Seen> seen(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Seen::parse).toList();
    }

    private static String text(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    private static Optional<Instant> time(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
