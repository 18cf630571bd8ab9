package dev.issuelink.testkit.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What really goes over the wire. */
public record WireReply(int status, Map<String, String> headers, String body, Break broken, Duration delay) {

    public static WireReply of(int status, Map<String, String> headers, String body) {
        return new WireReply(status, headers, body, Break.NONE, Duration.ZERO);
    }

    public WireReply withBody(String text) {
        return new WireReply(status, headers, text, broken, delay);
    }

    public WireReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireReply(status, more, body, broken, delay);
    }

    public WireReply broken(Break how) {
        return new WireReply(status, headers, body, how, delay);
    }

    public WireReply delayed(Duration by) {
        return new WireReply(status, headers, body, broken, by);
    }

    /** How the connection ends. */
    public enum Break {
        NONE,
        /** Reset before any byte of an answer. */
        RESET,
        /** Cut in the middle of the body. */
        CUT
    }
}
