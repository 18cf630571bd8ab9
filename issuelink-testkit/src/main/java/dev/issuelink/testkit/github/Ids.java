package dev.issuelink.testkit.github;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of everything. They start beyond the range of {@code int}, because GitHub's do. */
final class Ids {

    private static final long FIRST = 3_000_000_001L;

    private final AtomicLong next = new AtomicLong(FIRST);

    long next() {
        return next.getAndIncrement();
    }

    /** A GUID that is the same in every run. */
    String guid() {
        return UUID.nameUUIDFromBytes(Long.toString(next()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Opaque node id with GitHub's kind prefix, such as {@code I_kwDO...}. */
    static String node(String kind, long id) {
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        return kind + "_kwDO" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
