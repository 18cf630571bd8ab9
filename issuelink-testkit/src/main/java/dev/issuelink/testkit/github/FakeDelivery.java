package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One attempt to deliver one webhook event: the very headers and bytes, and what came of it. Immutable. */
public final class FakeDelivery {

    /** Status code 0 of an attempt that got no answer. */
    static final int NO_ANSWER = 0;

    final long id;
    final long hookId;
    final String guid;
    final String event;
    final @Nullable String action;
    final String url;
    final Instant at;
    final boolean redelivery;
    final Object payload;
    final @Nullable Integer status;
    private final Map<String, String> headers;
    private final byte[] body;

    FakeDelivery(
            long id,
            long hookId,
            String guid,
            String event,
            @Nullable String action,
            String url,
            Instant at,
            boolean redelivery,
            Object payload,
            @Nullable Integer status,
            Map<String, String> headers,
            byte[] body) {
        this.id = id;
        this.hookId = hookId;
        this.guid = guid;
        this.event = event;
        this.action = action;
        this.url = url;
        this.at = at;
        this.redelivery = redelivery;
        this.payload = payload;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * Id of this attempt; each redelivery has its own.
     *
     * @return the id
     */
    public long id() {
        return id;
    }

    /**
     * {@code X-GitHub-Delivery}: the same for all attempts of one event at one hook.
     *
     * @return the GUID
     */
    public String guid() {
        return guid;
    }

    /**
     * {@code X-GitHub-Event}, such as {@code issues}.
     *
     * @return the event's name
     */
    public String event() {
        return event;
    }

    /**
     * The payload's action.
     *
     * @return such as {@code opened}; null for events without one, such as {@code ping}
     */
    public @Nullable String action() {
        return action;
    }

    /**
     * Every header of the request, signature included.
     *
     * @return values by name as GitHub writes it
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
        return body.clone();
    }

    /**
     * Whether somebody asked for this event again.
     *
     * @return true for a repeated attempt
     */
    public boolean redelivery() {
        return redelivery;
    }

    /**
     * What the receiver answered.
     *
     * @return its status; 0 when there was no answer; empty while it is not sent
     */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    boolean succeeded() {
        return status != null && status >= 200 && status < 300;
    }

    FakeDelivery answered(int code, Instant when) {
        return new FakeDelivery(id, hookId, guid, event, action, url, when, redelivery, payload, code, headers, body);
    }

    /** Event and GUID; neither payload nor signature. */
    @Override
    public String toString() {
        return event + (action == null ? "" : "." + action) + " " + guid;
    }
}
