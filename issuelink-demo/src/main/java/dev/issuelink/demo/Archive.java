package dev.issuelink.demo;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An archive of a repository's issues: one JSON object with {@code repo}, {@code labels}, {@code issues} and
 * {@code pulls}. It is read in one pass, holding one issue at a time.
 */
final class Archive {
    /** Is given what an archive holds, in its order. */
    interface Visitor {
        /** Told once, if at all, and before the issues, if the archive names it there. */
        void repository(String owner, String name);

        void label(String name, String color, String description);

        void issue(ArchivedIssue issue);
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern REPOSITORY = Pattern.compile("([A-Za-z0-9-]{1,39})/([A-Za-z0-9._-]{1,100})");
    private static final Pattern COLOR = Pattern.compile("[0-9a-fA-F]{6}");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DESCRIPTION = 100;

    private final Input input;

    Archive(Input input) {
        this.input = input;
    }

    void read(Visitor visitor) {
        try (var in = input.open();
                var parser = JSON.createParser(in)) {
            readObject(parser, visitor);
        } catch (IOException e) {
            throw input.unreadable(e);
        } catch (JacksonException e) {
            throw e.getCause() instanceof IOException io ? input.unreadable(io) : malformed(e);
        }
    }

    private void readObject(JsonParser parser, Visitor visitor) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new DemoFailure(input.name() + " is no archive of issues: it should hold a JSON object.");
        }
        var lists = 0;
        for (var field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            switch (field) {
                case "repo" -> readRepository(parser, visitor);
                case "labels" -> readEach(parser, field, node -> readLabel(node, visitor));
                case "issues" -> {
                    lists++;
                    readEach(parser, field, node -> visitor.issue(ArchivedIssue.of(node, false)));
                }
                case "pulls" -> readEach(parser, field, node -> visitor.issue(ArchivedIssue.of(node, true)));
                default -> parser.skipChildren();
            }
        }
        if (lists == 0) {
            throw new DemoFailure(input.name() + " is no archive of issues: it holds no \"issues\".");
        }
        if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
            throw new DemoFailure(input.name() + " is no archive of issues: something follows the JSON object.");
        }
    }

    private void readEach(JsonParser parser, String field, Consumer<JsonNode> reader) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new DemoFailure(input.name() + " is no archive of issues: \"" + field + "\" should be a list.");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = parser.readValueAsTree();
            reader.accept(node);
        }
    }

    private static void readRepository(JsonParser parser, Visitor visitor) {
        JsonNode node = parser.readValueAsTree();
        var match = REPOSITORY.matcher(node.isString() ? node.asString() : "");
        if (match.matches()) {
            visitor.repository(match.group(1), match.group(2));
        }
    }

    private static void readLabel(JsonNode node, Visitor visitor) {
        var name = ArchivedIssue.text(node, "name", LONGEST_NAME);
        var color = ArchivedIssue.text(node, "color", LONGEST_NAME);
        if (!name.isBlank()) {
            visitor.label(
                    name,
                    COLOR.matcher(color).matches() ? color : "ededed",
                    ArchivedIssue.text(node, "description", LONGEST_DESCRIPTION));
        }
    }

    private DemoFailure malformed(JacksonException e) {
        var place = e.getLocation();
        return new DemoFailure(
                "%s is not valid JSON: see line %d, column %d."
                        .formatted(input.name(), place.getLineNr(), place.getColumnNr()),
                e);
    }
}
