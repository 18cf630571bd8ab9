package dev.issuelink.demo;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.SyncReport;
import dev.issuelink.SyncRequest;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import java.util.Comparator;
import java.util.List;

/** Reads a tracker and shows what came of it: the part that changes nothing, the same for every tracker. */
final class Reading {
    private static final int PANELS = 3;

    private final Console console;
    private final IssueLinkManager manager;
    private final List<ObjectReference> objects;
    private final String tracker;

    Reading(Console console, IssueLinkEngine engine, List<ObjectReference> objects, String tracker) {
        this.console = console;
        this.manager = engine.manager();
        this.objects = objects;
        this.tracker = tracker;
    }

    /**
     * Reads what is new, showing how it goes on.
     *
     * @param total how much there is; 0 if unknown
     */
    SyncReport read(int total) {
        SyncReport report;
        try (var bar = new ProgressBar(console, total)) {
            report = manager.sync(SyncRequest.of(tracker).reportingTo(bar));
        }
        console.line("  %,d issues read, %,d pull requests told apart, %,d links made from mentions"
                .formatted(report.issuesRead(), report.skipped(), report.linksCreated()));
        return report;
    }

    /** Reads what is new, quietly. */
    SyncReport readAgain() {
        return manager.sync(SyncRequest.of(tracker));
    }

    /** The objects with issues, those with the most first. */
    List<ObjectReference> mostMentioned() {
        return objects.stream()
                .filter(object -> !issuesOf(object).isEmpty())
                .sorted(Comparator.comparing(
                        (ObjectReference object) -> -issuesOf(object).size()))
                .toList();
    }

    void showMostMentioned() {
        var mentioned = mostMentioned();
        mentioned.stream().limit(PANELS).forEach(this::showPanel);
        if (mentioned.isEmpty()) {
            console.line("  No issue mentions any of the objects.");
        }
    }

    void showPanel(ObjectReference object) {
        console.lines(Panel.of(object, issuesOf(object)));
    }

    /** How many links there are, by the links' own count. */
    int countLinks() {
        return objects.stream().mapToInt(object -> issuesOf(object).size()).sum();
    }

    private List<IssueReference> issuesOf(ObjectReference object) {
        return manager.getLinkedIssues(object).stream()
                .filter(issue -> issue.tracker().equals(tracker))
                .toList();
    }
}
