package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.User;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for every value that GitHub told in what the adapter made of it. */
final class MappedFields {
    private static final Set<String> USER =
            Set.of("login", "id", "node_id", "type", "avatar_url", "html_url", "site_admin");
    private static final Set<String> LABEL = Set.of("id", "name", "color", "description", "default");
    private static final Set<String> MILESTONE = Set.of("number", "id", "title", "state", "due_on", "closed_at");
    private static final Set<String> USERS = Set.of("user", "closed_by", "assignees");

    private final Set<String> mapped = new HashSet<>();

    static void verify(Map<?, ?> told, Issue issue) {
        var fields = new MappedFields();
        var reference = issue.reference();
        fields.add(issue.key().id(), issue.title(), issue.body(), issue.status().name(), reference.url());
        fields.add(issue.commentCount(), reference.displayKey().substring(1));
        fields.addAll(reference.createdAt().stream().toList());
        fields.addAll(reference.updatedAt().stream().toList());
        fields.addAll(issue.closedAt().stream().toList());
        issue.labels().forEach(label -> {
            fields.add(label.name());
            fields.addAll(label.color().stream().toList());
            fields.addAll(label.description().stream().toList());
        });
        Stream.of(issue.author().stream(), issue.closedBy().stream(), issue.assignees().stream())
                .flatMap(users -> users)
                .forEach(fields::addUser);
        issue.milestone().ifPresent(milestone -> {
            fields.add(milestone.id(), milestone.title(), milestone.state());
            fields.addAll(milestone.dueOn().stream().toList());
        });
        fields.addAll(issue.attributes().values());
        fields.check(told);
    }

    static void verify(Map<?, ?> told, Comment comment) {
        var fields = new MappedFields();
        fields.add(comment.id(), comment.body(), comment.createdAt(), comment.updatedAt());
        fields.addAll(comment.url().stream().toList());
        comment.author().ifPresent(fields::addUser);
        fields.addAll(comment.attributes().values());
        fields.check(told);
    }

    private void addUser(User user) {
        add(user.id(), user.username());
    }

    private void add(Object... values) {
        addAll(List.of(values));
    }

    private void addAll(Collection<?> values) {
        values.forEach(value -> mapped.add(normal(value)));
    }

    private void check(Map<?, ?> told) {
        told.forEach((key, value) -> {
            var name = String.valueOf(key);
            // The singular says what the plural says; the other is why it is no issue.
            if (!Set.of("assignee", "pull_request").contains(name)) {
                check(name, name, value);
            }
        });
    }

    private void check(String path, String root, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, item) -> {
                if (isListed(root, String.valueOf(key))) {
                    check(path + "." + key, root, item);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> check(path, root, item));
        } else if (value != null) {
            assertThat(mapped).as(path).contains(normal(value));
        }
    }

    private static boolean isListed(String root, String key) {
        if (USERS.contains(root)) {
            return USER.contains(key);
        }
        return switch (root) {
            case "labels" -> LABEL.contains(key);
            case "milestone" -> MILESTONE.contains(key);
            default -> !key.endsWith("_url");
        };
    }

    private static String normal(Object value) {
        try {
            return Instant.parse(value.toString()).toString();
        } catch (DateTimeParseException noTime) {
            return value.toString();
        }
    }
}
