package dev.issuelink.verify.events;

import static org.awaitility.Awaitility.await;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.IssueTemplate;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.EngineOptions;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.Secret;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.InMemoryTracker;
import dev.issuelink.testkit.InMemoryTrackerProvider;
import dev.issuelink.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** Several engines on one store, of which each may die and be replaced. Time moves by hand. */
final class Fleet implements AutoCloseable {
    static final String TRACKER = "Tracker";
    static final IssueTemplate TEMPLATE =
            new IssueTemplate("plain", "{{object.name}} drifted", "In {{environment.name}}.");

    /** Longer than time is ever moved while somebody writes. */
    private static final Duration LEASE = Duration.ofDays(365);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(5);

    /** An engine and the store as it sees it. */
    record Node(IssueLinkEngine engine, MortalStores stores) {}

    final MutableClock clock = MutableClock.create();
    final InMemoryStores stores = InMemoryStores.create(clock);
    final InMemoryTracker tracker;
    private final List<AutoIssueRule> rules;
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicBoolean frozen = new AtomicBoolean();

    Fleet(int size, Duration markerHorizon, List<AutoIssueRule> rules) {
        this.tracker = InMemoryTracker.builder(TRACKER, clock)
                .markerHorizon(markerHorizon)
                .build();
        this.rules = rules;
        for (var number = 0; number < size; number++) {
            nodes.add(start());
        }
    }

    Node node(int number) {
        return nodes.get(number % nodes.size());
    }

    /** Puts a new engine in the place of one that is dead. */
    void replaceDead() {
        for (var number = 0; number < nodes.size(); number++) {
            if (nodes.get(number).stores.isDead()) {
                nodes.get(number).engine.close();
                nodes.set(number, start());
            }
        }
    }

    /** Lets the first engine die that comes to a step. */
    void dieAt(MortalStores.Step step, boolean afterCommit) {
        var death = MortalStores.Death.at(step, afterCommit);
        nodes.forEach(node -> node.stores.order(death));
    }

    /** Waits until an engine has died, or nothing is left to be written; nobody else dies of the same order. */
    boolean awaitDeath() {
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> isSomebodyDead() || isDone());
        var hasDied = isSomebodyDead();
        nodes.forEach(node -> node.stores.live());
        return hasDied;
    }

    /** Waits until every write is carried out; what the dead held is taken over when nobody else writes. */
    void finish() {
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> {
            replaceDead();
            return isDone();
        });
    }

    private boolean isSomebodyDead() {
        return nodes.stream().anyMatch(node -> node.stores.isDead());
    }

    // Time goes on only while nobody writes, or leases would end under those who do.
    private boolean isDone() {
        frozen.set(true);
        var open = stores.inTransaction(Fleet::open);
        if (open.stream().noneMatch(this::isBeingWritten)) {
            var isHeldByTheDead = open.stream().anyMatch(entry -> entry.state() == OutboxEntry.State.CLAIMED);
            clock.advance(isHeldByTheDead ? LEASE.plusDays(1) : Duration.ofMinutes(5));
        }
        frozen.set(false);
        return open.isEmpty();
    }

    private boolean isBeingWritten(OutboxEntry entry) {
        return entry.state() == OutboxEntry.State.CLAIMED
                && nodes.stream().anyMatch(node -> node.stores.held().contains(entry.id()));
    }

    private static List<OutboxEntry> open(StoreTransaction transaction) {
        return Stream.of(OutboxEntry.State.PENDING, OutboxEntry.State.CLAIMED)
                .flatMap(state -> transaction.outbox().findByState(state, 10_000).stream())
                .toList();
    }

    private Node start() {
        var mortal = new MortalStores(stores, frozen::get);
        var tracking = TrackerConfig.builder(TRACKER, InMemoryTrackerProvider.TYPE)
                .auth(new AuthConfig("token", Settings.of(Map.of("token", new SecretReference("TOKEN")))))
                .budget(IssueBudget.perHour(1_000_000))
                .build();
        var engine = IssueLinkEngine.builder(new IssueLinkConfiguration(List.of(tracking), rules, List.of(TEMPLATE)))
                .provider(mortal.provider(tracker.provider()))
                .secrets(reference -> Optional.of(Secret.of("token-of-the-test")))
                .stores(mortal)
                .clock(clock)
                .sleeper(clock.sleeper())
                .options(EngineOptions.defaults()
                        .withWorkers(2)
                        .withLease(LEASE)
                        .withGiveUpAfter(Duration.ofDays(20_000))
                        .withIdlePause(Duration.ofMillis(20)))
                .start();
        return new Node(engine, mortal);
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.engine.close());
        stores.close();
    }
}
