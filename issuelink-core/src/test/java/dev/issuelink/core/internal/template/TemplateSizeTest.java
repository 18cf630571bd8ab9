package dev.issuelink.core.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TemplateSizeTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    @Timeout(60)
    void aMegabyteOfAnythingIsClippedWithANoteAndSoon() {
        var template = Filled.template(
                "{{a}} x\n`{{a}}`\n[x]({{a}})\nhttps://x.example/{{a}}\n\n<b>{{a}}</b>\n\n{{code}}\n\n```\n{{a}}\n```\n\n{{prose}}");
        for (var bit : List.of(
                "x", "`", "*", "_", "[", "]", "(", "<", "&", "@", "#", "-", ":", "w", "\\", "|", " ", "\n", "\t",
                "\u200b", "\ud800", "🎉", "# ", "- x\n", "> ", "a: ", "`a ", "**a", "1.", "```\n", "\u0301", "$",
                "x\u200d", "\r")) {
            var value = "v" + bit.repeat(MEGABYTE / bit.length()) + "v";
            var facts = Map.of("a", value, "code", new Fragment.Code(value, "sql"), "prose", Markdown.plain(value));
            var rendered = template.render(facts);
            assertThat(rendered.body()).hasSizeLessThan(400_000);
            assertThat(Markdown.escape(value)).hasSizeLessThan(4_000);
        }
        var text = template.render(Map.of("a", "x".repeat(MEGABYTE))).body();
        assertThat(text).contains("x… (1,048,076 more characters) x", "\n… (1,028,576 more characters)\n```");
    }

    @Test
    void twoEqualTextsOfTwiceTheSizeTakeAboutTwiceTheTime() {
        assertThatCode(() -> Clean.block("\ud800\u202e".repeat(MEGABYTE), 10)).doesNotThrowAnyException();
        assertThat(Clean.block("ab", 1)).isEqualTo(new Clean.Clipped("a", 1));
        assertThat(Clean.note(1)).isEqualTo("… (1 more character)");
    }

    @Test
    void cleansWhatCannotBeSeen() {
        assertThat(Clean.line("\u0000a\u202e\u200bb\u2066\ufeff\u00adc", 9)).isEqualTo("abc");
        assertThat(Clean.line("a\u00a0\u3000\u0085\u2028b", 9)).isEqualTo("a b");
        assertThat(Clean.line("\ud800a\udc00\ufdd0\uffff", 9)).isEqualTo("\ufffda\ufffd\ufffd\ufffd");
        assertThat(Clean.line("👨\u200d👩 x\u200d\u200d\u200dy", 9)).isEqualTo("👨\u200d👩 x\u200dy");
        assertThat(Clean.line("\u200d\u3164\u2800\u115f", 9)).isEmpty();
        assertThat(Clean.line("e" + "\u0301".repeat(100), 50)).isEqualTo("e" + "\u0301".repeat(8));
        assertThat(Clean.block("\r\n \n  a\r\n\tb \r\rc \n\n", 99).text()).isEqualTo("  a\n\tb \n\nc");
    }

    @Test
    void tellsHowManyRendersASecondTakes() {
        var templates = RequiredTemplates.ALL.stream()
                .map(name -> new TemplateEngine().compile(RequiredTemplates.template(name)))
                .toList();
        var facts = RequiredTemplates.facts(index -> "some value_" + index + " of the usual length (with *signs*)");
        var renders = 0;
        var start = System.nanoTime();
        while (System.nanoTime() - start < Duration.ofSeconds(2).toNanos()) {
            templates.forEach(template -> template.render(facts));
            renders += templates.size();
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.println("figure template_renders_per_second " + Math.round(renders / seconds));
        assertThat(renders).isPositive();
    }
}
