package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownCutTest {
    private static final String NOTE = "\n\n_[cut]_";

    @Test
    void leavesAloneWhatFits() {
        assertThat(cut("**short**", 20)).isEqualTo("**short**");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "one two three four five six→20→one two",
                "**one two three four five six**→22→**one two**",
                "~~one *two three four five six*~~→24→~~one *two*~~",
                "`one two three four five six`→22→`one two`",
                "one [two three](https://example.com) four→20→one",
                "one \\*two three four five six seven→14→one",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀→15→🚀🚀🚀"
            })
    void closesWhatIsOpen(String text, int room, String kept) {
        assertThat(cut(text, room)).isEqualTo(kept + NOTE);
    }

    @Test
    void closesAFence() {
        assertThat(cut("```sql\nSELECT one,\n  two,\n  three,\n  four\n```", 40))
                .isEqualTo("```sql\nSELECT one,\n  two,\n```" + NOTE);
    }

    @Test
    void leavesRowsWholeAndNoHeadAlone() {
        var table = "x\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |";
        assertThat(cut(table, table.length() - 1)).isEqualTo("x\n\n| a | b |\n|---|---|\n| 1 | 2 |" + NOTE);
        assertThat(cut(table, 24)).isEqualTo("x" + NOTE);
    }

    @Property(tries = 300)
    void whatIsCutFitsAndMeansNothingElse(@ForAll long seed, @ForAll @IntRange(min = 10, max = 400) int room) {
        var text = new RandomMarkdown(seed).document();
        var cut = cut(text, room);
        assertThat(cut.length()).isLessThanOrEqualTo(Math.max(room, text.length() <= room ? room : NOTE.length()));
        if (text.length() > room) {
            assertThat(cut).endsWith(NOTE);
            var note = Adf.children(AdfWriter.write(cut));
            assertThat(AdfSpans.of(note.get(note.size() - 1)))
                    .as(cut)
                    .containsExactly(Span.plain("[cut]").with(Span.Style.EM));
        }
    }

    @Property(tries = 300)
    void anythingCanBeCutToTheSizeOfItsDocument(@ForAll long seed, @ForAll @IntRange(min = 250, max = 2000) int room) {
        var text = AdfInlineWriter.wellFormed(new RandomMarkdown(seed).mash(60));
        var cut = MarkdownCut.cut(
                text, room, each -> AdfWriter.write(each).toString().length(), NOTE);
        assertThat(AdfWriter.write(cut).toString().length()).isLessThanOrEqualTo(room);
        assertThat(cut.codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    private static String cut(String text, int room) {
        return MarkdownCut.cut(text, room, String::length, NOTE);
    }
}
