package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Comment;
import dev.issuelink.model.Issue;
import dev.issuelink.model.User;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for every value that GitLab told in what the adapter made of it. */
final class MappedFields {
    /** The singular says what the plural says; these two depend on who asks, and how. */
    private static final Set<String> LEFT_OUT = Set.of("assignee", "subscribed", "relative");

    private final Set<String> mapped = new HashSet<>();

    static void verify(GitLabNode told, Issue issue) {
        var fields = new MappedFields();
        var reference = issue.reference();
        fields.add(issue.key().id(), issue.title(), issue.body(), issue.status().name(), reference.url());
        fields.add(issue.commentCount(), reference.displayKey().replaceFirst(".*#", ""), reference.project());
        fields.addAll(reference.createdAt().stream().toList());
        fields.addAll(reference.updatedAt().stream().toList());
        fields.addAll(issue.closedAt().stream().toList());
        issue.labels().forEach(label -> fields.add(label.name()));
        Stream.of(issue.author().stream(), issue.closedBy().stream(), issue.assignees().stream())
                .flatMap(users -> users)
                .forEach(fields::addUser);
        fields.addAll(issue.attributes().values());
        fields.check("issue", told.fields());
    }

    static void verify(GitLabNode told, Comment comment) {
        var fields = new MappedFields();
        fields.add(comment.id(), comment.body(), comment.createdAt(), comment.updatedAt());
        fields.addAll(comment.url().stream().toList());
        comment.author().ifPresent(fields::addUser);
        fields.addAll(comment.attributes().values());
        fields.check("note", told.fields());
    }

    /** What is read for a few fields only: all the rest must be kept by their names. */
    static void verifyKept(GitLabNode told, Object... values) {
        var fields = new MappedFields();
        fields.add(values);
        fields.addAll(GitLabAttributes.of(told).values());
        fields.check("object", told.fields());
    }

    private void addUser(User user) {
        add(user.id(), user.username());
        addAll(user.displayName().stream().toList());
        addAll(user.email().stream().toList());
    }

    private void add(Object... values) {
        addAll(List.of(values));
    }

    private void addAll(Collection<?> values) {
        values.forEach(value -> mapped.add(normal(value)));
    }

    private void check(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((key, item) -> {
                if (!LEFT_OUT.contains(String.valueOf(key))) {
                    check(path + "." + key, item);
                }
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> check(path, item));
        } else if (value != null) {
            assertThat(mapped).as(path).contains(normal(value));
        }
    }

    private static String normal(Object value) {
        var text = GitLabNode.plain(value);
        return GitLabTimes.parse(text).map(Object::toString).orElse(text);
    }
}
