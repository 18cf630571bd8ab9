package dev.issuelink.demo;

import dev.issuelink.AuditTrail;
import dev.issuelink.SyncReport;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.Resolution;
import dev.issuelink.store.AuditEntry;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole story against a tracker of the demo's own: read, link, write, hear by webhook what people do there, and let events
 * open and close issues.
 */
final class FakeRun {
    private static final int MOST_REQUESTS_OF_NOTHING_NEW = 2;
    private static final int AUDIT_ENTRIES = 6;
    private static final int ACTION_WIDTH = 14;
    private static final int ACTOR_WIDTH = 14;
    private static final Set<String> SHOWN_DETAILS =
            Set.of("issue", "object", "operation", "cause", "fields", "comment");

    private final Console console;
    private final List<ObjectReference> objects;
    private final TrackerKind kind;

    FakeRun(Console console, List<ObjectReference> objects, TrackerKind kind) {
        this.console = console;
        this.objects = objects;
        this.kind = kind;
    }

    Totals run(Archive archive) {
        var watch = new ClosingWatch();
        var openings = new OpeningWatch();
        var reviews = new DesignReviews(Clock.systemUTC());
        try (var tracker = kind.filledFrom(archive);
                var endpoint = WebhookEndpoint.open();
                var engine = IssueLinkEngine.builder(DemoConfiguration.of(tracker, endpoint.url()))
                        .secrets(DemoConfiguration.secrets(tracker))
                        .objectCatalog(() -> objects)
                        .listener(new Listeners(List.of(watch, openings, reviews)))
                        .start()) {
            introduce(tracker);
            endpoint.serve(engine.webhooks(), kind.tracker());
            engine.webhooks().register(kind.tracker());

            var reading = new Reading(console, engine, objects, kind.tracker());
            var report = read(reading, tracker);
            console.heading("The objects that most issues speak of");
            reading.showMostMentioned();

            var object = reading.mostMentioned().stream().findFirst().orElse(objects.get(0));
            var issue = write(engine, object);
            reading.showPanel(object);
            hear(reading, watch, tracker, issue);
            reading.showPanel(object);
            var scene = new Scene(console, tracker, engine.manager(), endpoint.deliveries(), openings, watch);
            tellOfEvents(scene, reviews);
            showAudit(engine.audit());
            return Totals.NONE.plus(report).plusLeftBehind(tracker.stock().pullsLeftBehind());
        }
    }

    private void introduce(DemoTracker tracker) {
        var stock = tracker.stock();
        console.line("%s at %s: %,d issues and %,d pull requests; %,d objects to link"
                .formatted(tracker.place(), tracker.baseUrl(), stock.issues(), stock.pulls(), objects.size()));
        if (stock.pullsLeftBehind() > 0) {
            console.line("%,d pull requests of the archive are left behind: %s has none among its issues"
                    .formatted(stock.pullsLeftBehind(), kind.title()));
        }
        if (stock.leftOut() > 0) {
            console.line("%,d entries of the archive have no number of their own and are left out"
                    .formatted(stock.leftOut()));
        }
    }

    private SyncReport read(Reading reading, DemoTracker tracker) {
        console.heading("Reading every issue, linking what mentions an object");
        var report = reading.read(tracker.stock().entries());
        expect(report.issuesRead() == tracker.stock().issues(), "not as many issues were read as the archive holds");
        expect(
                report.skipped() == tracker.stock().pulls(),
                "not as many pull requests were told apart as the archive holds");
        expect(report.linksCreated() == reading.countLinks(), "not every link that was made is there");
        var before = tracker.requestCount();
        expectNothingNew(reading);
        var requests = tracker.requestCount() - before;
        expect(requests <= MOST_REQUESTS_OF_NOTHING_NEW, "reading nothing new took " + requests + " requests");
        console.line("  read again: nothing new, %d request%s".formatted(requests, requests == 1 ? "" : "s"));
        return report;
    }

    private IssueReference write(IssueLinkEngine engine, ObjectReference object) {
        console.heading("Opening an issue about %s, and commenting on it".formatted(object.name()));
        var story = new IssueStory(console, engine.manager());
        var issue = story.open(kind.tracker(), object);
        story.comment(issue);
        return issue;
    }

    private void hear(Reading reading, ClosingWatch watch, DemoTracker tracker, IssueReference issue) {
        console.heading(
                "Somebody closes %s on %s, and a signed webhook says so".formatted(issue.displayKey(), kind.title()));
        tracker.closeByHand(issue.displayKey(), Resolution.COMPLETED);
        var change = watch.await(issue, IssueStory.PATIENCE);
        console.line("  told by  %s: %s is now %s"
                .formatted(
                        change.cause(),
                        issue.displayKey(),
                        change.after().status().name()));
        expectNothingNew(reading);
    }

    private static void tellOfEvents(Scene scene, DesignReviews reviews) {
        try (var database = ShopDatabase.temporary()) {
            new MigrationStory(scene, database).tell();
            new DriftStory(scene, database).tell();
        }
        new DesignStory(scene, reviews).tell();
    }

    private void showAudit(AuditTrail audit) {
        console.heading("The audit trail's last entries");
        var found = audit.verify();
        audit.entries(Math.max(0, found.entries() - AUDIT_ENTRIES), AUDIT_ENTRIES).stream()
                .map(FakeRun::line)
                .forEach(console::line);
        expect(found.intact(), "the audit trail was changed by somebody");
        console.line("  the chain of all %,d entries is unbroken".formatted(found.entries()));
    }

    private static String line(AuditEntry entry) {
        var record = entry.record();
        var details = record.details().entrySet().stream()
                .filter(detail -> SHOWN_DETAILS.contains(detail.getKey()))
                .map(detail -> detail.getKey() + "=" + detail.getValue())
                .collect(Collectors.joining(", "));
        return "  %4d %s by %s %s"
                .formatted(
                        entry.sequence(),
                        PlainText.fit(record.action(), ACTION_WIDTH),
                        PlainText.fit(record.actor(), ACTOR_WIDTH),
                        details.isEmpty() ? record.subject() : details);
    }

    private static void expectNothingNew(Reading reading) {
        var report = reading.readAgain();
        expect(
                report.complete() && report.issuesChanged() == 0 && report.linksCreated() == 0,
                "reading again found something new where nothing had changed");
    }

    private static void expect(boolean condition, String problem) {
        if (!condition) {
            throw new DemoFailure("The demo's own check failed: " + problem + ".");
        }
    }
}
