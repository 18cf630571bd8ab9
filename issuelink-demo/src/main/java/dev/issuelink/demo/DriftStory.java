package dev.issuelink.demo;

import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.SchemaEvents;
import dev.issuelink.event.SchemaSnapshot;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.util.List;

/** A schema that somebody changes by hand: the drift has one issue, however often it is seen, until it is repaired. */
final class DriftStory {
    static final String ENVIRONMENT = "production";

    private static final ObjectReference SHOP = ObjectReference.of(ObjectType.DATABASE, "shop");
    private static final int TIMES_MORE = 5;
    private static final List<String> BY_HAND = List.of(
            "ALTER TABLE orders ADD COLUMN debug_note TEXT",
            "ALTER TABLE orders DROP COLUMN status",
            "DROP INDEX ix_orders_customer_id");
    private static final List<String> REPAIR = List.of(
            "ALTER TABLE orders DROP COLUMN debug_note",
            "ALTER TABLE orders ADD COLUMN status TEXT NOT NULL DEFAULT 'new'",
            "CREATE INDEX ix_orders_customer_id ON orders (customer_id)");

    private final Scene scene;
    private final ShopDatabase database;
    private final Console console;

    DriftStory(Scene scene, ShopDatabase database) {
        this.scene = scene;
        this.database = database;
        this.console = scene.console();
    }

    void tell() {
        var expected = database.snapshot("migration V001");
        console.heading("Somebody changes the schema behind the application's back");
        execute(BY_HAND);

        console.heading("The comparison finds the drift, and a rule opens an issue");
        var issue = scene.open(drift(expected));
        showBody(issue);

        console.heading("The comparison finds the same drift %d times more".formatted(TIMES_MORE));
        seeAgain(expected, issue);

        console.heading("The schema is repaired, and the issue is closed");
        execute(REPAIR);
        resolve(expected, issue);

        console.heading("Why %s was there".formatted(issue.displayKey()));
        scene.explain(issue);
    }

    private void execute(List<String> statements) {
        database.execute(statements);
        statements.forEach(sql -> console.line("  sql      " + sql));
    }

    private DatabaseEvent drift(SchemaSnapshot expected) {
        return SchemaEvents.driftDetected(
                SHOP,
                ENVIRONMENT,
                expected,
                database.snapshot(ENVIRONMENT),
                scene.clock().next());
    }

    private void showBody(IssueReference issue) {
        scene.tracker().issue(issue.displayKey()).text().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("<!--"))
                .forEach(line -> console.line("           | " + line));
    }

    private void seeAgain(SchemaSnapshot expected, IssueReference issue) {
        for (var time = 0; time < TIMES_MORE; time++) {
            scene.publish(drift(expected));
        }
        var told = (TIMES_MORE + 1) + " times in all";
        scene.deliveries()
                .await(
                        () -> lastComment(issue).contains(told),
                        Patience.LIMIT,
                        "Nobody was told of the drift's recurrences");
        showComment(issue);
        var issues = scene.tracker().countTitled(issueTitle(issue));
        if (issues != 1) {
            throw new DemoFailure("The demo's own check failed: one drift has %d issues.".formatted(issues));
        }
        console.line("  issues   %d about this drift after %d events".formatted(issues, TIMES_MORE + 1));
    }

    private void resolve(SchemaSnapshot expected, IssueReference issue) {
        var left = expected.differencesTo(database.snapshot(ENVIRONMENT));
        if (!left.isEmpty()) {
            throw new DemoFailure("The demo's own check failed: the repair left " + left + ".");
        }
        scene.publish(
                SchemaEvents.driftResolved(SHOP, ENVIRONMENT, scene.clock().next()));
        scene.deliveries()
                .await(
                        () -> !scene.tracker().issue(issue.displayKey()).open()
                                && scene.isRecorded(issue, "issue.updated"),
                        Patience.LIMIT,
                        issue.displayKey() + " was not closed");
        showComment(issue);
        console.line("  closed   %s (%s)"
                .formatted(
                        issue.displayKey(),
                        scene.tracker().issue(issue.displayKey()).state()));
    }

    private String issueTitle(IssueReference issue) {
        return scene.tracker().issue(issue.displayKey()).title();
    }

    private void showComment(IssueReference issue) {
        lastComment(issue)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .ifPresent(line -> console.line("  comment  " + line));
    }

    private String lastComment(IssueReference issue) {
        var comments = scene.tracker().issue(issue.displayKey()).comments();
        return comments.isEmpty() ? "" : comments.get(comments.size() - 1);
    }
}
