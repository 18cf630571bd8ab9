package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the demo tells of events and the issues that rules make of them, in each tracker. */
@ParameterizedClass
@EnumSource
class EventStoriesTest {
    private static final Map<TrackerKind, DemoCall> CALLS = new EnumMap<>(TrackerKind.class);

    private final TrackerKind kind;
    private final List<String> lines;

    EventStoriesTest(TrackerKind kind) {
        this.kind = kind;
        var call = CALLS.computeIfAbsent(kind, first -> DemoCall.with("--tracker", first.word()));
        assertThat(call.err()).isEmpty();
        this.lines = call.lines();
    }

    private String key(int number) {
        return switch (kind) {
            case GITHUB -> "#" + number;
            case GITLAB -> "acme/warehouse#" + number;
            case JIRA -> "WAREHOUSE-" + number;
        };
    }

    /** What people see of an issue that was closed. */
    private String closed() {
        return kind == TrackerKind.JIRA ? "Done" : "closed";
    }

    /** Why it was closed, in the tracker's words. */
    private String completed() {
        return kind == TrackerKind.GITHUB ? "completed" : closed();
    }

    private String told() {
        return switch (kind) {
            case GITHUB -> "told by webhook issues.";
            case GITLAB -> "told by webhook issue.";
            case JIRA -> "told by webhook jira:issue_";
        };
    }

    @Test
    void aMigrationIsAppliedAfterSomebodyApprovedIt() {
        assertThat(part("A migration waits", "Somebody changes the schema"))
                .containsSubsequence(
                        "preview migration.proposed would come to OPENED",
                        "\"Migration V001: create the shop [production]\"",
                        "event migration.proposed: OPENED",
                        "opened " + key(20) + " Migration V001: create the shop [production]",
                        told(),
                        key(20) + " is now " + closed() + " (completed)",
                        "applied V001__create_shop, 3 statements",
                        "event migration.applied: NOTHING_OPEN");
    }

    @Test
    void theDriftHasAnIssueThatNamesEveryDifference() {
        assertThat(part("The comparison finds the drift,", "The comparison finds the same drift"))
                .containsSubsequence(
                        "event drift.detected: OPENED", "opened " + key(21) + " Schema drift in production")
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
        assertThat(part("The schema is repaired", "Why " + key(21)))
                .containsSubsequence("event drift.resolved: RESOLVED", "closed " + key(21) + " (" + completed() + ")");
        assertThat(part("Why " + key(21), "Designs are reviewed"))
                .containsSubsequence("OPENED", "issue.created", "COUNTED", "RESOLVED", "issue.updated");
    }

    @Test
    void designsAreApprovedAndRejectedInTheirIssues() {
        assertThat(part("Designs are reviewed", "The audit trail"))
                .containsSubsequence(
                        key(22) + " is now " + closed() + " (completed)",
                        "event design_review.approved: DR-1",
                        key(23) + " is now " + closed() + " (not_planned)",
                        "event design_review.rejected: DR-2",
                        "opened " + key(24) + " Architecture decision ADR-1: Checkout is one transaction");
    }

    /** The lines from one heading to another, without the spaces that put them in columns. */
    private String part(String from, String to) {
        var first = indexOf(from);
        var last = indexOf(to);
        assertThat(first).isLessThan(last);
        return String.join("\n", lines.subList(first, last)).replaceAll(" +", " ");
    }

    private int indexOf(String heading) {
        var found = lines.stream().filter(line -> line.startsWith(heading)).findFirst();
        assertThat(found).as(heading).isPresent();
        return lines.indexOf(found.orElseThrow());
    }
}
