package dev.issuelink.core.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.internal.template.RenderedText;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in an event: the headings are those of the template, and nothing acts. */
class HostileEventTest {
    private static final List<String> ATTACKS = List.of(
            "\n# Owned\n",
            "\n\nOwned\n=====\n",
            "```\n# Owned\n```\n# Owned",
            "~~~\n# Owned",
            "<script>owned()</script>\n<!-- ",
            "![x](https://owned.example.com/x.png)",
            "[x](javascript:owned)",
            "javascript:owned",
            "a | b | c\n--- | --- | ---\n1 | 2 | 3",
            "> quote\n1. one\n- two\n***",
            "{{object.name}} {{#each x}}",
            "`` ` ``` `\n`",
            "\\\\\\",
            "<https://owned.example.com>");

    private final StandardTemplates templates = new StandardTemplates(new TemplateEngine());

    static Stream<DatabaseEvent> events() {
        var own = EventSamples.full().get(5);
        return Stream.concat(
                EventSamples.full().stream(),
                Stream.of(new DatabaseEvent(
                        new EventType("host.own"), own.object(), own.attributes(), own.occurredAt())));
    }

    @ParameterizedTest
    @MethodSource("events")
    void noValueChangesTheStructureOfATextOrActs(DatabaseEvent event) {
        var harmless = structure(render(event));
        for (var attack : ATTACKS) {
            var text = render(with(event, attack));
            assertThat(text.title()).doesNotContain("\n").isNotBlank();
            var structure = structure(text);
            assertThat(structure.headings).as(text.body()).hasSizeLessThanOrEqualTo(harmless.headings.size());
            assertThat(structure.headings)
                    .allSatisfy(heading -> assertThat(heading).doesNotStartWith("Owned"));
            assertThat(structure.acting).as(attack + "\n" + text.body()).isEmpty();
        }
    }

    private RenderedText render(DatabaseEvent event) {
        var extras = Composition.nothing()
                .withSuggestions(new StandardSuggestions()
                        .suggest(event)
                        .or(() -> Optional.of(event.object().name())))
                .withRule(event.object().name())
                .withRelated(List.of(new Composition.Related(
                        event.object().name(),
                        event.object().name(),
                        event.object().name())));
        return new Composer()
                .compose(templates.compiled(StandardTemplates.nameFor(event)).orElseThrow(), event, extras);
    }

    private static DatabaseEvent with(DatabaseEvent event, String attack) {
        var object = ObjectReference.builder(ObjectType.TABLE, attack)
                .qualifiedName(attack)
                .build();
        @SuppressWarnings("unchecked")
        var attributes = (Map<String, Object>) replaced(event.attributes().asMap(), text -> attack);
        return new DatabaseEvent(event.type(), object, EventAttributes.of(attributes), event.occurredAt());
    }

    private static Object replaced(Object value, UnaryOperator<String> change) {
        if (value instanceof Map<?, ?> tree) {
            var copy = new LinkedHashMap<String, Object>();
            tree.forEach((name, branch) -> copy.put((String) name, replaced(branch, change)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> replaced(item, change)).toList();
        }
        return value instanceof String text ? change.apply(text) : value;
    }

    private record Structure(List<String> headings, List<String> acting) {}

    private static Structure structure(RenderedText text) {
        var structure = new Structure(new ArrayList<>(), new ArrayList<>());
        Parser.builder().build().parse(text.body()).accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                structure.headings.add(heading.getFirstChild() instanceof Text words ? words.getLiteral() : "");
                visitChildren(heading);
            }

            @Override
            public void visit(HtmlBlock html) {
                structure.acting.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                structure.acting.add(html.getLiteral());
            }

            @Override
            public void visit(Image image) {
                structure.acting.add(image.getDestination());
            }

            @Override
            public void visit(ThematicBreak line) {
                structure.acting.add("---");
            }

            @Override
            public void visit(Link link) {
                if (!link.getDestination().startsWith("https://")) {
                    structure.acting.add(link.getDestination());
                }
                visitChildren(link);
            }
        });
        return structure;
    }
}
