package dev.issuelink.jira;

import dev.issuelink.http.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what Jira wrote, loosely: what is not there, or of another form, is empty. */
final class JiraJson {
    /** Offsets come without a colon, with one, or as Z. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private JiraJson() {}

    /** The text or number at a path of names. */
    static Optional<String> text(JsonNode node, String... path) {
        var found = at(node, path);
        return found.isString() || found.isNumber() || found.isBoolean()
                ? Optional.of(found.asString())
                : Optional.empty();
    }

    /** The same, but never blank. */
    static Optional<String> word(JsonNode node, String... path) {
        return text(node, path).filter(text -> !text.isBlank());
    }

    static boolean flag(JsonNode node, String... path) {
        return at(node, path).asBoolean(false);
    }

    static Optional<Instant> time(JsonNode node, String... path) {
        return text(node, path).flatMap(JiraJson::instant);
    }

    /** What stands at a path of names; a missing node if nothing does. */
    static JsonNode at(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.path(name);
        }
        return found;
    }

    /** The items of an array; none if it is no array. */
    static List<JsonNode> items(JsonNode node, String... path) {
        var items = new ArrayList<JsonNode>();
        var found = at(node, path);
        if (found.isArray()) {
            found.forEach(items::add);
        }
        return items;
    }

    /** The JSON of a text; empty for HTML, truncated bodies and the like. */
    static Optional<JsonNode> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<JsonNode> parse(byte[] json) {
        try {
            return Optional.of(JsonCodec.standard().read(json, JsonNode.class)).filter(node -> !node.isNull());
        } catch (JsonCodec.MalformedJsonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(TIME.parse(text, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
