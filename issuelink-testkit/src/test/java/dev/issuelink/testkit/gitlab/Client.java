package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A plain HTTP client of one fake with one credential. */
record Client(FakeGitLab gitlab, String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    record Answer(int status, HttpResponse<String> response) {
        String body() {
            return response.body();
        }

        Map<?, ?> object() {
            return (Map<?, ?>) json();
        }

        List<?> list() {
            return (List<?>) json();
        }

        Object field(String name) {
            return object().get(name);
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        Optional<String> next() {
            return header("Link").flatMap(link -> {
                var matcher = NEXT.matcher(link);
                return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
            });
        }

        private Object json() {
            try {
                return Json.read(body());
            } catch (Json.JsonException e) {
                throw new IllegalStateException(body(), e);
            }
        }
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer post(String path, Map<String, ?> body) {
        return send("POST", path, Json.write(body));
    }

    Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, Json.write(body));
    }

    Answer delete(String path) {
        return send("DELETE", path, null);
    }

    private Answer send(String method, String path, String body) {
        var url = path.startsWith("http") ? path : gitlab.baseUrl() + path;
        var content = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .method(method, content)
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("PRIVATE-TOKEN", token);
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
