package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo tells of events and the issues that rules make of them. */
class EventStoriesTest {
    private static List<String> lines;

    @BeforeAll
    static void runOnce() {
        var call = DemoCall.with();
        assertThat(call.err()).isEmpty();
        lines = call.lines();
    }

    @Test
    void aMigrationIsAppliedAfterSomebodyApprovedIt() {
        assertThat(part("A migration waits", "Somebody changes the schema"))
                .containsSubsequence(
                        "preview migration.proposed would come to OPENED",
                        "\"Migration V001: create the shop [production]\"",
                        "event migration.proposed: OPENED",
                        "opened #20 Migration V001: create the shop [production]",
                        "told by webhook issues.",
                        "#20 is now closed (completed)",
                        "applied V001__create_shop, 3 statements",
                        "event migration.applied: NOTHING_OPEN");
    }

    @Test
    void theDriftHasAnIssueThatNamesEveryDifference() {
        assertThat(part("The comparison finds the drift,", "The comparison finds the same drift"))
                .containsSubsequence("event drift.detected: OPENED", "opened #21 Schema drift in production")
                .contains("debug_note", "status", "ix_orders_customer_id");
    }

    @Test
    void sixEventsHaveOneIssueAndAComment() {
        assertThat(part("The comparison finds the same drift", "The schema is repaired"))
                .containsSubsequence(
                        "event drift.detected: COUNTED",
                        "event drift.detected: COUNTED",
                        "event drift.detected: COUNTED",
                        "event drift.detected: COUNTED",
                        "event drift.detected: COUNTED",
                        "comment Seen",
                        "6 times in all",
                        "issues 1 about this drift after 6 events")
                .doesNotContain("OPENED", "REPEATED");
    }

    @Test
    void theRepairClosesTheIssue() {
        assertThat(part("The schema is repaired", "Why #21"))
                .containsSubsequence("event drift.resolved: RESOLVED", "closed #21 (completed)");
        assertThat(part("Why #21", "Designs are reviewed"))
                .containsSubsequence("OPENED", "issue.created", "COUNTED", "RESOLVED", "issue.updated");
    }

    @Test
    void designsAreApprovedAndRejectedInTheirIssues() {
        assertThat(part("Designs are reviewed", "The audit trail"))
                .containsSubsequence(
                        "#22 is now closed (completed)",
                        "event design_review.approved: DR-1",
                        "#23 is now closed (not_planned)",
                        "event design_review.rejected: DR-2",
                        "opened #24 Architecture decision ADR-1: Checkout is one transaction");
    }

    /** The lines from one heading to another, without the spaces that put them in columns. */
    private static String part(String from, String to) {
        var first = indexOf(from);
        var last = indexOf(to);
        assertThat(first).isLessThan(last);
        return String.join("\n", lines.subList(first, last)).replaceAll(" +", " ");
    }

    private static int indexOf(String heading) {
        var found = lines.stream().filter(line -> line.startsWith(heading)).findFirst();
        assertThat(found).as(heading).isPresent();
        return lines.indexOf(found.orElseThrow());
    }
}
