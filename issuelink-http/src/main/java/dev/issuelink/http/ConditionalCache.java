package dev.issuelink.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers decoded answers with their validators, the least recently used ones leaving first. What was read with one
 * credential is never given out under another. Safe for several threads.
 */
final class ConditionalCache {
    private static final String ETAG = "ETag";
    private static final String LAST_MODIFIED = "Last-Modified";

    /** What an answer depends on. The credential stands here as a digest only. */
    record Key(
            String url,
            String accept,
            String credential,
            @Nullable Class<?> type,
            boolean list) {
        static Key of(CallRun run, String accept, Credential credential, Decoder<?> decoder) {
            return new Key(run.url().toString(), accept, digest(credential), decoder.type(), decoder.list());
        }

        private static String digest(Credential credential) {
            try {
                var identity =
                        credential.header() + ":" + credential.headerValue().reveal();
                return HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
        }
    }

    private record Entry(HttpReply<?> reply, long bytes) {}

    private final int mostEntries;
    private final long mostBytes;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    ConditionalCache(int mostEntries, long mostBytes) {
        this.mostEntries = mostEntries;
        this.mostBytes = mostBytes;
    }

    @SuppressWarnings("unchecked") // the key holds the type that the value was decoded to
    synchronized <T> Optional<HttpReply<T>> find(Key key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> (HttpReply<T>) entry.reply);
    }

    synchronized void remember(Key key, HttpReply<?> reply, long size) {
        forget(key);
        var validated = reply.header(ETAG).or(() -> reply.header(LAST_MODIFIED)).isPresent();
        if (!validated || reply.status() != 200 || size > mostBytes) {
            return;
        }
        entries.put(key, new Entry(reply, size));
        bytes += size;
        shrink(entries.entrySet().iterator());
    }

    synchronized void clear() {
        entries.clear();
        bytes = 0;
    }

    /** The headers that ask whether a remembered answer still holds. */
    static Map<String, String> validators(HttpReply<?> remembered) {
        return remembered
                .header(ETAG)
                .map(tag -> Map.of("If-None-Match", tag))
                .orElseGet(() -> Map.of(
                        "If-Modified-Since", remembered.header(LAST_MODIFIED).orElseThrow()));
    }

    private void forget(Key key) {
        var old = entries.remove(key);
        bytes -= old == null ? 0 : old.bytes;
    }

    private void shrink(Iterator<Map.Entry<Key, Entry>> oldestFirst) {
        while (entries.size() > mostEntries || bytes > mostBytes) {
            bytes -= oldestFirst.next().getValue().bytes;
            oldestFirst.remove();
        }
    }
}
