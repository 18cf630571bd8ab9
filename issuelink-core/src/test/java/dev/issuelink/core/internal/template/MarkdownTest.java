package dev.issuelink.core.internal.template;

import static dev.issuelink.core.internal.template.Filled.J;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final Effects NOTHING = new Effects("harmless");
    private static final Set<String> HARMLESS_BLOCKS = Set.of(
            "Document",
            "Paragraph",
            "BulletList",
            "OrderedList",
            "ListItem",
            "FencedCodeBlock",
            "Code",
            "SoftLineBreak");

    @Test
    void escapedTextIsOneLineOfWords() {
        for (var value : HostileValues.ALL) {
            assertThat(new Effects(Markdown.escape(value)).beyond(NOTHING, NOTHING))
                    .as(value)
                    .isEmpty();
        }
        assertThat(Markdown.escape(" \n ")).isEmpty();
        assertThat(Markdown.escape("x".repeat(600))).isEqualTo("x".repeat(500) + "… (100 more characters)");
    }

    @Property(tries = 1_000)
    void escapedTextOfAnyKindIsOneLineOfWords(@ForAll("hostile") String value) {
        assertThat(new Effects(Markdown.escape(value)).beyond(NOTHING, NOTHING)).isEmpty();
    }

    @Test
    void adviceKeepsItsParagraphsListsAndCode() {
        var advice = """
                # Summary

                Use **an index** on `orders(id)`,
                and ask @bob:

                ```sql
                CREATE INDEX i;
                ```
                1. First
                   step
                2. Second
                   - inner
                * star
                ---
                > <b>quoted</b> [x](http://x.example)
                """;
        assertThat(Markdown.plain(advice).markdown()).isEqualTo("""
                Summary

                Use an index on `orders(id)`,
                and ask @%1$sbob:

                ```sql
                CREATE INDEX i;
                ```

                1. First step
                2. Second
                   - inner
                - star

                &lt;b>quoted&lt;/b> \\[%1$sx\\](http:%1$s//x.example)""".formatted(J));
    }

    @Test
    void adviceWithAnOpenFenceIsClosed() {
        assertThat(Markdown.plain("x\n```\n~~~\ny").markdown()).isEqualTo("x\n\n```\n~~~\ny\n```");
        assertThat(Markdown.plain("```\n").markdown()).isEmpty();
        assertThat(Markdown.plain(" \n\n ").isEmpty()).isTrue();
    }

    @Test
    void adviceThatIsTooLongIsClipped() {
        var text = Markdown.plain("word ".repeat(20_000)).markdown();
        assertThat(text).endsWith("… (59,999 more characters)").hasSizeLessThan(41_000);
        assertThat(Markdown.plain("- x\n".repeat(100_000)).markdown()).hasSizeLessThan(61_000);
    }

    @Property(tries = 1_000)
    void adviceOfAnyKindIsHarmlessAndEndsWhereItEnds(@ForAll("hostile") String value, @ForAll("hostile") String more) {
        assertHarmless(value + "\n" + more);
    }

    @Test
    void hostileAdviceIsHarmlessAndEndsWhereItEnds() {
        HostileValues.ALL.forEach(MarkdownTest::assertHarmless);
    }

    private static void assertHarmless(String advice) {
        var markdown = Markdown.plain(advice).markdown();
        var structure = BlockStructure.of(markdown + "\n\n# End\n");
        var blocks = new TreeSet<>(
                List.of(structure.replaceAll("(?m)^ *(\\w+).*$", "$1").split("\n")));
        blocks.removeAll(HARMLESS_BLOCKS);
        assertThat(blocks).as(markdown).containsExactly("Heading");
        assertThat(structure).as(markdown).endsWith("\n  Heading 1\n");
        assertThat(BlockStructure.links(markdown)).isZero();
        assertThat(new Effects(markdown).beyond(new Effects(markdown), NOTHING)).isEmpty();
        assertThat(Pattern.compile("(?m)^/[a-z]|\r")
                        .matcher(outsideOfCode(markdown))
                        .find())
                .isFalse();
    }

    private static String outsideOfCode(String markdown) {
        return markdown.replaceAll("(?ms)^ *(`{3,}|~{3,})[^`\n]*\n.*?^ *\\1 *$", "");
    }

    @Provide
    Arbitrary<String> hostile() {
        return HostileValues.any();
    }

    @Test
    void aWriterMakesBlocks() {
        var prose = new MarkdownWriter()
                .paragraph("One *x*\ntwo")
                .bullet("a")
                .bullet("Label", "b")
                .checkbox(true, "c")
                .checkbox(false, "d")
                .code("e\n```", "sql")
                .table(List.of("f", "g|h"), List.of(List.of("i"), List.of("j", "k\nl", "m")))
                .bullet("n")
                .prose();
        assertThat(prose.markdown()).isEqualTo("""
                One \\*x\\* two

                - a
                - **Label**: b
                - [x] c
                - [ ] d

                ~~~sql
                e
                ```
                ~~~

                | f | g\\|h |  |
                | --- | --- | --- |
                | i |  |  |
                | j | k l | m |

                - n""");
    }

    @Test
    void aWriterLeavesOutWhatIsEmpty() {
        var writer = new MarkdownWriter()
                .paragraph(" ")
                .bullet("")
                .bullet("Label", "\n")
                .checkbox(true, "\u200b")
                .code(" \n", "sql")
                .table(List.of("x"), List.of())
                .table(List.of("x"), List.of(List.of(" ")));
        assertThat(writer.prose().isEmpty()).isTrue();
    }

    @Test
    void aWriterClipsWhatIsTooLong() {
        var writer = new MarkdownWriter()
                .table(List.of("x"), Collections.nCopies(300, List.of("y")))
                .paragraph("z".repeat(5_000))
                .code("c".repeat(25_000), "");
        assertThat(writer.prose().markdown())
                .contains("… (100 more rows)", "… (1,000 more characters)", "\n… (5,000 more characters)\n```");
        for (int index = 0; index < 10_000; index++) {
            writer.bullet("item " + index);
        }
        assertThat(writer.prose().markdown()).hasSizeLessThan(45_000).endsWith(" more)");
    }

    @Property(tries = 500)
    void aWriterKeepsItsBlocksWhateverTheValues(@ForAll("hostile") String value) {
        assertThat(BlockStructure.of(written(value))).isEqualTo(BlockStructure.of(written("harmless")));
        assertThat(new Effects(written(value)).beyond(new Effects(written("harmless")), NOTHING))
                .isEmpty();
    }

    @Test
    void aWriterKeepsItsBlocksWithHostileValues() {
        for (var value : HostileValues.ALL) {
            assertThat(BlockStructure.of(written(value))).as(value).isEqualTo(BlockStructure.of(written("harmless")));
        }
    }

    private static String written(String value) {
        return new MarkdownWriter()
                .paragraph(value)
                .bullet(value)
                .bullet(value, value)
                .checkbox(true, value)
                .paragraph(value)
                .code(value, value + "x")
                .table(List.of(value, value), List.of(List.of(value, value), List.of(value)))
                .paragraph("end")
                .prose()
                .markdown();
    }
}
