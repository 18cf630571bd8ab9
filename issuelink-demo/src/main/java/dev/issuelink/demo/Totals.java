package dev.issuelink.demo;

import dev.issuelink.SyncReport;

/** What was read and linked, over all trackers. */
record Totals(int issues, int pullsSkipped, int links) {
    static final Totals NONE = new Totals(0, 0, 0);

    Totals plus(SyncReport report) {
        return new Totals(issues + report.issuesRead(), pullsSkipped + report.skipped(), links + report.linksCreated());
    }

    @Override
    public String toString() {
        return "issues=%d pulls_skipped=%d links=%d".formatted(issues, pullsSkipped, links);
    }
}
