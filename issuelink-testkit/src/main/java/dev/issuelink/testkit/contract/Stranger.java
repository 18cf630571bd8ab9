package dev.issuelink.testkit.contract;

import dev.issuelink.testkit.internal.WireMockFront;
import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** A host that is not the tracker. Remembers which headers it got beyond those that every client sends. */
final class Stranger implements AutoCloseable {
    private static final Set<String> USUAL = Set.of(
            "host",
            "connection",
            "user-agent",
            "accept",
            "accept-encoding",
            "content-type",
            "content-length",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    private final WireMockFront front = new WireMockFront(this::answer);
    private final Set<String> told = new ConcurrentSkipListSet<>();
    private final URI address;

    Stranger() {
        // Another port is another host, and so is another name.
        address = URI.create("http://localhost:" + front.start() + "/elsewhere");
    }

    URI address() {
        return address;
    }

    Set<String> toldBy() {
        return told;
    }

    private WireReply answer(WireRequest request) {
        request.headers().keySet().stream()
                .filter(name -> !USUAL.contains(name))
                .forEach(told::add);
        return WireReply.of(200, Map.of("Content-Type", "application/json"), "{}");
    }

    @Override
    public void close() {
        front.close();
    }
}
