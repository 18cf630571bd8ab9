package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plain HTTP client of one fake with one credential. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final FakeGitHub github;
    private final String token;

    Client(FakeGitHub github, String token) {
        this.github = github;
        this.token = token;
    }

    Answer get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    Answer post(String path, Map<String, ?> body) throws Exception {
        return send("POST", path, Json.write(body));
    }

    Answer put(String path, Map<String, ?> body) throws Exception {
        return send("PUT", path, Json.write(body));
    }

    Answer patch(String path, Map<String, ?> body) throws Exception {
        return send("PATCH", path, Json.write(body));
    }

    Answer delete(String path) throws Exception {
        return send("DELETE", path, null);
    }

    Answer send(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        String url = path.startsWith("http") ? path : github.baseUrl() + path;
        HttpRequest.BodyPublisher content =
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(20))
                .method(method, content)
                .header("User-Agent", "tests");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response);
    }

    /** All pages from here on, by following {@code next}. */
    List<Answer> pages(String path) throws Exception {
        List<Answer> pages = new ArrayList<>();
        for (String next = path;
                next != null;
                next = pages.get(pages.size() - 1).link("next")) {
            pages.add(get(next));
        }
        return pages;
    }

    record Answer(int status, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String body() {
            return response.body();
        }

        Object json() throws Exception {
            return Json.read(response.body());
        }

        List<?> list() throws Exception {
            return (List<?>) json();
        }

        /** A value by a dotted path; numbers index lists. */
        Object at(String path) throws Exception {
            Object value = json();
            for (String step : path.split("\\.")) {
                value = value instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : ((Map<?, ?>) value).get(step);
            }
            return value;
        }

        /** One field of every element of the list in the body. */
        List<Object> each(String field) throws Exception {
            List<Object> values = new ArrayList<>();
            for (Object item : list()) {
                values.add(((Map<?, ?>) item).get(field));
            }
            return values;
        }

        String link(String relation) {
            Matcher links = LINK.matcher(response.headers().firstValue("Link").orElse(""));
            while (links.find()) {
                if (links.group(2).equals(relation)) {
                    return links.group(1);
                }
            }
            return null;
        }
    }
}
