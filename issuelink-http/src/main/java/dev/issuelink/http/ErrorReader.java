package dev.issuelink.http;

/**
 * Reads a tracker's refusal. Implemented by providers, stateless, called from any thread. It sees HTML, empty and
 * truncated bodies as well; should it throw all the same, the kernel falls back to {@link #byStatus()}.
 */
@FunctionalInterface
public interface ErrorReader {
    /**
     * Translates a reply outside 2xx that is neither a redirect, a rate-limit refusal nor an expected status.
     *
     * @param reply the reply; its body is at most the first 64 KiB of what the tracker sent, decoded leniently
     * @return what it means
     */
    TrackerFailure read(HttpReply<String> reply);

    /**
     * Knows only what HTTP itself says: 401 AUTHENTICATION, 403 PERMISSION, 404 NOT_FOUND, 409 and 412 CONFLICT, 410 and
     * 451 GONE, 400 and 422 VALIDATION, 405 and 501 UNSUPPORTED, 429 RATE_LIMITED, 408 and 5xx UNAVAILABLE, else
     * PROTOCOL.
     *
     * @return the reader
     */
    static ErrorReader byStatus() {
        return reply -> TrackerFailure.byStatus(reply.status());
    }
}
