package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the screen of a transition gets.
 *
 * @param fields the values to be sent, by the id of the field
 * @param missing the fields that it asks for and that there is no value for, for people
 */
record JiraScreen(Map<String, Object> fields, List<String> missing) {
    private static final int MOST_CHOICES = 10;

    /** Copies the components. */
    JiraScreen {
        fields = Map.copyOf(fields);
        missing = List.copyOf(missing);
    }

    /** Where values come from. */
    interface Values {
        /**
         * The value of a field.
         *
         * @param id the field's id
         * @param field what Jira tells of it: name, schema, what may be chosen
         * @return what to send; empty if nothing is configured or what is may not be chosen
         */
        Optional<Object> of(String id, JsonNode field);
    }

    /**
     * Fills a screen: with all that it asks for, and with the resolution if it shows one. A field that Jira fills by
     * itself is left to it.
     *
     * @param fields the fields of the screen as Jira lists them with a transition; nothing if it has no screen
     * @param values where values come from
     * @return what was found
     */
    static JiraScreen fill(JsonNode fields, Values values) {
        Map<String, Object> filled = new LinkedHashMap<>();
        var missing = new ArrayList<String>();
        for (var each : fields.properties()) {
            var field = each.getValue();
            var required = field.path("required").asBoolean(false)
                    && !field.path("hasDefaultValue").asBoolean(false);
            if (required || each.getKey().equals("resolution")) {
                var value = values.of(each.getKey(), field);
                value.ifPresent(found -> filled.put(each.getKey(), found));
                if (required && value.isEmpty()) {
                    missing.add(named(each.getKey(), field));
                }
            }
        }
        return new JiraScreen(filled, missing);
    }

    private static String named(String id, JsonNode field) {
        var name = field.path("name").stringValue(id);
        var choices = field.path("allowedValues")
                .valueStream()
                .map(choice ->
                        choice.path("name").stringValue(choice.path("value").stringValue("")))
                .filter(choice -> !choice.isEmpty())
                .limit(MOST_CHOICES)
                .toList();
        return "\"" + name + "\"" + (name.equals(id) ? "" : " (" + id + ")")
                + (choices.isEmpty() ? "" : " (one of " + String.join(", ", choices) + ")");
    }
}
