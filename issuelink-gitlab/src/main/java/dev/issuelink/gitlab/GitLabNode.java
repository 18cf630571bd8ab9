package dev.issuelink.gitlab;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One object of GitLab's JSON. GitLab changes the forms of its fields between versions, and between its REST API and its
 * webhooks: labels are texts or objects, numbers are texts, times have four forms. So every field is read loosely when it
 * is asked for, and one that has another form counts as absent.
 *
 * @param fields the fields as they came
 */
record GitLabNode(Map<String, @Nullable Object> fields) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /** Takes the whole object. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    GitLabNode {}

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** A text that is not blank, or a number as text. */
    Optional<String> text(String name) {
        var value = fields.get(name);
        return value instanceof String || value instanceof Number
                ? Optional.of(value.toString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** A text as it came, empty if there is none. */
    String words(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    Optional<Long> number(String name) {
        return text(name)
                .map(text -> text.endsWith(".0") ? text.substring(0, text.length() - 2) : text)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf);
    }

    Optional<Boolean> flag(String name) {
        return fields.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    boolean isTrue(String name) {
        return flag(name).orElse(false);
    }

    Optional<Instant> time(String name) {
        return text(name).flatMap(GitLabTimes::parse);
    }

    Optional<GitLabNode> node(String name) {
        return of(fields.get(name));
    }

    /** The objects of a list; one object counts as a list of it. */
    List<GitLabNode> nodes(String name) {
        return items(name).stream()
                .map(GitLabNode::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The items of a list, without nulls. */
    List<Object> items(String name) {
        var value = fields.get(name);
        if (value instanceof List<?> list) {
            var items = new ArrayList<Object>(list.size());
            for (var item : list) {
                if (item != null) {
                    items.add(item);
                }
            }
            return items;
        }
        return value == null ? List.of() : List.of(value);
    }

    /** The texts of a list. */
    List<String> texts(String name) {
        return items(name).stream()
                .filter(item -> item instanceof String || item instanceof Number)
                .map(Object::toString)
                .toList();
    }

    static Optional<GitLabNode> of(@Nullable Object value) {
        if (value instanceof GitLabNode node) {
            return Optional.of(node);
        }
        if (value instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // JSON has no other keys
            var fields = (Map<String, @Nullable Object>) map;
            return Optional.of(new GitLabNode(fields));
        }
        return Optional.empty();
    }

    /** How a plain value is written: numbers without an exponent. */
    static String plain(Object value) {
        return value instanceof Double number
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
