package dev.issuelink.gitlab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what deliveries tell of issues and notes into the form of the REST API: names that differ, people who stand
 * beside the issue, and the addresses of images, which GitLab makes absolute in deliveries alone.
 *
 * @param settings what is configured
 */
record GitLabHookIssue(GitLabSettings settings) {
    private static final Pattern IMAGE =
            Pattern.compile("(!\\[[^\\]\\n]{0,500}]\\()(https?://[^\\s)]{1,2000})/uploads/");

    /**
     * An issue.
     *
     * @param attributes what is told of it
     * @param body the whole delivery
     */
    GitLabNode issue(GitLabNode attributes, GitLabNode body) {
        var fields = new LinkedHashMap<String, @Nullable Object>(attributes.fields());
        fields.remove("action");
        fields.remove("url");
        var project = body.node("project");
        put(fields, "web_url", attributes.text("url"));
        attributes
                .text("iid")
                .ifPresent(iid -> project.flatMap(told -> told.text("path_with_namespace"))
                        .ifPresent(path -> fields.put("references", Map.of("full", path + "#" + iid))));
        if (!attributes.has("project_id")) {
            put(fields, "project_id", project.flatMap(told -> told.number("id")));
        }
        if (attributes.words("state").isEmpty()) {
            put(fields, "state", attributes.number("state_id").map(GitLabHookIssue::state));
        }
        // Beside the issue they are whole; within it older versions have none.
        fields.put("labels", attributes.has("labels") ? attributes.items("labels") : body.items("labels"));
        var assignees = assignees(attributes, body);
        fields.put("assignees", assignees);
        put(fields, "author", author(attributes, body));
        fields.put("description", relative(attributes.words("description"), body));
        if (!isWhole(attributes, body, assignees)) {
            fields.remove("updated_at");
        }
        return new GitLabNode(fields);
    }

    /**
     * Whether labels and people are told. With notes, people are told by their numbers only. Such a sight of an issue must
     * not pass for its latest, so it bears no time.
     */
    private static boolean isWhole(
            GitLabNode attributes, GitLabNode body, List<Map<String, @Nullable Object>> assignees) {
        var known =
                assignees.stream().filter(person -> person.get("id") != null).count();
        return (attributes.has("labels") || body.has("labels"))
                && attributes.has("title")
                && attributes.fields().containsKey("description")
                && ids(attributes).size() == known
                && known == assignees.size();
    }

    private static List<Object> ids(GitLabNode attributes) {
        return attributes.has("assignee_ids") ? attributes.items("assignee_ids") : attributes.items("assignee_id");
    }

    /** A note. */
    GitLabNode note(GitLabNode attributes, GitLabNode body) {
        var fields = new LinkedHashMap<String, @Nullable Object>(attributes.fields());
        fields.remove("action");
        fields.put("note", relative(attributes.words("note"), body));
        put(fields, "author", author(attributes, body));
        return new GitLabNode(fields);
    }

    /** Who acts is told whole, the author by number only. */
    private static Optional<Map<String, @Nullable Object>> author(GitLabNode attributes, GitLabNode body) {
        var id = attributes.number("author_id");
        var people = new ArrayList<GitLabNode>(body.nodes("user"));
        people.addAll(body.nodes("assignees"));
        return people.stream()
                .filter(person -> id.isPresent() && person.number("id").equals(id))
                .findFirst()
                .map(GitLabNode::fields);
    }

    /** Older versions tell the people without their numbers, and those beside them in the same order. */
    private static List<Map<String, @Nullable Object>> assignees(GitLabNode attributes, GitLabNode body) {
        var people = body.has("assignees") ? body.nodes("assignees") : body.nodes("assignee");
        var ids = ids(attributes);
        var found = new ArrayList<Map<String, @Nullable Object>>();
        for (var i = 0; i < people.size(); i++) {
            var fields =
                    new LinkedHashMap<String, @Nullable Object>(people.get(i).fields());
            if (!fields.containsKey("id") && people.size() == 1 && ids.size() == 1) {
                fields.put("id", ids.get(0));
            }
            found.add(fields);
        }
        return found;
    }

    private static String state(long id) {
        return id == 1 ? "opened" : id == 2 ? "closed" : "";
    }

    /** As it stands in the project: {@code /uploads/…}. */
    private String relative(String text, GitLabNode body) {
        var project = body.node("project");
        var web = project.flatMap(told -> told.text("web_url"));
        var numbered = project.flatMap(told -> told.text("id")).map(id -> settings.webRoot() + "/-/project/" + id);
        return text.contains("/uploads/")
                ? IMAGE.matcher(text)
                        .replaceAll(image -> isOurs(image.group(2), web, numbered)
                                ? Matcher.quoteReplacement(Objects.requireNonNull(image.group(1)) + "/uploads/")
                                : Matcher.quoteReplacement(image.group()))
                : text;
    }

    private static boolean isOurs(String address, Optional<String> web, Optional<String> numbered) {
        return web.filter(address::equals).isPresent()
                || numbered.filter(address::equals).isPresent();
    }

    private static void put(Map<String, @Nullable Object> fields, String name, Optional<?> value) {
        value.ifPresent(found -> fields.put(name, found));
    }
}
