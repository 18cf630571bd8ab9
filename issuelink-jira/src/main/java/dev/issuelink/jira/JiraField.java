package dev.issuelink.jira;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A field of a screen, as Jira describes it.
 *
 * @param id by which writes name it
 * @param name what people call it
 * @param required whether it must be given
 * @param schema what it holds
 * @param allowed what may be chosen; empty for anything
 */
record JiraField(String id, String name, boolean required, JsonNode schema, List<JsonNode> allowed) {
    private static final int MOST_CHOICES = 10;

    /** Copies the components. */
    JiraField {
        allowed = List.copyOf(allowed);
    }

    /** One that Jira fills by itself is not required. */
    static Optional<JiraField> of(JsonNode wire, String otherwise) {
        var id = JiraJson.word(wire, "fieldId")
                .or(() -> JiraJson.word(wire, "key"))
                .orElse(otherwise);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new JiraField(
                        id,
                        JiraJson.text(wire, "name").orElse(id),
                        JiraJson.flag(wire, "required") && !JiraJson.flag(wire, "hasDefaultValue"),
                        wire.path("schema"),
                        JiraJson.items(wire, "allowedValues")));
    }

    /** The field that an id or a name means; ids come first. */
    static Optional<JiraField> find(List<JiraField> fields, String idOrName) {
        return fields.stream()
                .filter(field -> field.id.equals(idOrName))
                .findFirst()
                .or(() -> fields.stream()
                        .filter(field -> field.name.equalsIgnoreCase(idOrName))
                        .findFirst());
    }

    String type() {
        return JiraJson.text(schema, "type").orElse("");
    }

    /** What the items of a list are. */
    String itemType() {
        return JiraJson.text(schema, "items").orElse("");
    }

    /** Whether it holds a text of many lines, which is a document on Cloud. */
    boolean isRich() {
        var custom = JiraJson.text(schema, "custom").orElse("");
        return custom.endsWith(":textarea") || id.equals("description") || id.equals("environment");
    }

    /** The choice of that name, value or id. */
    Optional<JsonNode> choice(String text) {
        return allowed.stream()
                .filter(choice -> labels(choice).anyMatch(text::equalsIgnoreCase))
                .findFirst();
    }

    /** What may be chosen, for people. */
    String choices() {
        var names = allowed.stream()
                .limit(MOST_CHOICES)
                .flatMap(choice -> labels(choice).limit(1))
                .collect(Collectors.joining(", "));
        return allowed.size() > MOST_CHOICES ? names + ", …" : names;
    }

    private static Stream<String> labels(JsonNode choice) {
        return Stream.of("name", "value", "key", "id").flatMap(name -> JiraJson.word(choice, name).stream());
    }

    /** The field and its choices, for people. */
    @Override
    public String toString() {
        var title = name.equals(id) ? id : name + " (" + id + ")";
        return allowed.isEmpty() ? title : title + ": one of " + choices();
    }
}
