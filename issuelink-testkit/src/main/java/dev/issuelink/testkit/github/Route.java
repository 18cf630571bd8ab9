package dev.issuelink.testkit.github;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the API: verb, path with variables in braces, what it asks of the credential, and who answers. */
record Route(String method, List<String> template, Access access, Handler handler) {

    static Route of(String method, String path, Access access, Handler handler) {
        return new Route(method, List.of(path.split("/", -1)), access, handler);
    }

    /** The variables, or null when the path is another. */
    @Nullable
    Map<String, String> match(String verb, List<String> segments) {
        if (!verb.equals(method) || segments.size() != template.size()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String wanted = template.get(i);
            String given = segments.get(i);
            if (wanted.startsWith("{") && !given.isEmpty()) {
                variables.put(wanted.substring(1, wanted.length() - 1), given);
            } else if (!wanted.equals(given)) {
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
