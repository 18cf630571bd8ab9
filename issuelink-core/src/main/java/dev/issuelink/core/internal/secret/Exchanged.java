package dev.issuelink.core.internal.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.StoreException;
import dev.issuelink.host.Secret;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What became of one secret: for each of the last values that hosts configured, the value that it was exchanged for. Of
 * what was configured it holds a hash alone, and it is written nowhere but sealed. Two are remembered, since nodes get a
 * newly configured value one after another, and each has to find what became of its own.
 */
final class Exchanged {
    private static final byte VERSION = 1;
    private static final int MOST = 2;
    private static final int HASH_BYTES = 32;

    private static final class Entry {
        private final byte[] origin;
        private final Secret value;

        private Entry(byte[] origin, Secret value) {
            this.origin = origin;
            this.value = value;
        }
    }

    private final List<Entry> entries;

    private Exchanged(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    static Exchanged nothing() {
        return new Exchanged(List.of());
    }

    /** The value that a configured one was exchanged for. */
    Optional<Secret> find(SecretReference reference, Secret configured) {
        var origin = origin(reference, configured);
        return entries.stream()
                .filter(entry -> MessageDigest.isEqual(entry.origin, origin))
                .map(entry -> entry.value)
                .findFirst();
    }

    /** All values. */
    List<Secret> values() {
        return entries.stream().map(entry -> entry.value).toList();
    }

    /** The same with a configured value exchanged for another. */
    Exchanged with(SecretReference reference, Secret configured, Secret value) {
        var origin = origin(reference, configured);
        var next = new ArrayList<>(List.of(new Entry(origin, value)));
        entries.stream()
                .filter(entry -> !Arrays.equals(entry.origin, origin))
                .limit(MOST - 1)
                .forEach(next::add);
        return new Exchanged(next);
    }

    /** To be sealed at once: a version and, for each entry, a hash, a length and the value. */
    byte[] toBytes() {
        var values = entries.stream().map(entry -> entry.value.revealBytes()).toList();
        var size = 1
                + values.stream()
                        .mapToInt(value -> HASH_BYTES + Integer.BYTES + value.length)
                        .sum();
        var bytes = ByteBuffer.allocate(size).put(VERSION);
        for (var at = 0; at < values.size(); at++) {
            bytes.put(entries.get(at).origin).putInt(values.get(at).length).put(values.get(at));
        }
        return bytes.array();
    }

    static Exchanged of(SecretReference reference, byte[] opened) {
        var bytes = ByteBuffer.wrap(opened);
        var entries = new ArrayList<Entry>();
        try {
            if (bytes.get() != VERSION) {
                throw unreadable(reference);
            }
            while (bytes.hasRemaining()) {
                var origin = take(bytes, HASH_BYTES);
                entries.add(new Entry(origin, Secret.of(new String(take(bytes, bytes.getInt()), UTF_8))));
            }
        } catch (BufferUnderflowException cutOff) {
            throw unreadable(reference);
        }
        return new Exchanged(entries);
    }

    private static byte[] take(ByteBuffer from, int length) {
        if (length < 0 || length > from.remaining()) {
            throw new BufferUnderflowException();
        }
        var part = new byte[length];
        from.get(part);
        return part;
    }

    private static StoreException unreadable(SecretReference reference) {
        return new StoreException(
                "What is kept as " + reference + " is in a form that this release does not know; run the release that"
                        + " wrote it, or a later one.",
                null);
    }

    private static byte[] origin(SecretReference reference, Secret configured) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(reference.name().getBytes(UTF_8));
            digest.update((byte) 0);
            return digest.digest(configured.revealBytes());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
