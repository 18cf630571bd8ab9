package dev.issuelink.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.IssueTemplate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** No value, wherever it stands, makes a text into something else than a harmless value does. */
class TemplateHostileTest {
    private static final String HARMLESS = "harmless";
    private static final String ADDRESS = "https://h.example/harmless";

    /** Templates that put values into all places we know of; each has the values a, b and c. */
    private static final List<String> PLACES = List.of(
            "{{a}}",
            "{{a}}\n{{b}}\n{{c}}",
            "{{a}}{{b}}{{c}}",
            "{{a}} {{b}}\n\n{{c}}",
            "text\n{{a}}\ntext",
            "text {{a}} text {{b}}",
            "text\n{{a}}\n\n===\n\n{{b}}\n---\ntext",
            "# {{a}}\n\n## {{b}} text\n\n### text {{c}} ###",
            "#{{a}} text\n\n##{{b}}\n\n-{{c}} text",
            "- {{a}}\n- text {{b}}\n  {{c}}",
            "* {{a}}\n  1. {{b}}\n     {{c}}\n  2. text",
            "1. {{a}}\n2. {{b}} text\n3. {{c}}",
            "{{a}}. text\n\n{{b}}) text\n\n{{c}}- text",
            "1{{a}}. text\n\n-{{b}}-\n\n={{c}}=",
            "- [ ] {{a}}\n- [x] {{b}}\n- [{{c}}] text",
            "> {{a}}\n> {{b}}\n\n> - {{c}}",
            ">{{a}}\n>{{b}}\ntext {{c}}",
            "**Label**: {{a}}\n**Label**: {{b}} text\n**{{c}}**: text",
            "**{{a}}** *{{b}}* __{{c}}__",
            "a**{{a}}**b _{{b}}_ ~~{{c}}~~",
            "*{{a}}{{b}}* text*{{c}}*text",
            "{{a}}*text* {{b}}_text_ *text*{{c}}",
            "`{{a}}` text `x {{b}} y` ``{{c}}``",
            "`{{a}}`{{b}}`{{c}}`",
            "` {{a}}\ntext ` {{b}} `` {{c}}",
            "text ` text {{a}} text",
            "```\n{{a}}\n```\n\n~~~sql\nselect {{b}};\n{{c}}\n~~~\ntext",
            "- text\n  ```\n  {{a}}\n  ```\n- text {{b}}\n\n      {{c}}\n",
            "> ```\n> {{a}}\n> ```\n> text {{b}}",
            "1. ```\n   {{a}}\n   {{b}}\n   ```\n2. text {{c}}",
            "```\n{{a}}\n\n{{b}}\n",
            "    {{a}}\n    text {{b}}\n\ntext {{c}}",
            "| x | y |\n|---|---|\n| {{a}} | {{b}} |\n| text | {{c}} |\n\ntext",
            "x | y\n--- | ---\n{{a}} | {{b}}\n{{c}} | `{{a}}`",
            "| {{a}} | {{b}} |\n|---|---|\n| {{c}} | text |",
            "| x | y |\n| {{a}} | {{b}} |\n| {{c}} | text |",
            "[text]({{a}}) [{{b}}](https://x.example) ![text]({{c}})",
            "[text](https://x.example/{{a}}) [text]({{b}} \"{{c}}\") text",
            "[text](<{{a}}>) [text](<https://x.example/{{b}}>) [text](#{{c}})",
            "[text](https://x.example/{{a}} 'title {{b}}') [{{c}}]",
            "[text](https://{{a}}/x) [text]({{b}}/{{c}}) [text](https://x.example{{a}})",
            "[text]{{a}} [text][{{b}}] [{{c}}][text]\n\n[text]: https://x.example",
            "[text]: {{a}}\n[other]: https://x.example/{{b}} \"{{c}}\"\n\n[text] and [other] and [{{a}}]",
            "[text](https://x.example {{a}} text {{b}}\n[text]( {{c}}",
            "https://x.example/{{a}} https://{{b}}/x http://x.example/?q={{c}}.",
            "<https://x.example/{{a}}> <{{b}}> < {{c}} >",
            "<!-- {{a}} -->\n\ntext {{b}}\n\n<!--\n{{c}}\n-->\n\ntext",
            "text <!-- {{a}} --> text {{b}}\n<!-- {{c}} --> text",
            "<details>\n<summary>{{a}}</summary>\n\n{{b}}\n\n</details>\n\n{{c}}",
            "<details><summary>{{a}}</summary>\n{{b}}\n```\n{{c}}\n```\n</details>",
            "<div>\n<!-- x -->\n{{a}}\n{{b}}\n</div>\n{{c}}",
            "<p title=\"{{a}}\" class='{{b}}' id={{c}}>text</p>",
            "text <b>{{a}}</b> <a href=\"{{b}}\">text</a> <i {{c}}>x</i>",
            "<{{a}} text\n\n</{{b}}> text\n\n<{{c}}",
            "text <b\n{{a}}>{{b}}</b> {{c}}",
            "<pre>\n{{a}}\n\n{{b}}\n</pre>\n\n{{c}}",
            "<script>\n{{a}}\n</script>\n{{b}}\n<?php {{c}} ?>",
            "<![CDATA[\n{{a}}\n]]>\n<!DOCTYPE {{b}}>\n{{c}}",
            "a < b {{a}} c > d {{b}} & {{c}}",
            "\\{{a}} \\\\{{b}} &{{c}};".replace("\\{{", "\\ {{"),
            "&{{a}}; &#{{b}}; @{{c}}",
            "@{{a}} #{{b}} !{{c}}",
            "/{{a}}\n/{{b}} text\n:{{c}}:",
            "!{{a}}[text](https://x.example) {{b}}[text](https://x.example) [text](https://x.example){{c}}",
            "$ {{a}} $ {{b}} ${{c}}$",
            "text {{a}}\\\ntext {{b}}  \ntext {{c}}",
            "{{#each list}}- {{this}}\n{{/each}}",
            "{{#each list}}\n- **{{@index}}**: {{this}} ({{../a}})\n{{/each}}\n\n{{#if b}}{{b}}{{else}}text{{/if}}",
            "{{#with map}}\n| x | y |\n|---|---|\n{{#each this}}\n| {{@key}} | {{this}} |\n{{/each}}\n{{/with}}",
            "text ({{a}}) text {{list}}\n\n{{map}}");

