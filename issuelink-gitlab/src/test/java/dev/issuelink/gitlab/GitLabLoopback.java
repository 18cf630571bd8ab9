package dev.issuelink.gitlab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.issuelink.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers as a test says and remembers what it was asked. */
final class GitLabLoopback implements AutoCloseable {
    static final String TOKEN = "glpat-canary0123456789";
    static final String HOOK_SECRET = "a plain secret";

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final MutableClock clock = MutableClock.create();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer server;

    private GitLabLoopback(HttpServer server) {
        this.server = server;
    }

    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String line() {
            return method + " " + target;
        }

        String path() {
            return target.replaceFirst("\\?.*", "").replaceFirst("/api/v4", "");
        }

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    record Answer(int status, String body, Map<String, List<String>> headers) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }

        static Answer json(String body) {
            return of(200, body);
        }

        Answer with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, List.of(value));
            return new Answer(status, body, more);
        }
    }

    static GitLabLoopback answering(Function<Asked, Answer> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var loopback = new GitLabLoopback(server);
            server.setExecutor(loopback.threads);
            server.createContext("/", exchange -> loopback.answer(exchange, answers));
            server.start();
            return loopback;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Signed in, for the project 42. */
    GitLabAdapter adapter(Object... settings) {
        return adapter("personal_token", settings);
    }

    GitLabAdapter adapter(String authType, Object[] settings) {
        var config = GitLabTests.config(GitLabTests.settings(base(), "42", settings), authType);
        return GitLabTests.connect(config.build(), TOKEN, HOOK_SECRET, clock);
    }

    private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    body);
            asked.add(request);
            var answer = answers.apply(request);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer.headers()
                    .forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
