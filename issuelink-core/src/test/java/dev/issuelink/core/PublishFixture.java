package dev.issuelink.core;

import static org.awaitility.Awaitility.await;

import dev.issuelink.IssueLinkManager;
import dev.issuelink.PublishReport;
import dev.issuelink.Verdict;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** An engine with one rule for drifts, and short words for what happens to it. */
final class PublishFixture implements AutoCloseable {
    static final String RULE = "Drift";
    static final IssueTemplate TEMPLATE = new IssueTemplate(
            "drift",
            "{{object.name}} drifted",
            "It is {{drift.severity}} in {{environment.name}}.\n\n{{ai_suggestions}}");
    static final ObjectReference ORDERS = Samples.table("orders");

    final EngineFixture engine = new EngineFixture();
    private final AtomicInteger events = new AtomicInteger();
    private final IssueLinkEngine running;

    PublishFixture() {
        this(rule -> rule);
    }

    PublishFixture(UnaryOperator<AutoIssueRule.Builder> rule) {
        this(rule, fixture -> {});
    }

    PublishFixture(UnaryOperator<AutoIssueRule.Builder> rule, Consumer<EngineFixture> before) {
        before.accept(engine);
        running = engine.start(engine.builder(List.of(rule(rule)), List.of(TEMPLATE)));
    }

    static AutoIssueRule rule(UnaryOperator<AutoIssueRule.Builder> rule) {
        return rule.apply(AutoIssueRule.builder(
                        RULE, EventType.DRIFT_DETECTED, TEMPLATE.name(), List.of(EngineFixture.TRACKER)))
                .build();
    }

    IssueLinkEngine running() {
        return running;
    }

    IssueLinkManager manager() {
        return running.manager();
    }

    /** A drift that no other event equals, at this time. */
    DatabaseEvent drift(ObjectReference object, Instant at) {
        return event(EventType.DRIFT_DETECTED, object, at);
    }

    DatabaseEvent event(EventType type, ObjectReference object, Instant at) {
        var attributes = Map.of(
                "environment", Map.of("name", "production"),
                "drift", Map.of("severity", "high"),
                "number", events.incrementAndGet());
        return new DatabaseEvent(type, object, EventAttributes.of(attributes), at);
    }

    Verdict publish(DatabaseEvent event) {
        return verdict(manager().publish(event));
    }

    /** A drift of the orders happens now. */
    Verdict drifts() {
        return publish(drift(ORDERS, engine.clock.instant()));
    }

    /** The drift of the orders is over now. */
    Verdict ends() {
        return publish(event(EventType.DRIFT_RESOLVED, ORDERS, engine.clock.instant()));
    }

    static Verdict verdict(PublishReport report) {
        return report.decisions().get(0).verdict();
    }

    void letPass(Duration duration) {
        engine.clock.advance(duration);
    }

    /** Waits until nothing is left to be written; what was put off for seconds becomes due meanwhile. */
    void settle() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> {
                    var due = engine.stores.inTransaction(
                            transaction -> transaction.outbox().untilNextDue());
                    var open = engine.stores.inTransaction(transaction -> transaction
                                    .outbox()
                                    .findByState(OutboxEntry.State.PENDING, 1)
                                    .isEmpty()
                            && transaction
                                    .outbox()
                                    .findByState(OutboxEntry.State.CLAIMED, 1)
                                    .isEmpty());
                    due.filter(wait -> !wait.isZero() && wait.compareTo(Duration.ofMinutes(2)) < 0)
                            .ifPresent(engine.clock::advance);
                    return open;
                });
    }

    /** Waits until the engine has come back to every problem that is due now, and has written what it wants to say. */
    void followUp() {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> engine.stores.inTransaction(transaction -> transaction
                        .fingerprints()
                        .findDue(engine.clock.instant(), 1)
                        .isEmpty()));
        settle();
    }

    List<Issue> issues() {
        return engine.tracker.issues();
    }

    Issue issue() {
        return issues().get(0);
    }

    boolean isOpen() {
        return issue().status().category() == StatusCategory.OPEN;
    }

    List<String> comments() {
        return comments(issue().reference());
    }

    List<String> comments(IssueReference issue) {
        return engine.tracker.adapter().comments().getComments(issue, null).stream()
                .map(comment -> comment.body())
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
