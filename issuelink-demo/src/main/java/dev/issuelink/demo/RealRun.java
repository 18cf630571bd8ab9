package dev.issuelink.demo;

import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.TargetStatus;
import java.nio.file.Path;
import java.util.List;

/** The same against real trackers: read, link and show. It writes only if it is told to. */
final class RealRun {
    private final Console console;
    private final List<ObjectReference> objects;
    private final boolean write;

    RealRun(Console console, List<ObjectReference> objects, boolean write) {
        this.console = console;
        this.objects = objects;
        this.write = write;
    }

    Totals run(Path configuration) {
        var read = ConfigurationReader.withInstalledProviders().read(configuration);
        try (var engine =
                IssueLinkEngine.builder(read).objectCatalog(() -> objects).start()) {
            if (engine.trackers().isEmpty()) {
                throw new DemoFailure(configuration + " enables no tracker.");
            }
            var totals = Totals.NONE;
            for (var tracker : engine.trackers()) {
                totals = show(engine, tracker, totals);
            }
            return totals;
        }
    }

    private Totals show(IssueLinkEngine engine, String tracker, Totals before) {
        console.heading("%s: reading every issue, linking what mentions an object".formatted(tracker));
        var reading = new Reading(console, engine, objects, tracker);
        var report = reading.read(0);
        reading.showMostMentioned();
        if (write) {
            var object = reading.mostMentioned().stream().findFirst().orElse(objects.get(0));
            write(engine, tracker, object);
            reading.showPanel(object);
        }
        return before.plus(report);
    }

    private void write(IssueLinkEngine engine, String tracker, ObjectReference object) {
        console.heading("%s: opening an issue about %s".formatted(tracker, object.name()));
        var story = new IssueStory(console, engine.manager());
        var issue = story.open(tracker, object);
        story.comment(issue);
        var done = IssueChanges.builder()
                .status(TargetStatus.done(Resolution.COMPLETED))
                .build();
        engine.manager().actingAs("demo").updateIssue(issue, done).await(IssueStory.PATIENCE);
        console.line("  closed   " + issue.displayKey());
    }
}
