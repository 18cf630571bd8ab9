package dev.issuelink.testkit.gitlab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the API: verb, path with variables in braces, and who answers. {@code P} stands for a project. */
record Route(String method, List<String> template, Handler handler) {
    static Route of(String method, String path, Handler handler) {
        return new Route(method, List.of(path.split("/", -1)), handler);
    }

    /** The variables, or null when the path is another. */
    @Nullable
    Map<String, String> match(String verb, List<String> segments) {
        if (!verb.equals(method) || segments.size() != template.size()) {
            return null;
        }
        var variables = new LinkedHashMap<String, String>();
        for (var i = 0; i < segments.size(); i++) {
            var wanted = template.get(i);
            if (wanted.startsWith("{") && !segments.get(i).isEmpty()) {
                variables.put(wanted.substring(1, wanted.length() - 1), segments.get(i));
            } else if (!wanted.equals(segments.get(i))) {
                return null;
            }
        }
        return variables;
    }

    /** Answers one call, under the world's lock. */
    interface Handler {
        Reply answer(Call call);
    }
}
