package dev.issuelink.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.http.Authenticator;
import dev.issuelink.http.TrackerHttp;
import dev.issuelink.model.SyncDirection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers as a test says and remembers what it was asked. */
final class GitHubLoopback implements AutoCloseable {
    static final String WEBHOOK_SECRET = "It's a Secret to Everybody";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(20);
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    private GitHubLoopback(HttpServer server) {
        this.server = server;
    }

    record Asked(String method, String target, Map<String, List<String>> headers, String body) {
        String line() {
            return method + " " + target;
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

        Answer link(String next) {
            var more = new LinkedHashMap<>(headers);
            more.put("Link", List.of("<" + next + ">; rel=\"next\""));
            return new Answer(status, body, more);
        }
    }

    static GitHubLoopback answering(Function<Asked, Answer> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var loopback = new GitHubLoopback(server);
            server.setExecutor(loopback.threads);
            server.createContext("/", exchange -> loopback.answer(exchange, answers));
            server.start();
            return loopback;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    GitHubTestContext context() {
        return contextOf(base().toString());
    }

    static GitHubTestContext contextOf(String baseUrl) {
        var settings = Settings.of(Map.of("owner", "octocat", "repo", "hello", "base_url", baseUrl));
        var token = Settings.of(Map.of("token", new SecretReference("TOKEN")));
        var secrets = List.of(new SecretReference("NEW_HOOK"), new SecretReference("HOOK"));
        var config = TrackerConfig.builder("gh", "github")
                .settings(settings)
                .auth(new AuthConfig("personal_token", token))
                .sync(new SyncConfig(SyncDirection.BIDIRECTIONAL, secrets, Optional.empty(), Duration.ZERO))
                .build();
        return GitHubTestContext.of(config, Map.of("TOKEN", "ghp_canary", "HOOK", WEBHOOK_SECRET));
    }

    static GitHubConnection connect(GitHubTestContext context, Authenticator authenticator) {
        var settings = GitHubSettings.of(context.config());
        var http = TrackerHttp.builder(context, settings.baseUrl())
                .errorReader(new GitHubErrors())
                .rateLimitReader(new GitHubLimits())
                .authenticator(authenticator)
                .build();
        return new GitHubConnection(context, settings, http, new GitHubMapper(settings));
    }

    GitHubConnection connect() {
        return connect(context(), Authenticator.none());
    }

    /** Signed in, for the repository {@code octo/demo}. */
    GitHubAdapter adapter() {
        var config = GitHubTests.config(GitHubTests.settings(base().toString()), true);
        return GitHubTests.connect(config, GitHubTests.TOKEN);
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
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.getResponseHeaders().putAll(answer.headers());
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
