package dev.issuelink.core.internal.template;

import static dev.issuelink.core.internal.template.Filled.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing empty is shown. */
class TemplateLayoutTest {
    private static final Map<String, Object> FACTS = Map.of("a", "A", "b", "B", "blank", " \t\n", "none", List.of());

    private static String shown(String template) {
        return body(template.replace("\\n", "\n"), FACTS).replace("\n", "\\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{x}}",
                "{{blank}}",
                "- {{x}}",
                "- {{none}}",
                "**Label**: {{x}}",
                "text {{x}} text {{blank}} text",
                "> {{x}}",
                "| {{x}} | {{blank}} |",
                "- [ ] {{x}}",
                "text ({{x}})",
                "`{{x}}`",
                "[text]({{x}})",
                "<!-- {{x}} -->",
                "```sql\\n{{x}}\\n```",
                "```\\n{{#each none}}\\n{{this}}\\n{{/each}}\\n```",
                "### {{x}}",
                "### Heading\\n{{x}}",
                "### Heading {{x}}\\n\\n{{x}}",
                "### Heading\\n\\n- {{x}}\\n- {{blank}}\\n\\n#### Inner\\n{{x}}",
                "### Heading\\n{{#each none}}\\n- {{this}}\\n{{/each}}",
                "### Heading\\n{{#if x}}\\ntext\\n{{/if}}",
                "- {{#if x}}text{{/if}}",
                "**Label**: {{#each none}}{{this}}{{/each}}",
                "| x | y |\\n|---|---|\\n{{#each none}}\\n| {{x}} | {{y}} |\\n{{/each}}",
                "x | y\\n--- | ---\\n{{x}} | {{blank}}",
                "{{x}}\\n==="
            })
    void whatHasNothingToShowIsDropped(String template) {
        assertThat(shown(template)).isEmpty();
        assertThat(shown("before\\n\\n" + template + "\\n\\n# after")).isEqualTo("before\\n\\n# after");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "text; text",
                "# Heading; # Heading",
                "# Heading\\n\\n# Other; # Heading\\n\\n# Other",
                "{{a}} {{x}} {{b}}; A  B",
                "{{a}} ({{x}}); A",
                "{{a}} (of {{x}}, {{blank}}) and ({{b}}); A and (B)",
                "{{a}} (text); A (text)",
                "[{{a}}]({{x}}); A",
                "### {{a}} (from {{x}})\\ntext; ### A\\ntext",
                "### Heading {{x}}\\ntext; ### Heading\\ntext",
                "### Heading\\ntext\\n{{x}}; ### Heading\\ntext",
                "## Outer\\n{{x}}\\n### Inner\\n{{a}}; ## Outer\\n### Inner\\nA",
                "## Outer\\n{{a}}\\n### Inner\\n{{x}}\\n## Next; ## Outer\\nA\\n## Next",
                "# Heading\\n{{#each none}}\\n{{this}}\\n{{else}}\\ntext\\n{{/each}}; # Heading\\ntext",
                "```\\ntext\\n{{x}}\\n```; ```\\ntext\\n```",
                "| x |\\n|---|---|\\n| {{x}} |\\n| {{a}} |; | x |\\n|---|---|\\n| A |",
                "- one\\n- {{x}}\\n- two; - one\\n- two",
                "1. {{x}}\\n2. {{blank}}\\n3. {{a}}\\n4. {{b}}; 1. A\\n4. B",
                "{{a}}\\n\\n\\n\\n{{b}}\\n\\n; A\\n\\nB",
                "{{#each none}}\\n- {{this}}\\n{{/each}}\\n### Next; ### Next"
            })
    void whatHasSomethingToShowStays(String template, String expected) {
        assertThat(shown(template)).isEqualTo(expected);
    }

    @Test
    void blankLinesOfCodeStay() {
        assertThat(body("```\n\n\nx\n\n\n\n{{a}}\n```", "y\n\n\nz")).isEqualTo("```\n\n\nx\n\n\n\ny\n\n\nz\n```");
    }
}
