package dev.issuelink.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer whose headers are here and whose body still arrives. Must be closed. */
record Answer(HttpReply<Void> head, BodyStream body) implements AutoCloseable {
    private static final int SNIPPET = 64 * 1024;

    int status() {
        return head.status();
    }

    boolean isSuccess() {
        return status() >= 200 && status() < 300;
    }

    /** The reply with as much of its body as could be read, for those who read refusals. */
    HttpReply<String> withSnippet() {
        var bytes = new byte[SNIPPET];
        var count = 0;
        try {
            for (var read = 0; read >= 0 && count < SNIPPET; read = body.read(bytes, count, SNIPPET - count)) {
                count += read;
            }
        } catch (IOException truncated) {
            // What came so far says enough; the status matters more.
            count = Math.max(0, count);
        }
        return head.holding(new String(bytes, 0, count, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        body.close();
    }
}