    private static final List<UnaryOperator<Object>> KINDS =
            List.of(value -> value, value -> new Fragment.Code((String) value, "sql"));

    /** Which of the three values are hostile. */
    private static final int ALL = 0b111;

    private static final List<Integer> ONE_OF = List.of(0b001, 0b010, 0b100);
    private static final Pattern NO_TITLE = Pattern.compile("^(?!Title)|[\\p{Cntrl}\\u2028\\u2029\\u202e]");

    private static final List<Place> ALL_PLACES = Stream.concat(
                    RequiredTemplates.ALL.stream().map(RequiredTemplates::body), PLACES.stream())
            .map(Place::new)
            .toList();

    @Test
    void theListOfHostileValuesChangesNothingInAnyPlace() {
        var cases = 0;
        for (var place : ALL_PLACES) {
            for (var value : HostileValues.ALL) {
                cases += place.assertUnchangedBy(value);
            }
        }
        System.out.println("figure template_hostile_cases " + cases);
    }

    @Property(tries = 1_000)
    void noValueChangesAnythingInAnyPlace(@ForAll("hostile") String value, @ForAll("place") Place place) {
        place.assertUnchangedBy(value);
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileValues.any();
    }

    @Provide
    Arbitrary<Place> place() {
        return Arbitraries.of(ALL_PLACES);
    }

    /** A template, and what it makes of harmless values of each kind. */
    private static final class Place {
        private final String body;
        private final CompiledTemplate template;
        private final List<Effects> words;
        private final List<Effects> addresses;

        Place(String body) {
            this.body = body;
            this.template = new TemplateEngine().compile(new IssueTemplate("place", "Title {{a}} ({{b}})", body));
            this.words = KINDS.stream().map(kind -> harmless(kind, HARMLESS)).toList();
            this.addresses = KINDS.stream().map(kind -> harmless(kind, ADDRESS)).toList();
        }

        private Effects harmless(UnaryOperator<Object> kind, String value) {
            return new Effects(render(kind, value, ALL).body());
        }

        int assertUnchangedBy(String value) {
            for (int kind = 0; kind < KINDS.size(); kind++) {
                assertUnchanged(kind, value, ALL);
            }
            assertUnchanged(0, value, ONE_OF.get(Math.floorMod(value.hashCode() + body.hashCode(), ONE_OF.size())));
            return KINDS.size() + 1;
        }

        private void assertUnchanged(int kind, String value, int target) {
            var rendered = render(KINDS.get(kind), value, target);
            assertThat(new Effects(rendered.body()).beyond(words.get(kind), addresses.get(kind)))
                    .as("%s in%n%s%n=>%n%s", value, body, rendered.body())
                    .isEmpty();
            assertThat(NO_TITLE.matcher(rendered.title()).find())
                    .as(rendered.title())
                    .isFalse();
        }

        private RenderedText render(UnaryOperator<Object> kind, String value, int targets) {
            var hostile = kind.apply(value);
            var other = kind.apply(HARMLESS);
            var facts = RequiredTemplates.facts(index -> (targets >> index % 3 & 1) > 0 ? hostile : other);
            facts.put("a", (targets & 1) > 0 ? hostile : other);
            facts.put("b", (targets & 2) > 0 ? hostile : other);
            facts.put("c", (targets & 4) > 0 ? hostile : other);
            facts.put("list", List.of(facts.get("a"), facts.get("b")));
            facts.put("map", Map.of("x", facts.get("c")));
            return template.render(facts);
        }
    }
}
