package dev.issuelink.demo;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * An issue or pull request of an archive. Archives are as untrusted as what they were made from: what is missing, null
 * or of another kind than expected gets a harmless value.
 *
 * @param number its number; 0 if it has none that can be used
 */
record ArchivedIssue(
        int number,
        boolean pull,
        String title,
        String body,
        String author,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> closedAt,
        List<String> labels,
        List<String> assignees,
        List<Comment> comments) {
    /** What GitHub shows of authors whose accounts are gone. */
    private static final String NOBODY = "ghost";

    private static final Instant EARLIEST = Instant.parse("2008-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LARGEST_NUMBER = 1_000_000_000;
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_NAME = 50;

    /** A comment of an archive. */
    record Comment(String author, String body, Instant createdAt) {}

    static ArchivedIssue of(JsonNode node, boolean pull) {
        var given = node.path("number").asInt(0);
        var number = given > 0 && given <= LARGEST_NUMBER ? given : 0;
        var createdAt = time(node, "createdAt").orElse(EARLIEST.plusSeconds(number));
        var closedAt = time(node, "closedAt");
        var state = text(node, "state", LONGEST_NAME);
        var isOpen = state.isEmpty() ? closedAt.isEmpty() : state.equalsIgnoreCase("OPEN");
        var updatedAt = time(node, "updatedAt").or(() -> closedAt).filter(at -> !at.isBefore(createdAt));
        return new ArchivedIssue(
                number,
                pull,
                or(text(node, "title", LONGEST_TITLE), "(no title)"),
                text(node, "body", LONGEST_TEXT),
                author(node),
                createdAt,
                updatedAt.orElse(createdAt),
                isOpen ? Optional.empty() : Optional.of(closedAt.orElse(updatedAt.orElse(createdAt))),
                names(node, "labels"),
                names(node, "assignees"),
                items(node, "comments")
                        .map(comment -> new Comment(
                                author(comment),
                                text(comment, "body", LONGEST_TEXT),
                                time(comment, "createdAt").orElse(createdAt)))
                        .toList());
    }

    /** The title in one line of at most so many UTF-16 units, for trackers that take no other. */
    String titleWithin(int longest) {
        var line = title.replaceAll("\\p{Cntrl}++", " ").strip();
        var half = longest < line.length() && Character.isLowSurrogate(line.charAt(longest));
        return line.substring(0, Math.min(line.length(), half ? longest - 1 : longest));
    }

    private static String author(JsonNode node) {
        return or(text(node, "author", LONGEST_NAME), NOBODY);
    }

    private static List<String> names(JsonNode node, String field) {
        return items(node, field)
                .filter(JsonNode::isString)
                .map(name -> clip(name.asString(), LONGEST_NAME))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> items(JsonNode node, String field) {
        var items = node.path(field);
        return items.isArray() ? StreamSupport.stream(items.spliterator(), false) : Stream.empty();
    }

    static String text(JsonNode node, String field, int longest) {
        var value = node.path(field);
        return value.isString() ? clip(value.asString(), longest) : "";
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        try {
            return Optional.of(Instant.parse(text(node, field, LONGEST_NAME)))
                    .filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }

    private static String clip(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
