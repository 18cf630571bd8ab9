package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.User;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks for every value that Jira told in what the adapter made of it. */
final class JiraMappedFields {
    private static final Set<String> ADDRESSES = Set.of("self", "iconUrl", "avatarUrls");

    private final Set<String> mapped = new HashSet<>();

    private JiraMappedFields() {}

    static void verify(JsonNode told, Issue issue) {
        var fields = new JiraMappedFields();
        fields.add(issue.title(), issue.body(), issue.status().name());
        issue.labels().forEach(label -> fields.add(label.name()));
        issue.reference().createdAt().ifPresent(fields::add);
        issue.reference().updatedAt().ifPresent(fields::add);
        issue.attributes().values().forEach(fields::add);
        assertThat(told.path("key").asString("")).isEqualTo(issue.reference().displayKey());
        for (var field : told.path("fields").properties()) {
            switch (field.getKey()) {
                case "comment" ->
                    assertThat(issue.commentCount())
                            .isEqualTo(field.getValue().path("total").asInt(0));
                case "description" ->
                    assertThat(JiraText.read(field.getValue()).text()).isEqualTo(issue.body());
                default -> fields.check(field.getKey(), field.getValue());
            }
        }
    }

    static void verify(JsonNode told, Comment comment) {
        var fields = new JiraMappedFields();
        fields.add(comment.id(), comment.createdAt(), comment.updatedAt());
        comment.author().ifPresent(fields::addUser);
        comment.attributes().values().forEach(fields::add);
        assertThat(JiraText.read(told.path("body")).text()).isEqualTo(comment.body());
        told.properties().stream()
                .filter(field -> !Set.of("body", "author").contains(field.getKey()))
                .forEach(field -> fields.check(field.getKey(), field.getValue()));
    }

    private void addUser(User user) {
        add(user.id(), user.username());
    }

    private void add(Object... values) {
        for (var value : values) {
            mapped.add(value.toString());
        }
    }

    private void check(String path, JsonNode value) {
        if (value.isObject() && value.path("type").asString("").equals("doc")) {
            return;
        }
        if (value.isObject()) {
            value.properties().stream()
                    .filter(field -> !ADDRESSES.contains(field.getKey()))
                    .filter(field -> !path.isEmpty() && !ADDRESSES.contains(path))
                    .forEach(field -> check(path + "." + field.getKey(), field.getValue()));
        } else if (value.isArray()) {
            value.forEach(item -> check(path, item));
        } else if (!value.isNull() && !ADDRESSES.contains(path)) {
            var text = value.asString();
            var time = JiraJson.time(value).map(Object::toString).orElse(text);
            assertThat(mapped.contains(text) || mapped.contains(time))
                    .as(path + " = " + text)
                    .isTrue();
        }
    }
}
