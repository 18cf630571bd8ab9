package dev.issuelink.testkit.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request as it came over the wire; header names in lower case. */
public record WireRequest(String method, String path, String rawQuery, Map<String, String> headers, String body) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public String header(String name, String otherwise) {
        String value = header(name);
        return value == null ? otherwise : value;
    }

    public String accept() {
        return header("accept", "");
    }

    public boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** The decoded parts of the path; a trailing slash leaves an empty last part, which no route matches. */
    public List<String> segments() {
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(1).split("/", -1)) {
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return segments;
    }

    public Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
