package dev.issuelink.jira;

import dev.issuelink.model.Marker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Our mark of an issue: a label, by which Jira can search, and a property, which nobody sees and which is the truth.
 * What lists issues on Data Center, and what webhooks tell, holds the label alone.
 */
final class JiraMarkers {
    /** The key of our property, of issues and comments. */
    static final String PROPERTY = "issuelink";

    private static final String PREFIX = "issuelink-";
    private static final String FIELD = "marker";
    private static final Pattern LABEL = Pattern.compile(PREFIX + "([A-Za-z0-9_-]{8,64})");

    private JiraMarkers() {}

    static String label(Marker marker) {
        return PREFIX + marker.value();
    }

    /** The property as a creation takes it. */
    static Map<String, Object> property(Marker marker) {
        return Map.of("key", PROPERTY, "value", value(marker));
    }

    /** What stands in the property. */
    static Map<String, Object> value(Marker marker) {
        return Map.of(FIELD, marker.value());
    }

    /** The mark in the property of an issue. */
    static Optional<Marker> ofProperty(JsonNode issue) {
        return JiraJson.text(issue, "properties", PROPERTY, FIELD).flatMap(JiraMarkers::marker);
    }

    /** The mark in the property of a comment, where properties are a list. */
    static Optional<Marker> ofList(JsonNode comment) {
        return JiraJson.items(comment, "properties").stream()
                .filter(property ->
                        JiraJson.text(property, "key").filter(PROPERTY::equals).isPresent())
                .flatMap(property -> JiraJson.text(property, "value", FIELD).stream())
                .flatMap(value -> marker(value).stream())
                .findFirst();
    }

    /** The mark among labels. */
    static Optional<Marker> ofLabels(List<String> labels) {
        return labels.stream()
                .map(LABEL::matcher)
                .filter(Matcher::matches)
                .map(match -> new Marker(match.group(1)))
                .findFirst();
    }

    static Optional<Marker> marker(String value) {
        return LABEL.matcher(PREFIX + value).matches() ? Optional.of(new Marker(value)) : Optional.empty();
    }
}
