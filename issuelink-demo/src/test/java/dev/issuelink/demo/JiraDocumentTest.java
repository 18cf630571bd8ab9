package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JiraDocumentTest {
    private static final int LIMIT = 32_767;

    @Test
    void keepsLinesParagraphsAndCode() {
        var text = "One `a_b` line\nand another\r\n\r\n```sql\nSELECT 1;\n\n-- *x*\n```\nEnd";
        assertThat(JiraDocument.parts(text)).singleElement().satisfies(document -> {
            assertThat(JiraDocument.lines(document))
                    .containsExactly("One a_b line", "and another", "SELECT 1;", "", "-- *x*", "End");
            assertThat(document)
                    .extracting("content")
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Map.class))
                    .extracting(block -> block.get("type"))
                    .containsExactly("paragraph", "codeBlock", "paragraph");
        });
    }

    @Test
    void takesAFenceThatNobodyEnds() {
        assertThat(JiraDocument.lines(JiraDocument.parts("```\nopen").get(0))).containsExactly("open");
    }

    @Test
    void keepsWhatStandsBehindAFence() {
        assertThat(JiraDocument.lines(
                        JiraDocument.parts("```It MUST NOT\nbe lost\n```").get(0)))
                .containsExactly("It MUST NOT", "be lost");
    }

    @Test
    void isOneEmptyDocumentWhereThereIsNoText() {
        assertThat(JiraDocument.parts(""))
                .singleElement()
                .satisfies(document -> assertThat(JiraDocument.lines(document)).isEmpty());
    }

    @Test
    void isSeveralDocumentsWhereTheTextIsTooLong() {
        var lines = ("x".repeat(999) + "\n").repeat(70);
        assertThat(JiraDocument.parts(lines))
                .hasSize(3)
                .allSatisfy(part -> assertThat(JiraDocument.lines(part)).hasSizeLessThanOrEqualTo(LIMIT / 1_000));
        assertThat(JiraDocument.parts("🚀".repeat(LIMIT)))
                .flatExtracting(JiraDocument::lines)
                .allMatch(line -> line.codePoints().allMatch(sign -> sign == "🚀".codePointAt(0)));
    }

    @Test
    void showsARowOfATableInOneLine() {
        Map<String, Object> row = Map.of("type", "tableRow", "content", List.of(cell("a"), cell("b")));
        assertThat(JiraDocument.lines(Map.of("type", "table", "content", List.of(row, row))))
                .containsExactly("a | b", "a | b");
    }

    private static Map<String, Object> cell(String words) {
        var paragraph = Map.of("type", "paragraph", "content", List.of(Map.of("type", "text", "text", words)));
        return Map.of("type", "tableCell", "content", List.of(paragraph));
    }
}
