package dev.issuelink.demo;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Resolution;
import dev.issuelink.store.AuditEntry;
import java.time.Clock;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the stories of events have in common: a host that publishes, its tracker, and the people there. */
final class Scene {
    private final Console console;
    private final DemoTracker tracker;
    private final IssueLinkManager manager;
    private final Deliveries deliveries;
    private final OpeningWatch openings;
    private final ClosingWatch closings;
    private final EventClock clock = new EventClock(Clock.systemUTC());

    Scene(
            Console console,
            DemoTracker tracker,
            IssueLinkManager manager,
            Deliveries deliveries,
            OpeningWatch openings,
            ClosingWatch closings) {
        this.console = console;
        this.tracker = tracker;
        this.manager = manager.actingAs("demo");
        this.deliveries = deliveries;
        this.openings = openings;
        this.closings = closings;
    }

    Console console() {
        return console;
    }

    DemoTracker tracker() {
        return tracker;
    }

    IssueLinkManager manager() {
        return manager;
    }

    Deliveries deliveries() {
        return deliveries;
    }

    EventClock clock() {
        return clock;
    }

    /** Says what publishing would do, and does nothing. */
    void preview(DatabaseEvent event) {
        for (var plan : manager.autoIssues().preview(event).plans()) {
            console.line("  preview  %s would come to %s"
                    .formatted(event.type(), plan.decision().verdict()));
            plan.draft().ifPresent(draft -> console.line("           \"" + draft.title() + "\""));
        }
    }

    /** Tells IssueLink what happened. What comes of it is up to the rules. */
    void publish(DatabaseEvent event) {
        var verdicts = manager.publish(event).decisions().stream()
                .map(decision -> decision.verdict() + ", " + decision.reason())
                .collect(Collectors.joining("; "));
        console.line("  event    %s: %s".formatted(event.type(), verdicts));
    }

    /** Publishes what opens an issue, and waits until it is open. */
    IssueReference open(DatabaseEvent event) {
        publish(event);
        var issue = openings.await(event.object(), Patience.LIMIT);
        console.line("  opened   %s %s"
                .formatted(issue.displayKey(), tracker.issue(issue.displayKey()).title()));
        return issue;
    }

    /** Somebody decides in the issue: closes it, as done or as not planned. */
    void decide(IssueReference issue, Resolution resolution) {
        tracker.closeByHand(issue.displayKey(), resolution);
        var change = closings.await(issue, Patience.LIMIT);
        console.line("  told by  %s: %s is now %s (%s)"
                .formatted(
                        change.cause(),
                        issue.displayKey(),
                        change.after().status().name(),
                        resolution.name().toLowerCase(Locale.ROOT)));
    }

    /** Whether the audit trail says that our own write to the issue was carried out. */
    boolean isRecorded(IssueReference issue, String action) {
        return manager.autoIssues().explain(issue).stream()
                .anyMatch(entry -> entry.record().action().equals(action));
    }

    /** Says why an issue is there and what became of it. */
    void explain(IssueReference issue) {
        manager.autoIssues().explain(issue).stream().map(Scene::words).forEach(console::line);
    }

    private static String words(AuditEntry entry) {
        var record = entry.record();
        var details = record.details();
        var why = details.getOrDefault("verdict", details.getOrDefault("operation", ""));
        return "  %4d %s by %s %s".formatted(entry.sequence(), PlainText.fit(record.action(), 16), record.actor(), why);
    }
}
