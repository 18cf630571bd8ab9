package dev.issuelink.testkit.jira;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that the fake knows; a star stands for any part. */
record Route(String method, List<String> template, Handler handler) {

    /** Answers requests of a route. */
    interface Handler {
        Answer answer(Call call) throws Refusal;
    }

    static Route of(String method, String template, Handler handler) {
        return new Route(method, List.of(template.split("/", -1)), handler);
    }

    /** What stands where the template has stars; null if the address is another. */
    @Nullable
    List<String> match(String verb, List<String> segments) {
        if (!verb.equals(method) || segments.size() != template.size()) {
            return null;
        }
        var parts = new ArrayList<String>();
        for (var at = 0; at < segments.size(); at++) {
            if (template.get(at).equals("*")) {
                parts.add(segments.get(at));
            } else if (!template.get(at).equals(segments.get(at))) {
                return null;
            }
        }
        return parts;
    }
}
