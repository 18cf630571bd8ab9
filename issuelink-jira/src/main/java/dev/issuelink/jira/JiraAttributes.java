package dev.issuelink.jira;

import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** What else Jira told of something, by Jira's own names: nested names are joined by dots, places in lists too. */
final class JiraAttributes {
    private static final int MOST = 1_000;
    private static final int LONGEST = 32_768;
    private static final int DEEPEST = 8;
    /** Addresses of interfaces and pictures say nothing of the thing itself. */
    private static final Set<String> LEFT_OUT = Set.of("self", "iconUrl", "avatarUrls");

    private final BiConsumer<String, String> sink;
    private int left = MOST;

    private JiraAttributes(BiConsumer<String, String> sink) {
        this.sink = sink;
    }

    /**
     * Tells all that an object holds.
     *
     * @param object the object
     * @param known names that are told elsewhere
     * @param sink who is told
     */
    static void of(JsonNode object, Set<String> known, BiConsumer<String, String> sink) {
        var attributes = new JiraAttributes(sink);
        object.properties().stream()
                .filter(entry -> !known.contains(entry.getKey()) && !LEFT_OUT.contains(entry.getKey()))
                .forEach(entry -> attributes.tell(entry.getKey(), entry.getValue(), 0));
    }

    private void tell(String name, JsonNode value, int depth) {
        if (left <= 0 || depth > DEEPEST) {
            return;
        }
        if (value.isObject()) {
            if (value.path("type").asString("").equals("doc")) {
                say(name, JiraText.read(value).text());
                return;
            }
            value.properties().stream()
                    .filter(entry -> !LEFT_OUT.contains(entry.getKey()))
                    .forEach(entry -> tell(name + "." + entry.getKey(), entry.getValue(), depth + 1));
        } else if (value.isArray()) {
            for (var at = 0; at < value.size(); at++) {
                tell(name + "." + at, value.get(at), depth + 1);
            }
        } else if (!value.isNull() && !value.isMissingNode()) {
            say(name, value.asString());
        }
    }

    private void say(String name, String value) {
        left--;
        sink.accept(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…");
    }
}
