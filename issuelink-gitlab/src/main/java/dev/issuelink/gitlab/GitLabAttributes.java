package dev.issuelink.gitlab;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What GitLab told beyond the common fields, by its own names, nested names joined by dots. Fields that GitLab will
 * invent later are among them.
 */
final class GitLabAttributes {
    /** Against answers that nest without end. */
    private static final int DEEPEST = 5;

    private static final int MOST = 400;

    /** These have a place of their own in the model. */
    private static final Set<String> MAPPED = Set.of(
            "id",
            "title",
            "description",
            "body",
            "note",
            "state",
            "created_at",
            "updated_at",
            "closed_at",
            "web_url",
            "user_notes_count");

    /** These differ by who asks, and by the path that was asked. */
    private static final Set<String> UNSTABLE = Set.of("subscribed", "relative", "assignee");

    private final Map<String, String> found = new TreeMap<>();

    private GitLabAttributes() {}

    static Map<String, String> of(GitLabNode wire) {
        var attributes = new GitLabAttributes();
        wire.fields().forEach((name, value) -> {
            if (!MAPPED.contains(name)) {
                attributes.nest(name, name, value, 0);
            }
        });
        return attributes.found;
    }

    private void nest(String path, String name, @Nullable Object value, int depth) {
        if (depth > DEEPEST || UNSTABLE.contains(name)) {
            return;
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, item) -> nest(path + "." + key, String.valueOf(key), item, depth + 1));
        } else if (value instanceof List<?> list) {
            for (var i = 0; i < list.size(); i++) {
                nest(path + "." + i, "", list.get(i), depth + 1);
            }
        } else if (value != null && found.size() < MOST) {
            found.put(path, GitLabNode.plain(value));
        }
    }
}
