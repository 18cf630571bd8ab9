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
import java.util.stream.Stream;

/** Several engines on one store, of which each may die and be replaced. Time moves by hand. */
final class Fleet implements AutoCloseable {
    static final String TRACKER = "Tracker";
    static final IssueTemplate TEMPLATE =
            new IssueTemplate("plain", "{{object.name}} drifted", "In {{environment.name}}.");

    /** Longer than time is ever moved while somebody writes. */
    private static final Duration LEASE = Duration.ofDays(365);

    /** An engine and the store as it sees it. */
    record Node(IssueLinkEngine engine, MortalStores stores) {}

    final MutableClock clock = MutableClock.create();
    final InMemoryStores stores = InMemoryStores.create(clock);
    final InMemoryTracker tracker;
    private final List<AutoIssueRule> rules;
    private final List<Node> nodes = new ArrayList<>();
    private final List<MortalStores> dead = new ArrayList<>();

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
                dead.add(nodes.get(number).stores);
                nodes.get(number).engine.close();
                nodes.set(number, start());
            }
        }
    }

    /** Waits until every write is carried out; what the dead held is taken over when nobody else writes. */
    void finish() {
        await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(5)).until(() -> {
            replaceDead();
            var open = stores.inTransaction(Fleet::open);
            var isHeldByTheDead = !open.isEmpty() && open.stream().allMatch(this::isOrphan);
            if (isHeldByTheDead) {
                clock.advance(LEASE.plusDays(1));
            } else if (open.stream()
                    .noneMatch(entry -> entry.state() == OutboxEntry.State.CLAIMED && !isOrphan(entry))) {
                clock.advance(Duration.ofSeconds(30));
            }
            return open.isEmpty();
        });
    }

    private boolean isOrphan(OutboxEntry entry) {
        return entry.state() == OutboxEntry.State.CLAIMED
                && nodes.stream().noneMatch(node -> node.stores.held().contains(entry.id()));
    }

    private static List<OutboxEntry> open(StoreTransaction transaction) {
        return Stream.of(OutboxEntry.State.PENDING, OutboxEntry.State.CLAIMED)
                .flatMap(state -> transaction.outbox().findByState(state, 10_000).stream())
                .toList();
    }

    private Node start() {
        var mortal = new MortalStores(stores);
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
