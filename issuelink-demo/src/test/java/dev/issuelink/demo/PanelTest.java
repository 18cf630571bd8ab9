package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.SyncReport;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.StatusCategory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn: the panel, the bar, and the text in them. */
class PanelTest {
    private static final ObjectReference ORDERS = ObjectReference.of(ObjectType.TABLE, "orders");

    @Test
    void showsKeyTitleStatusAndAssigneeOfEachIssue() {
        assertThat(Panel.of(ORDERS, List.of(issue(7, "Slow query", "bob"))))
                .anySatisfy(line -> assertThat(line).contains("Linked issues of table orders (1)"))
                .anySatisfy(line -> assertThat(line).contains("#7 Slow query"))
                .anySatisfy(line -> assertThat(line).contains("Status: In Progress | Assignee: bob"));
    }

    @Test
    void showsTheNewestFirstAndCountsTheRest() {
        var lines = Panel.of(
                ORDERS, List.of(issue(1, "a", "x"), issue(5, "e", "x"), issue(2, "b", "x"), issue(9, "f", "x")));
        assertThat(lines.stream().filter(line -> line.contains("#")).map(line -> line.substring(2, 4)))
                .containsExactly("#9", "#5", "#2");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("and 1 more"));
    }

    @Test
    void keepsItsRightEdgeWhateverTheTitle() {
        var titles = List.of(
                "",
                "x".repeat(300),
                "表".repeat(80),
                "\u001B[31mred\n\tend\u202E",
                "e\u0301".repeat(60),
                "🚀".repeat(50));
        for (var title : titles) {
            assertThat(Panel.of(ORDERS, List.of(issue(7, title, "bob"))))
                    .extracting(PlainText::width)
                    .containsOnly(80);
        }
    }

    @Test
    void leavesNothingThatActsOnATerminal() {
        assertThat(PlainText.clean(
                        "a\u001B[1;31mb\u001B]0;title\u0007c\u009B2Jd\u0000\u202E\u200Be\r\nf\u0085g\u2028h\tä"))
                .isEqualTo("abcde f g h ä");
        assertThat(PlainText.clean("\u001B]no end \u001B[ and\u001B")).isEqualTo("]no end nd");
        assertThat(PlainText.clean("  two  spaces")).isEqualTo("  two  spaces");
        assertThat(PlainText.clean("x".repeat(1_000_000))).hasSizeLessThan(3_000);
    }

    @Test
    void drawsABarOnATerminal() {
        assertThat(drawn(true, 200, report(50, 50, false), report(100, 100, true)))
                .contains("\r  [████████████████░░░░░░░░░░░░░░░░] 100 of 200")
                .endsWith("\r  [████████████████████████████████] 200 of 200" + System.lineSeparator());
    }

    @Test
    void writesAFewPlainLinesElsewhere() {
        assertThat(drawn(
                                false,
                                200,
                                report(10, 0, false),
                                report(60, 0, false),
                                report(70, 0, false),
                                report(200, 0, true))
                        .lines())
                .containsExactly("  read 60 of 200", "  read 200 of 200");
        assertThat(drawn(false, 0, report(900, 200, false), report(1000, 300, true))
                        .lines())
                .containsExactly("  read 1,100", "  read 1,300");
    }

    private static String drawn(boolean terminal, int total, SyncReport... reports) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        try (var bar = new ProgressBar(new Console(stream, stream, terminal), total)) {
            for (var report : reports) {
                bar.accept(report);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static SyncReport report(int issues, int skipped, boolean complete) {
        return new SyncReport("t", issues, skipped, 0, 0, complete);
    }

    private static IssueReference issue(int number, String title, String assignee) {
        return IssueReference.builder(
                        new IssueKey("t", "id" + number),
                        "github",
                        "a/b",
                        "#" + number,
                        URI.create("https://x/" + number))
                .title(title)
                .status(IssueStatus.of("In Progress", StatusCategory.IN_PROGRESS))
                .assignee(assignee)
                .updatedAt(Instant.ofEpochSecond(number))
                .build();
    }
}
