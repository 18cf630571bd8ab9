package dev.issuelink.demo;

import dev.issuelink.SyncReport;

/**
 * What was read and linked, over all trackers.
 *
 * @param pullsSkipped pull requests that became no issues, whether they were told apart while reading or left behind
 */
record Totals(int issues, int pullsSkipped, int links) {
    static final Totals NONE = new Totals(0, 0, 0);

    Totals plus(SyncReport report) {
        return new Totals(issues + report.issuesRead(), pullsSkipped + report.skipped(), links + report.linksCreated());
    }

    Totals plusLeftBehind(int pulls) {
        return new Totals(issues, pullsSkipped + pulls, links);
    }

    @Override
    public String toString() {
        return "issues=%d pulls_skipped=%d links=%d".formatted(issues, pullsSkipped, links);
    }
}
