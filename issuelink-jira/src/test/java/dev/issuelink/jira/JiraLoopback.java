package dev.issuelink.jira;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.testkit.TestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that answers as a test says, for what no fake would answer. */
final class JiraLoopback implements AutoCloseable {
    /** What is answered. */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer json(String body) {
            return new Answer(200, body, Map.of("Content-Type", "application/json"));
        }

        Answer with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, body, more);
        }
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Function<String, Answer> answers;
    private final List<AutoCloseable> adapters = new CopyOnWriteArrayList<>();

    private JiraLoopback(Function<String, Answer> answers) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.answers = answers;
        server.createContext("/", this::answer);
        server.start();
    }

    /** Answers by method and path. */
    static JiraLoopback answering(Function<String, Answer> answers) {
        return new JiraLoopback(answers);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    JiraAdapter adapter(Map<String, ?> more) {
        var auth = new AuthConfig(
                "api_token", Settings.of(Map.of("email", "me@example.com", "token", new SecretReference("TOKEN"))));
        var hook = new SecretReference("HOOK");
        var config = JiraTests.config(
                url(),
                auth,
                more,
                new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(hook), Optional.empty(), Duration.ZERO));
        var context = TestContext.builder(config)
                .secret("TOKEN", "canary-token-0123456789")
                .secret("HOOK", "hook-secret")
                .build();
        var adapter = JiraAdapter.connect(context, JiraTests.quick());
        adapters.add(adapter);
        return adapter;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var request =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            requests.add(request);
            var answer = answers.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        for (var adapter : adapters) {
            try {
                adapter.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        server.stop(0);
    }
}
