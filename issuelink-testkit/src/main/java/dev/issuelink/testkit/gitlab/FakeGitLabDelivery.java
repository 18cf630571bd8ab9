package dev.issuelink.testkit.gitlab;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** One attempt to deliver one event to one webhook: the very headers and bytes. Immutable. */
public final class FakeGitLabDelivery {
    final long id;
    final String url;
    final String trigger;
    final Instant at;
    final int status;
    private final Map<String, String> headers;
    private final String body;

    FakeGitLabDelivery(
            long id, String url, String trigger, Instant at, int status, Map<String, String> headers, String body) {
        this.id = id;
        this.url = url;
        this.trigger = trigger;
        this.at = at;
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * Where it goes.
     *
     * @return the webhook's address
     */
    public String url() {
        return url;
    }

    /**
     * Every header of the request, token and signature included.
     *
     * @return values by name as GitLab writes it
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * The raw bytes that are signed and sent.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return body;
    }

    FakeGitLabDelivery answered(int code) {
        return new FakeGitLabDelivery(id, url, trigger, at, code, headers, body);
    }

    /** The event and its key; neither body nor token. */
    @Override
    public String toString() {
        return headers.get("X-Gitlab-Event") + " " + headers.get("Idempotency-Key");
    }
}
