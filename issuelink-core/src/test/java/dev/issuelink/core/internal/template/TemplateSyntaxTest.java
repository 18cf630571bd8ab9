package dev.issuelink.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.IssueTemplate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSyntaxTest {
    private final TemplateEngine engine = new TemplateEngine();

    private List<TemplateFault> faults(String title, String body) {
        var failure = catchThrowableOfType(
                TemplateFaultException.class, () -> engine.compile(new IssueTemplate("mine", title, body)));
        assertThat(failure).hasMessageContaining("\"mine\"");
        return failure.faults();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x {{{a}}}; 3; without making it safe",
                "x {{&a}}; 3; Tags with &",
                "x {{~& a}}; 3; Tags with &",
                "{{> part}}; 1; Tags with >",
                "{{#> part}}x{{/part}}; 1; Tags with #>",
                "{{#*inline \"x\"}}y{{/inline}}; 1; Tags with #*",
                "{{*x}}; 1; Tags with *",
                "{{^a}}x{{/a}}; 1; Tags with ^",
                "{{=<% %>=}}; 1; Tags with =",
                "{{{{raw}}}}; 1; without making it safe",
                "x {{y; 3; not closed",
                "{{a {{b}}; 1; not closed",
                "{{!-- x; 1; comment is not closed",
                "{{a}}}; 4; Three closing braces",
                "\\{{a}}; 1; backslash",
                "{{}}; 1; empty",
                "{{ }}; 1; empty",
                "{{#if a}}x; 1; block is not closed",
                "x{{/if}}; 2; No block of this name",
                "{{#if a}}{{/each}}{{/if}}; 10; No block of this name",
                "{{else}}; 1; no block that this else",
                "{{#if a}}{{else}}{{else}}{{/if}}; 18; no block that this else",
                "{{#each a}}{{else if b}}{{/each}}; 12; only follow an if",
                "{{#foo a}}x{{/foo}}; 1; no such block",
                "{{ #if a}}; 1; space stands before",
                "{{foo a}}; 1; no such helper",
                "{{lookup a b}}; 1; no such helper",
                "{{log a}}; 1; no such helper",
                "{{if a}}; 1; no such helper",
                "{{percent a b}}; 1; belongs the name of one value",
                "{{#if}}x{{/if}}; 1; belongs the name of one value",
                "{{#each a as |b|}}x{{/each}}; 1; belongs the name of one value",
                "{{#if (a b)}}x{{/if}}; 1; belongs the name of one value",
                "{{percent 'x'}}; 1; not the name of a value",
                "{{a.0}}; 1; not the name of a value",
                "{{a.[b]}}; 1; not the name of a value",
                "{{a()}}; 1; not the name of a value",
                "{{@root}}; 1; not the name of a value",
                "{{@root.a}}; 1; not the name of a value",
                "{{true}}; 1; not the name of a value",
                "{{a..b}}; 1; not the name of a value",
                "{{..}}; 1; not the name of a value"
            })
    void refusesWhatIsNoPartOfTheLanguage(String body, int column, String words) {
        var faults = faults("title", body);

        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).part()).isEqualTo(TemplateFault.Part.BODY);
        assertThat(faults.get(0).line()).isEqualTo(1);
        assertThat(faults.get(0).column()).isEqualTo(column);
        assertThat(faults.get(0).problem()).contains(words);
        assertThat(faults.get(0).advice()).isNotBlank();
    }

    @Test
    void reportsAllFaultsOfBothTextsInTheirOrder() {
        var faults = faults("{{{a}}}", "x\n{{#each a}}\n  😀 {{foo b}}\n{{#if c}}\n{{/each}}\r\n{{> d}}");

        assertThat(faults)
                .extracting(fault -> fault.part() + " " + fault.line() + ":" + fault.column())
                .containsExactly("title 1:1", "body 3:5", "body 4:1", "body 6:1");
        assertThat(faults.get(1))
                .hasToString(
                        "body, line 3, column 5: There is no such helper. Known are bytes, date, duration_ms, percent, time.");
    }

    @Test
    void neverRepeatsWhatStandsInATag() {
        assertThat(faults("x", "{{ghp_0123456789}} {{ghp_0123456789 x}} {{#ghp_0123456789}}")
                        .toString())
                .doesNotContain("name of a value", "ghp_");
        assertThat(faults("x", "{{'ghp_0123456789'}}").toString()).doesNotContain("ghp_");
    }

    @Test
    void refusesBlocksThatAreNestedTooDeep() {
        var faults = faults("x", "{{#if a}}".repeat(21) + "{{/if}}".repeat(21));
        assertThat(faults).hasSize(1);
        assertThat(faults.get(0).problem()).contains("more than 20 deep");
    }

    @Test
    void refusesMoreTagsThanAnybodyNeeds() {
        assertThat(faults("x", "{{a}}".repeat(1_001)).get(0).problem()).contains("more than 1,000 tags");
        assertThat(faults("x", "{{{a}}}".repeat(30))).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{a}}",
                "{{ a.b.c }}",
                "{{a/b}}",
                "{{this}}",
                "{{.}}",
                "{{this.a}}",
                "{{./a}}",
                "{{~a~}}",
                "{{a-b}} {{a_b}} {{A1}}",
                "{{! comment with }} {{!-- comment with }} --}}",
                "{{#each a}}{{@index}}{{@first}}{{@last}}{{@key}}{{../b}}{{../../c}}{{else}}x{{/each}}",
                "{{#if a}}{{else if b}}{{else if c}}{{else}}{{/if}}",
                "{{~#with a~}}{{~else~}}{{~/with~}}",
                "{{#unless a}}{{/unless}}",
                "{{percent a}} {{duration_ms a.b}} {{bytes this}} {{date a}} {{time a}}",
                "{ } }} { {a} $ { x",
                ""
            })
    void acceptsTheLanguage(String body) {
        assertThatCode(() -> engine.compile(new IssueTemplate("mine", body, body)))
                .doesNotThrowAnyException();
    }

    @Property(tries = 2_000)
    void everyTextIsEitherATemplateOrHasFaults(
            @ForAll
                    @StringLength(max = 40)
                    @Chars({'{', '}', '#', '/', '~', '!', '-', '.', '@', ' ', '\n', 'a', 'i', 'f'})
                    String text) {
        try {
            assertThat(engine.compile(new IssueTemplate("mine", "x", text)).render(Map.of("a", "b")))
                    .isNotNull();
        } catch (TemplateFaultException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    @Test
    void saysInOurWordsWhereHandlebarsRefusesATemplate() {
        var failure = catchThrowableOfType(
                TemplateFaultException.class,
                () -> engine.parse("mine", TemplateFault.Part.BODY, "one\ntwo {{#if a}} three\n{{/each}}"));

        assertThat(failure.faults()).hasSize(1);
        var fault = failure.faults().get(0);
        assertThat(fault.part()).isEqualTo(TemplateFault.Part.BODY);
        assertThat(fault.line()).isEqualTo(3);
        assertThat(fault.column()).isEqualTo(3);
        assertThat(failure)
                .hasMessage("The template \"mine\" cannot be used:\n  body, line 3, column 3: This cannot be read as a"
                        + " template. Look at the tags here and before, and compare them with the manual.")
                .hasMessageNotContaining("found");
    }
}
