package dev.issuelink.github;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far the feed of changes was read; the text of its cursors.
 *
 * @param resting whether a pass was finished, so that the next call begins one
 * @param watermark the latest update seen
 * @param since what a pass asks for; empty for all
 * @param link path and query of the page to read next, as GitHub gave them; empty for the first of a pass
 * @param anchor the id of the issue that stood first on the page to which a resting link leads; if another one does,
 *     the pages have shifted
 * @param seen what was seen last, oldest first
 */
record GitHubPosition(
        boolean resting,
        Optional<Instant> watermark,
        Optional<Instant> since,
        Optional<String> link,
        long anchor,
        List<Seen> seen) {
    static final GitHubPosition START =
            new GitHubPosition(true, Optional.empty(), Optional.empty(), Optional.empty(), 0, List.of());

    private static final String VERSION = "gh1";
    private static final int RADIX = 36;
    private static final int PARTS = 7;
    private static final int HASH_BYTES = 6;

    /** Copies the list. */
    GitHubPosition {
        seen = List.copyOf(seen);
    }

    /**
     * One state of one issue. GitHub's times have seconds only, so that two changes may share one; the content tells
     * them apart.
     *
     * @param id the issue's id
     * @param second when it was updated
     * @param content a short hash of everything that GitHub told
     */
    record Seen(long id, long second, String content) {
        static Seen of(long id, Instant updatedAt, GitHubWire.Issue wire) {
            return new Seen(id, updatedAt.getEpochSecond(), hash(wire.toString()));
        }

        private static Seen parse(String text) {
            var parts = text.split("\\.", -1);
            return new Seen(Long.parseLong(parts[0], RADIX), Long.parseLong(parts[1], RADIX), parts[2]);
        }

        private String write() {
            return Long.toString(id, RADIX) + "." + Long.toString(second, RADIX) + "." + content;
        }
    }

    /** Reads a cursor; empty if it is none of ours, or of a version that we do not know. */
    static Optional<GitHubPosition> parse(String text) {
        var parts = text.split(";", -1);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        try {
            var link = URLDecoder.decode(parts[4], StandardCharsets.UTF_8);
            return Optional.of(new GitHubPosition(
                    parts[1].equals("r"),
                    instant(parts[2]),
                    instant(parts[3]),
                    isPath(link) ? Optional.of(link) : Optional.empty(),
                    Long.parseLong(parts[5], RADIX),
                    seen(parts[6])));
        } catch (RuntimeException malformed) {
            return Optional.empty();
        }
    }

    String write() {
        return String.join(
                ";",
                VERSION,
                resting ? "r" : "p",
                watermark.map(GitHubPosition::second).orElse(""),
                since.map(GitHubPosition::second).orElse(""),
                URLEncoder.encode(link.orElse(""), StandardCharsets.UTF_8),
                Long.toString(anchor, RADIX),
                seen.stream().map(Seen::write).collect(Collectors.joining(",")));
    }

    private static boolean isPath(String link) {
        return link.startsWith("/") && URI.create(link).getRawAuthority() == null;
    }

    private static List<Seen> seen(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Seen::parse).toList();
    }

    private static String second(Instant time) {
        return Long.toString(time.getEpochSecond());
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
