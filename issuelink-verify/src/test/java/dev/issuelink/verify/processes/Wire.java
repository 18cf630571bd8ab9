package dev.issuelink.verify.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way of one process to the tracker: who sent a request is known by the way that it came. When it is cut, what
 * arrived is still carried out, and nothing comes after it.
 */
final class Wire implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "upgrade", "http2-settings", "transfer-encoding");
    private static final Pattern MARKER = Pattern.compile("issuelink:([A-Za-z0-9_-]{8,64})");
    private static final Pattern TITLE = Pattern.compile("\"title\":\"([^\"]*+)\"");

    private final HttpServer server;
    private final ExecutorService handlers = Executors.newFixedThreadPool(8, Wire::thread);
    private final HttpClient client;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final String target;

    /**
     * A write that reached the tracker.
     *
     * @param key by what it is known: the marker in it, or the title that it sets
     * @param from when it arrived, by {@link System#nanoTime()}
     * @param until when the tracker had answered, and before the answer left
     */
    record Sent(String method, String path, String key, int status, long from, long until) {
        boolean isIn(String repository) {
            return path.startsWith("/repos/" + Setting.OWNER + "/" + repository + "/");
        }

        /** What must be written by one at a time: the opening of issues in a repository, or an issue. */
        String lane() {
            return path.endsWith("/comments") ? path.substring(0, path.lastIndexOf('/')) : path;
        }
    }

    private Wire(HttpServer server, HttpClient client, String target) {
        this.server = server;
        this.client = client;
        this.target = target;
    }

    static Wire to(String target, HttpClient client) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var wire = new Wire(server, client, target);
            server.createContext("/", wire::forward);
            server.setExecutor(wire.handlers);
            server.start();
            return wire;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The writes that reached the tracker. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            var from = System.nanoTime();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var reply = client.send(request(exchange, body), HttpResponse.BodyHandlers.ofString());
            note(exchange, body, reply.statusCode(), from);
            answer(exchange, reply);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(HttpExchange exchange, String body, int status, long from) {
        if (!exchange.getRequestMethod().equals("GET")) {
            sent.add(new Sent(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    key(body),
                    status,
                    from,
                    System.nanoTime()));
        }
    }

    private static String key(String body) {
        var marker = last(MARKER.matcher(body));
        return marker.isEmpty() ? last(TITLE.matcher(body)) : marker;
    }

    private static String last(Matcher matcher) {
        var found = "";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }

    private HttpRequest request(HttpExchange exchange, String body) {
        var request = HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofString(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    // Links lead through here as well. Addresses in bodies stay as they are: they must be the same for all processes.
    private void answer(HttpExchange exchange, HttpResponse<String> reply) throws IOException {
        reply.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders()
                        .put(
                                name,
                                values.stream()
                                        .map(value -> value.replace(target, baseUrl()))
                                        .toList());
            }
        });
        var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.statusCode(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Cuts the wire and waits until what arrived is carried out. */
    @Override
    public void close() {
        server.stop(0);
        handlers.shutdown();
        try {
            if (!handlers.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new AssertionError("The tracker still works on what arrived");
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
