package dev.issuelink.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.StandardRules;
import dev.issuelink.model.Priority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the document on events equal to the catalogue. What should stand there is written to the build's folder. */
class EventDocumentTest {
    private static final String MARK = "<!-- Below: the catalogue. A test compares it. -->\n";
    private static final Path DOCUMENT = Path.of("..", "docs", "events.md");

    @Test
    void theDocumentShowsTheCatalogue() throws IOException {
        var catalogue = catalogue();
        Files.writeString(Path.of("target", "events.md"), catalogue);
        var document = Files.readString(DOCUMENT).replace("\r\n", "\n");

        assertThat(document).contains(MARK);
        assertThat(document.substring(document.indexOf(MARK) + MARK.length()))
                .as("docs/events.md below its mark; it should be as issuelink-api/target/events.md")
                .isEqualTo(catalogue);
    }

    private static String catalogue() {
        var text = new StringBuilder("\n## Types\n\n");
        row(text, "type", "what happened", "told apart by", "ended by", "points to", "template", "rule");
        row(text, "---", "---", "---", "---", "---", "---", "---");
        EventCatalogue.all().forEach(description -> type(text, description));
        text.append("\n## Rules\n\n");
        row(text, "rule", "condition", "priority", "labels");
        row(text, "---", "---", "---", "---");
        StandardRules.names().forEach(name -> rule(text, StandardRules.rule(name, List.of("any"))));
        text.append("\n## Attributes of all events\n\n");
        attributes(
                text,
                List.of(),
                EventCatalogue.common().stream()
                        .collect(Collectors.toMap(a -> a, a -> List.of(), (a, b) -> a, LinkedHashMap::new)));
        families().forEach((family, members) -> {
            text.append("\n## Attributes of `").append(family).append("`\n\n");
            attributes(text, members, shared(members));
        });
        return text.toString();
    }

    private static void type(StringBuilder text, EventDescription description) {
        var endedBy = EventCatalogue.all().stream()
                .filter(other -> other.resolves().contains(description.type()))
                .map(other -> other.type().name())
                .toList();
        var meaning = description.meaning().replaceFirst("\\.$", "")
                + (description.awaitsDecision() ? "; somebody decides in the issue" : "");
        row(
                text,
                code(description.type().name()),
                meaning,
                codes(description.discriminator()),
                codes(endedBy),
                codes(description.relatesTo().stream().map(EventType::name).toList()),
                code(description.template()),
                description.rule().map(EventDocumentTest::code).orElse(""));
    }

    private static void rule(StringBuilder text, AutoIssueRule rule) {
        row(
                text,
                code(rule.name()),
                rule.condition().map(EventDocumentTest::code).orElse("always"),
                rule.priority().map(Priority::name).orElse(""),
                codes(rule.labels()));
    }

    private static void attributes(
            StringBuilder text,
            List<EventDescription> family,
            Map<AttributeDescription, List<EventDescription>> attributes) {
        row(text, "attribute", "kind", "unit", "meaning");
        row(text, "---", "---", "---", "---");
        attributes.forEach((attribute, owners) -> {
            var only = owners.size() == family.size()
                    ? ""
                    : "; only in "
                            + codes(owners.stream()
                                    .map(owner -> owner.type().name())
                                    .toList());
            row(
                    text,
                    code(attribute.path()) + (attribute.required() ? " *" : ""),
                    attribute.kind().name().toLowerCase(Locale.ROOT),
                    attribute.unit().orElse(""),
                    attribute.meaning() + only);
        });
    }

    private static Map<String, List<EventDescription>> families() {
        var families = new LinkedHashMap<String, List<EventDescription>>();
        for (var description : EventCatalogue.all()) {
            var name = description.type().name();
            families.computeIfAbsent(name.substring(0, name.indexOf('.')), first -> new ArrayList<>())
                    .add(description);
        }
        return families;
    }

    private static Map<AttributeDescription, List<EventDescription>> shared(List<EventDescription> family) {
        var all = new LinkedHashSet<AttributeDescription>();
        family.forEach(description -> all.addAll(description.attributes()));
        var owners = new LinkedHashMap<AttributeDescription, List<EventDescription>>();
        all.forEach(attribute -> owners.put(
                attribute,
                family.stream()
                        .filter(description -> description.attributes().contains(attribute))
                        .toList()));
        return owners;
    }

    private static void row(StringBuilder text, String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String codes(List<String> words) {
        return words.stream().map(EventDocumentTest::code).collect(Collectors.joining(", "));
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
