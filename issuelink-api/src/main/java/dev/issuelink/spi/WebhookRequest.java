package dev.issuelink.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it came over the wire: headers and raw bytes, nothing decoded. */
public final class WebhookRequest {
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private WebhookRequest(Map<String, List<String>> headers, byte[] body) {
        this.headers = headers;
        this.body = body;
    }

    /**
     * A request.
     *
     * @param headers the headers, names in any case
     * @param body the raw bytes of the body, exactly as received; not copied, so do not change it afterwards
     * @return the request
     */
    public static WebhookRequest of(Map<String, List<String>> headers, byte[] body) {
        var copy = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return new WebhookRequest(copy, body);
    }

    /**
     * The first value of a header.
     *
     * @param name its name in any case
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * All headers.
     *
     * @return an unmodifiable view, names in any case
     */
    public Map<String, List<String>> headers() {
        return Collections.unmodifiableMap(headers);
    }

    /**
     * The raw body.
     *
     * @return a read-only view
     */
    public ByteBuffer body() {
        return ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    /**
     * The raw body, to be read.
     *
     * @return a new stream from its first byte on
     */
    public InputStream bodyStream() {
        return new ByteArrayInputStream(body);
    }

    /**
     * How long the body is.
     *
     * @return its length in bytes
     */
    public int size() {
        return body.length;
    }

    @Override
    public String toString() {
        return "WebhookRequest[" + body.length + " bytes]";
    }
}
