package dev.issuelink.http;

import dev.issuelink.http.internal.PercentEncoding;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The configured address of a tracker, and how calls are put below it. */
record BaseUrl(String prefix, Origin origin) {
    static BaseUrl of(URI uri) {
        var origin = Origin.of(uri);
        var web = origin.scheme().equals("http") || origin.scheme().equals("https");
        if (!web || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the base URL must be http or https with a host, and without query, fragment or user");
        }
        return new BaseUrl(uri.toString().replaceAll("/+$", ""), origin);
    }

    URI of(HttpCall call) {
        var state = call.state();
        var url = state.absolute() == null
                ? prefix + path(state.segments())
                : state.absolute().toString();
        var query = query(state.query());
        return URI.create(query.isEmpty() ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + query);
    }

    private static String path(List<String> segments) {
        return segments.stream()
                .map(segment -> "/" + PercentEncoding.encode(segment))
                .collect(Collectors.joining());
    }

    private static String query(List<HttpCall.Query> query) {
        return query.stream()
                .map(one -> PercentEncoding.encode(one.name()) + "=" + PercentEncoding.encode(one.value()))
                .collect(Collectors.joining("&"));
    }
}
