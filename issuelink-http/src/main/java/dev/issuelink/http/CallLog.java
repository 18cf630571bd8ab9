package dev.issuelink.http;

import dev.issuelink.http.internal.Scrubber;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was sent, and never what was in it: of queries the names only, of headers and bodies nothing. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(TrackerHttp.class);
    private static final int MOST_WARNINGS = 100;

    private final String tracker;
    private final Set<String> warned = new HashSet<>();

    CallLog(String tracker) {
        this.tracker = tracker;
    }

    void answered(String method, URI uri, HttpReply<?> reply, Duration took, Optional<RateLimit> limit) {
        LOG.atDebug()
                .setMessage("{}: {} {} -> {} in {} ms, budget left: {}")
                .addArgument(tracker)
                .addArgument(method)
                .addArgument(() -> withoutValues(uri))
                .addArgument(reply.status())
                .addArgument(took.toMillis())
                .addArgument(() -> limit.map(known -> known.resource() + " " + known.remaining())
                        .orElse("not told"))
                .log();
        warnOnce("Deprecation", uri, reply);
        warnOnce("Sunset", uri, reply);
    }

    void failed(String method, URI uri, Throwable failure, Duration took) {
        LOG.atDebug()
                .setMessage("{}: {} {} -> no answer ({}) in {} ms")
                .addArgument(tracker)
                .addArgument(method)
                .addArgument(() -> withoutValues(uri))
                .addArgument(failure.getClass().getSimpleName())
                .addArgument(took.toMillis())
                .log();
    }

    void redirected(int status, URI to) {
        LOG.atDebug()
                .setMessage("{}: redirected with {} to {}")
                .addArgument(tracker)
                .addArgument(status)
                .addArgument(() -> withoutValues(to))
                .log();
    }

    private void warnOnce(String header, URI uri, HttpReply<?> reply) {
        var value = reply.header(header).map(text -> Scrubber.scrub(text, List.of()));
        if (value.isPresent() && isNews(header + value.get())) {
            LOG.warn("{}: the tracker announces {}: {} (seen at {})", tracker, header, value.get(), withoutValues(uri));
        }
    }

    private boolean isNews(String warning) {
        synchronized (warned) {
            return warned.size() < MOST_WARNINGS && warned.add(warning);
        }
    }

    private static String withoutValues(URI uri) {
        var query = uri.getRawQuery();
        var path = Scrubber.scrub(uri.getRawPath(), List.of());
        if (query == null) {
            return path;
        }
        return Arrays.stream(query.split("&"))
                .map(parameter -> parameter.replaceFirst("=.*", ""))
                .collect(Collectors.joining("&", path + "?", ""));
    }
}
