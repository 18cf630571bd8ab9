package dev.issuelink.verify.wire;

import dev.issuelink.testkit.internal.WireMockFront;
import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Stands before the fake on loopback and remembers every request, its body too. */
public final class RecordingProxy implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding");

    private final WireMockFront front = new WireMockFront(this::forward);
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Recorded> recorded = new CopyOnWriteArrayList<>();
    private final AtomicReference<UnaryOperator<String>> change = new AtomicReference<>(UnaryOperator.identity());
    private final String target;
    private final String baseUrl;

    /** What was sent; headers are found in any case. */
    public record Recorded(String method, URI uri, Map<String, List<String>> headers, String body) {
        /** The first line. */
        public String line() {
            return method + " " + uri;
        }

        private static Recorded of(WireRequest request, String target) {
            var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
            return new Recorded(request.method(), URI.create(target), headers, request.body());
        }
    }

    private RecordingProxy(String target) {
        this.target = target;
        this.baseUrl = "http://127.0.0.1:" + front.start();
    }

    /** Starts one before a fake at an address. */
    public static RecordingProxy before(String target) {
        return new RecordingProxy(target);
    }

    /** Where it is. */
    public String baseUrl() {
        return baseUrl;
    }

    /** What came so far, oldest first. */
    public List<Recorded> recorded() {
        return recorded;
    }

    /** Changes the bodies of answers from now on. */
    public void changing(UnaryOperator<String> body) {
        change.set(body);
    }

    private WireReply forward(WireRequest sent) {
        var place = sent.path() + (sent.rawQuery().isEmpty() ? "" : "?" + sent.rawQuery());
        recorded.add(Recorded.of(sent, place));
        var request = HttpRequest.newBuilder(URI.create(target + place))
                .method(sent.method(), HttpRequest.BodyPublishers.ofString(sent.body()));
        sent.headers().forEach((name, value) -> {
            if (!NOT_FORWARDED.contains(name)) {
                request.header(name, value);
            }
        });
        try {
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Links lead through here as well. */
    private WireReply answer(HttpResponse<String> reply) {
        var headers = new LinkedHashMap<String, String>();
        reply.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", values).replace(target, baseUrl));
            }
        });
        var body = change.get().apply(reply.body().replace(target, baseUrl));
        return WireReply.of(reply.statusCode(), headers, body);
    }

    @Override
    public void close() {
        front.close();
    }
}
