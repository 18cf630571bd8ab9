package dev.issuelink.github;

import dev.issuelink.github.GitHubLoopback.Answer;
import dev.issuelink.http.JsonCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A recorded question and answer of the real GitHub. */
record RecordedExchange(
        String method,
        String url,
        int status,
        Map<String, List<String>> headers,
        @Nullable Object body) {
    private static final Set<String> OF_TRANSPORT =
            Set.of("content-length", "transfer-encoding", "content-encoding", "connection", "link", "status", "date");

    static List<RecordedExchange> read(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var isList = new String(bytes, StandardCharsets.UTF_8).stripLeading().startsWith("[");
        var text = isList
                ? bytes
                : ("[" + new String(bytes, StandardCharsets.UTF_8) + "]").getBytes(StandardCharsets.UTF_8);
        return JsonCodec.standard().readList(new java.io.ByteArrayInputStream(text), Map.class).stream()
                .map(RecordedExchange::of)
                .toList();
    }

    private static RecordedExchange of(Map<?, ?> json) {
        var request = (Map<?, ?>) Objects.requireNonNull(json.get("request"));
        var response = (Map<?, ?>) Objects.requireNonNull(json.get("response"));
        var headers = new LinkedHashMap<String, List<String>>();
        ((Map<?, ?>) Objects.requireNonNull(response.get("headers")))
                .forEach((name, value) -> headers.put(
                        name.toString(),
                        value instanceof List<?> list
                                ? list.stream().map(Object::toString).toList()
                                : List.of(String.valueOf(value))));
        return new RecordedExchange(
                String.valueOf(request.get("method")),
                String.valueOf(request.get("url")),
                ((Number) Objects.requireNonNull(response.get("status"))).intValue(),
                headers,
                response.get("body"));
    }

    String path() {
        return url.replaceFirst("\\?.*", "");
    }

    String project() {
        var matcher = java.util.regex.Pattern.compile("/repos/([^/]+/[^/]+).*").matcher(path());
        return matcher.matches() ? matcher.group(1) : "octo/demo";
    }

    String bodyText() {
        return body instanceof String text
                ? text
                : new String(
                        JsonCodec.standard().write(Objects.requireNonNullElse(body, Map.of())), StandardCharsets.UTF_8);
    }

    /** The answer as it came over the wire, but without the parts that belong to the transport of then. */
    Answer response() {
        var kept = headers.entrySet().stream()
                .filter(header -> !OF_TRANSPORT.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .filter(header -> header.getValue().stream().noneMatch(value -> value.contains("{{")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Answer(status, bodyText(), kept);
    }

    /** The objects in the answer: its items, or itself. */
    List<Map<?, ?>> objects() {
        var all = body instanceof Map<?, ?> map && map.get("items") instanceof List<?> items ? items : body;
        return all instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList()
                : List.of((Map<?, ?>) Objects.requireNonNull(all));
    }
}
