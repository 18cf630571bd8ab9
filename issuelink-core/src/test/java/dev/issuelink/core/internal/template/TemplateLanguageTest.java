package dev.issuelink.core.internal.template;

import static dev.issuelink.core.internal.template.Filled.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLanguageTest {
    @Test
    void aListIsRepeatedOver() {
        var facts = Map.of("all", List.of(Map.of("name", "x"), Map.of("name", "y")), "more", "z");

        assertThat(body(
                        "{{#each all}}\n- {{@index}} {{name}} {{this.name}} {{../more}} {{@first}} {{@last}}\n{{/each}}",
                        facts))
                .isEqualTo("- 0 x x z yes no\n- 1 y y z no yes");
    }

    @Test
    void aMapIsRepeatedOver() {
        assertThat(body("{{#each a}}{{@key}}={{this}};{{/each}}", Map.of("a", Map.of("k", 1))))
                .isEqualTo("k=1;");
    }

    @Test
    void anIndexIsNotMistakenForAFactOfThatName() {
        var item = Map.of("index", "wrong", "key", "wrong", "first", "wrong", "@index", "wrong");
        assertThat(body("{{#each a}}{{@index}} {{@key}} {{@first}} {{index}}{{/each}}", List.of(item)))
                .isEqualTo("0 0 yes wrong");
    }

    @Test
    void namesAreNotLookedForOutside() {
        var facts = Map.of("name", "outer", "all", List.of(Map.of("x", 1)));
        assertThat(body("{{#each all}}x {{name}}{{x}}{{/each}} {{#with all}}{{name}}{{/with}}", facts))
                .isEqualTo("x 1");
    }

    @ParameterizedTest
    @CsvSource({
        "{{#if a}}x{{else}}y{{/if}}",
        "{{#unless a}}y{{else}}x{{/unless}}",
        "{{#if b}}{{else if a}}x{{else}}y{{/if}}"
    })
    void conditionsHoldIfThereIsSomethingToShow(String template) {
        for (Object something : List.of("z", 1, -0.5, true, List.of(1), Map.of("k", 1), new Fragment.Code("c", ""))) {
            assertThat(body(template, something)).as("%s", something).isEqualTo("x");
        }
        for (Object nothing : List.of("", " \n\u202e", 0, 0.0, false, List.of(), Map.of(), new Fragment.Prose(" "))) {
            assertThat(body(template, nothing)).as("%s", nothing).isEqualTo("y");
        }
        assertThat(body(template, Map.of())).isEqualTo("y");
    }

    @Test
    void linesOfTagsAloneAreNoLinesOfTheText() {
        var template = """
                - one
                  {{#if a}}  {{! why }}
                - two
                {{~#if b~}}
                - never
                {{else if a}}
                - three
                {{else}}
                - never
                  {{/if}}
                {{/if}}
                - four""";
        assertThat(body(template.replace("{{~#if b~}}", "{{#if b}}"), "x")).isEqualTo("- one\n- two\n- three\n- four");
        assertThat(body("x {{~ a ~}} z\r\n{{!-- {{y}} --}}\r\nw", "y")).isEqualTo("xyz\nw");
    }

    @Test
    void aMissingValueIsEmptyAndNoError() {
        assertThat(body("= {{a.b.c}}{{../x}}{{this.y}}{{percent q}}{{bytes a}} x {{b}}", Map.of("b", "z")))
                .isEqualTo("=  x z");
        var facts = new HashMap<String, Object>();
        facts.put("b", null);
        facts.put("c", "z");
        facts.put("list", Collections.singletonList(null));
        assertThat(body("{{c}} {{b}}{{b.c}}{{#each list}}{{this}}{{x}}{{/each}} x", facts))
                .isEqualTo("z  x");
    }

    @Test
    void valuesAreNeverTemplates() {
        var facts = Map.of("a", "{{b}} {{{b}}} {{#each c}}", "b", "secret");
        assertThat(body("{{a}}", facts)).isEqualTo("{{b}} {{{b}}} {{#each c}}");
    }

    @Test
    void nothingOfAnObjectIsSeenButItsText() {
        record Bean(String name) {
            @SuppressWarnings("unused")
            public String getSecret() {
                return "leaked";
            }
        }
        var template =
                "{{a.name}}{{a.secret}}{{a.class}}{{a.class.name}}{{a.toString}}{{a.bytes}}{{list.size}}{{list.length}}";
        assertThat(body(template, Map.of("a", new Bean("leaked"), "list", List.of(1))))
                .isEmpty();
        assertThat(body(template, Map.of("a", "leaked", "list", new int[1]))).isEmpty();
        assertThat(body("{{a}} {{root}} {{__inline_partials_}}", new Bean("x"))).isEqualTo("Bean\\[name=x\\]");
    }

    @Test
    void aFactMayHaveTheNameOfAHelper() {
        assertThat(body(
                        "{{percent}} {{bytes.a}} {{#each percents}}{{/each}}",
                        Map.of("percent", 7, "bytes", Map.of("a", 8))))
                .isEqualTo("7 8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 0",
                "7; 7",
                "-7.5; -7.5",
                "0.005; 0.01",
                "0.001; 0",
                "-0.001; 0",
                "9999; 9999",
                "9999.994; 9999.99",
                "9999.999; 10,000",
                "10000; 10,000",
                "-1234567.891; -1,234,567.89",
                "1e3; 1000",
                "1e20; 100,000,000,000,000,000,000",
                "1e999999999; more than 10^40",
                "-1e41; less than -10^40",
                "1e-999999999; 0"
            })
    void numbersArePrintedForPeople(String number, String printed) {
        assertThat(Filled.title("{{a}}", Map.of("a", new BigDecimal(number)))).isEqualTo(printed);
    }

    @Test
    void numbersOfAllKindsArePrinted() {
        assertThat(ValueText.number(12_345L)).isEqualTo("12,345");
        assertThat(ValueText.number((byte) 3)).isEqualTo("3");
        assertThat(ValueText.number(0.1f)).isEqualTo("0.1");
        assertThat(ValueText.number(1e300)).isEqualTo("more than 10^40");
        assertThat(ValueText.number(Double.NaN)).isEqualTo("not a number");
        assertThat(ValueText.number(Double.NEGATIVE_INFINITY)).isEqualTo("minus infinite");
        assertThat(ValueText.number(BigInteger.TEN.pow(9))).isEqualTo("1,000,000,000");
    }

    @Test
    void numbersInCodeAndAddressesHaveNoCommas() {
        assertThat(body("{{a}} `{{a}}` https://x.example/{{a}}\n```\n{{a}}\n```", 1_234_567))
                .isEqualTo("1,234,567 `1234567` https://x.example/1234567\n```\n1234567\n```");
    }

    @Test
    void listsMapsAndFlagsHaveASensibleForm() {
        assertThat(body("{{a}}", true)).isEqualTo("yes");
        assertThat(body("{{a}}", List.of("x", 10_000, false, "", List.of("y", "z"))))
                .isEqualTo("x, 10,000, no, y, z");
        assertThat(body("{{a}}", Map.of("a", Map.of("k", List.of(1, 2))))).isEqualTo("k: 1, 2");
        assertThat(body("{{a}}", Collections.nCopies(103, "x")))
                .endsWith("x, … (3 more)")
                .startsWith("x, x");
        assertThat(body("{{a}}", List.of(new Fragment.Code("*c*", ""), Markdown.plain("- *p*"))))
                .isEqualTo("\\*c\\*, \\*p\\*");
        var endless = new ArrayList<Object>();
        endless.add(endless);
        assertThat(body("{{a}}", endless)).isEqualTo("…");
    }

    @Test
    void helpersSayFiguresInTheWordsOfPeople() {
        assertThat(body("{{percent a}}", 23.456)).isEqualTo("23.46%");
        assertThat(body("{{duration_ms a}}", 999)).isEqualTo("999 ms");
        assertThat(body("{{duration_ms a}}", 1_234)).isEqualTo("1.23 s");
        assertThat(body("{{duration_ms a}}", 90_000)).isEqualTo("1.5 min");
        assertThat(body("{{duration_ms a}}", 5_400_000)).isEqualTo("1.5 h");
        assertThat(body("{{duration_ms a}}", 129_600_000)).isEqualTo("1.5 d");
        assertThat(body("{{bytes a}}", 1_536)).isEqualTo("1.5 KiB");
        assertThat(body("{{bytes a}}", 12)).isEqualTo("12 bytes");
        assertThat(body("{{date a}} {{time a}}", "2026-01-31T23:30:00-01:00"))
                .isEqualTo("2026-02-01 2026-02-01 00:30 UTC");
    }

    @Test
    void whatIsNoFigureIsShownAsItIs() {
        assertThat(body("{{percent a}} {{duration_ms a}} {{bytes a}} {{date a}} {{time a}}", "*x*"))
                .isEqualTo("\\*x\\* \\*x\\* \\*x\\* \\*x\\* \\*x\\*");
    }

    @Test
    void listsWithinListsDoNotMakeATextWithoutEnd() {
        var many = IntStream.range(0, 1_000).boxed().toList();
        var text = body(
                "{{#each a}}\n{{#each ../a}}\n{{#each ../../a}}\n- {{this}}\n{{/each}}\n{{/each}}\n{{/each}}\nend",
                many);

        assertThat(text).contains("… (").contains(" more)").endsWith("end").hasSizeLessThan(200_000);
    }

    @Test
    void aTemplateMayBeFilledByManyThreads() {
        var template = Filled.template("{{#each list}}\n- {{this}} {{../a}}\n{{/each}}\n{{code}}");
        var texts = IntStream.range(0, 2_000)
                .parallel()
                .mapToObj(i -> template.render(
                                Map.of("a", i, "list", List.of(i, i), "code", new Fragment.Code("c" + i, "")))
                        .body()
                        .equals("- %1$s %1$s\n- %1$s %1$s\n\n```\nc%2$s\n```".formatted(ValueText.number(i), i)))
                .toList();
        assertThat(texts).containsOnly(true);
    }
}
