package dev.issuelink.testkit.github;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What really goes over the wire. */
record WireReply(int status, Map<String, String> headers, String body, Break broken, Duration delay) {

    static WireReply of(int status, Map<String, String> headers, String body) {
        return new WireReply(status, headers, body, Break.NONE, Duration.ZERO);
    }

    WireReply withBody(String text) {
        return new WireReply(status, headers, text, broken, delay);
    }

    WireReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new WireReply(status, more, body, broken, delay);
    }

    WireReply broken(Break how) {
        return new WireReply(status, headers, body, how, delay);
    }

    WireReply delayed(Duration by) {
        return new WireReply(status, headers, body, broken, by);
    }

    /** How the connection ends. */
    enum Break {
        NONE,
        /** Reset before any byte of an answer. */
        RESET,
        /** Cut in the middle of the body. */
        CUT
    }
}
