package dev.issuelink.core;

import static org.awaitility.Awaitility.await;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.host.Secret;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.model.WriteLimits;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.InMemoryTracker;
import dev.issuelink.testkit.InMemoryTrackerProvider;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.RecordingHostListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tracker, a store and a clock that outlive engines, so that an engine may die and another take its place. */
final class EngineFixture implements AutoCloseable {
    static final String TRACKER = "Tracker";
    static final Duration SOON = Duration.ofSeconds(20);

    final MutableClock clock = MutableClock.create();
    final InMemoryTracker tracker;
    final InMemoryStores stores = InMemoryStores.create(clock);
    final RecordingHostListener host = new RecordingHostListener();
    final AdapterFaults adapterFaults = new AdapterFaults();
    final List<ObjectReference> catalog = new ArrayList<>();

    @Nullable
    IssueBudget budget;

    @Nullable
    WriteLimits writeLimits;

    private final List<IssueLinkEngine> engines = new ArrayList<>();

    EngineFixture() {
        this(Duration.ZERO);
    }

    EngineFixture(Duration markerHorizon) {
        tracker = InMemoryTracker.builder(TRACKER, clock)
                .markerHorizon(markerHorizon)
                .webhookSecret(Secret.of("hook-secret-of-the-test"))
                .build();
    }

    IssueLinkEngine start() {
        return start(builder());
    }

    IssueLinkEngine start(IssueLinkEngine.Builder builder) {
        var engine = builder.start();
        engines.add(engine);
        return engine;
    }

    IssueLinkEngine.Builder builder() {
        return builder(List.of(), List.of());
    }

    IssueLinkEngine.Builder builder(List<AutoIssueRule> rules, List<IssueTemplate> templates) {
        var sync = new SyncConfig(
                SyncDirection.BIDIRECTIONAL, List.of(new SecretReference("HOOK")), Optional.empty(), Duration.ZERO);
        var config = TrackerConfig.builder(TRACKER, InMemoryTrackerProvider.TYPE)
                .auth(new AuthConfig("token", Settings.of(Map.of("token", new SecretReference("TOKEN")))))
                .sync(sync)
                .teams(Map.of("oncall", List.of("alice")))
                .budget(budget)
                .writeLimits(writeLimits)
                .build();
        return IssueLinkEngine.builder(new IssueLinkConfiguration(List.of(config), rules, templates))
                .provider(adapterFaults.around(tracker.provider()))
                .secrets(reference -> Optional.of(
                        Secret.of(reference.name().equals("HOOK") ? "hook-secret-of-the-test" : "token-of-the-test")))
                .stores(stores)
                .clock(clock)
                .sleeper(clock.sleeper())
                .listener(host)
                .objectCatalog(() -> List.copyOf(catalog))
                .options(EngineOptions.defaults().withWorkers(2).withIdlePause(Duration.ofMillis(20)));
    }

    OutboxEntry write(String id) {
        return stores.inTransaction(transaction -> transaction.outbox().find(id))
                .orElseThrow();
    }

    /** Waits until every notice is applied; what was put off becomes due meanwhile. */
    void awaitEmptyInbox() {
        await().until(() -> {
            var next = stores.inTransaction(transaction -> transaction.inbox().untilNextDue());
            next.filter(wait -> !wait.isZero()).ifPresent(clock::advance);
            return next.isEmpty();
        });
    }

    @Override
    public void close() {
        engines.forEach(IssueLinkEngine::close);
        stores.close();
    }
}
