package dev.issuelink.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on loopback that answers as a test says, for what no fake should do. */
final class ScriptedGitHub implements AutoCloseable {
    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What was asked. */
    record Request(String method, String target, String body) {}

    /** What is answered. */
    record Response(int status, String body, Map<String, List<String>> headers) {
        static Response json(String body) {
            return new Response(200, body, Map.of());
        }

        static Response of(int status, String body) {
            return new Response(status, body, Map.of());
        }

        Response next(String url) {
            return new Response(status, body, Map.of("Link", List.of("<" + url + ">; rel=\"next\"")));
        }
    }

    private ScriptedGitHub(HttpServer server) {
        this.server = server;
    }

    static ScriptedGitHub start(Function<Request, Response> script) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var scripted = new ScriptedGitHub(server);
            server.createContext("/", exchange -> scripted.answer(exchange, script));
            server.start();
            return scripted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    GitHubAdapter adapter() {
        return GitHubTests.connect(GitHubTests.config(GitHubTests.settings(baseUrl()), true), GitHubTests.TOKEN);
    }

    List<Request> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange, Function<Request, Response> script) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), body);
            requests.add(request);
            var response = script.apply(request);
            exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json; charset=utf-8"));
            response.headers().forEach(exchange.getResponseHeaders()::put);
            var bytes = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** An issue as GitHub writes it. */
    static String issue(long id, long number, String title, String updatedAt) {
        return """
                {"id": %d, "number": %d, "title": "%s", "state": "open", "updated_at": "%s",
                 "created_at": "2026-01-01T00:00:00Z", "html_url": "https://github.com/octo/demo/issues/%d",
                 "repository_url": "https://api.github.com/repos/octo/demo"}""".formatted(id, number, title, updatedAt, number);
    }
}
