package dev.issuelink.http;

import dev.issuelink.http.internal.LinkHeader;
import dev.issuelink.http.internal.PercentEncoding;
import dev.issuelink.http.internal.References;
import dev.issuelink.http.internal.RetryAfter;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a tracker answered. Immutable; safe for several threads if its body is.
 *
 * @param <T> what the body was decoded to
 */
public final class HttpReply<T> {
    private final int status;
    private final URI uri;
    private final Map<String, List<String>> headers;
    private final Optional<T> body;
    private final boolean notModified;
    private final Instant receivedAt;

    private HttpReply(
            int status,
            URI uri,
            Map<String, List<String>> headers,
            Optional<T> body,
            boolean notModified,
            Instant receivedAt) {
        this.status = status;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.notModified = notModified;
        this.receivedAt = receivedAt;
    }

    /**
     * A reply; the kernel makes them, and so do tests of readers.
     *
     * @param status the status
     * @param uri where it came from
     * @param headers its headers, names in any case
     * @param body what the body holds, or null if there is none
     * @param receivedAt when its headers were there, on the engine's clock
     * @param <T> what the body was decoded to
     * @return the reply
     */
    public static <T> HttpReply<T> of(
            int status, URI uri, Map<String, List<String>> headers, @Nullable T body, Instant receivedAt) {
        var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        return new HttpReply<>(status, uri, sorted, Optional.ofNullable(body), false, receivedAt);
    }

    /**
     * The status.
     *
     * @return as the tracker sent it; the status of the first answer if {@link #notModified()}
     */
    public int status() {
        return status;
    }

    /**
     * Where the answer came from, after redirects.
     *
     * @return an absolute URL of the configured origin
     */
    public URI uri() {
        return uri;
    }

    /**
     * The first value of a header.
     *
     * @param name its name, in any case
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /**
     * All values of a header.
     *
     * @param name its name, in any case
     * @return the values in order, perhaps none
     */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /**
     * What the body was decoded to.
     *
     * @return the value; empty for 204 and 205, for HEAD and for an expected status outside 2xx
     */
    public Optional<T> body() {
        return body;
    }

    /**
     * Where the next page is, if the {@code Link} headers say so.
     *
     * @return an absolute URL, perhaps of another origin; empty if there is none
     * @throws IllegalStateException if there is one that is no URL: a listing must not end silently
     */
    public Optional<URI> nextLink() {
        return LinkHeader.find(headers("Link"), "next").map(this::resolved);
    }

    /**
     * When the tracker wants to be asked again, from {@code Retry-After} in seconds or as an HTTP date.
     *
     * @return the time on the engine's clock, or empty if it does not say or not readably
     */
    public Optional<Instant> retryAfter() {
        return header("Retry-After").flatMap(value -> RetryAfter.read(value, receivedAt));
    }

    /**
     * When the reply's headers were there.
     *
     * @return the time on the engine's clock
     */
    public Instant receivedAt() {
        return receivedAt;
    }

    /**
     * Whether the tracker said that nothing changed, so that the body is the remembered one.
     *
     * @return true only for a {@link HttpCall.Builder#conditional() conditional} call
     */
    public boolean notModified() {
        return notModified;
    }

    private URI resolved(String target) {
        try {
            return References.resolve(uri, new URI(PercentEncoding.repair(target)));
        } catch (URISyntaxException unreadable) {
            throw new IllegalStateException("the Link header's next target is no URL");
        }
    }

    <R> HttpReply<R> holding(@Nullable R newBody) {
        return new HttpReply<>(status, uri, headers, Optional.ofNullable(newBody), notModified, receivedAt);
    }

    HttpReply<T> unchangedSince(HttpReply<?> revalidation) {
        return new HttpReply<>(status, uri, headers, body, true, revalidation.receivedAt);
    }

    @Override
    public String toString() {
        return "HttpReply[" + status + "]";
    }
}
