package dev.issuelink.jira;

import dev.issuelink.error.FieldFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Turns the text of a field into what Jira wants there. */
final class JiraFieldValue {
    private static final Pattern CHILD = Pattern.compile("\\s{0,10}>\\s{0,10}");

    private JiraFieldValue() {}

    /** The text is nothing that the field takes. */
    static final class UnfitException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient FieldFault fault;

        UnfitException(JiraField field, String problem) {
            super(problem);
            this.fault = new FieldFault(field.id(), "invalid", problem);
        }

        FieldFault fault() {
            return fault;
        }
    }

    static Object of(JiraKind kind, JiraField field, String text) throws UnfitException {
        if (field.isRich()) {
            return JiraText.description(kind, text).wire();
        }
        return field.type().equals("array") ? list(kind, field, text) : one(kind, field, field.type(), text);
    }

    private static Object list(JiraKind kind, JiraField field, String text) throws UnfitException {
        var given = JiraJson.parse(text).filter(JsonNode::isArray);
        if (given.isPresent()) {
            return given.get();
        }
        var items = new ArrayList<Object>();
        for (var item : Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            if (!item.isEmpty()) {
                items.add(one(kind, field, field.itemType(), item));
            }
        }
        return List.copyOf(items);
    }

    private static Object one(JiraKind kind, JiraField field, String type, String text) throws UnfitException {
        return switch (type) {
            case "string", "date", "datetime" -> text;
            case "number" -> number(field, text);
            case "user" -> Map.of(kind.isCloud() ? "accountId" : "name", text);
            case "option" -> chosen(field, "value", text);
            case "option-with-child" -> cascade(field, text);
            case "issuelink" -> Map.of("key", text);
            case "project" -> chosen(field, "key", text);
            case "priority", "resolution", "version", "component", "securitylevel", "issuetype", "group" ->
                chosen(field, "name", text);
            default -> JiraJson.parse(text).<Object>map(json -> json).orElse(text);
        };
    }

    private static Object number(JiraField field, String text) throws UnfitException {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException noNumber) {
            throw new UnfitException(field, "\"" + text + "\" is no number.");
        }
    }

    /** By its id where Jira told what may be chosen: names are translated. */
    private static Object chosen(JiraField field, String by, String text) throws UnfitException {
        var choice = field.choice(text);
        var id = choice.flatMap(found -> JiraJson.word(found, "id"));
        if (choice.isEmpty() && !field.allowed().isEmpty()) {
            throw new UnfitException(field, "\"" + text + "\" is none of " + field.choices() + ".");
        }
        return id.isPresent() ? Map.of("id", id.get()) : Map.of(by, text);
    }

    private static Object cascade(JiraField field, String text) throws UnfitException {
        var parts = CHILD.split(text, 2);
        var parent = chosen(field, "value", parts[0]);
        if (parts.length == 1) {
            return parent;
        }
        var child = Map.<String, Object>of("value", parts[1]);
        var entry = ((Map<?, ?>) parent).entrySet().iterator().next();
        return Map.of(
                String.valueOf(entry.getKey()),
                Optional.ofNullable(entry.getValue()).orElse(""),
                "child",
                child);
    }
}
