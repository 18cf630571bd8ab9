package dev.issuelink.testkit.jira;

import java.util.Map;

/** A delivery of a webhook: what is sent to the host. Immutable. */
public final class FakeDelivery {

    final String url;
    private final String event;
    private final Map<String, String> headers;
    private final byte[] body;

    FakeDelivery(String url, String event, Map<String, String> headers, byte[] body) {
        this.url = url;
        this.event = event;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /**
     * What it tells of.
     *
     * @return Jira's name, for example {@code jira:issue_updated}
     */
    public String event() {
        return event;
    }

    /**
     * Its headers.
     *
     * @return the headers
     */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Its body.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }
}
