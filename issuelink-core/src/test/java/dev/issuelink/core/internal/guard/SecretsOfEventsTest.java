package dev.issuelink.core.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueBudget;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.core.internal.guard.secret.Seed;
import dev.issuelink.core.internal.guard.secret.Seeds;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.host.Secret;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.InMemoryTracker;
import dev.issuelink.testkit.InMemoryTrackerProvider;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Secrets go into events by every way there is, and come out nowhere: not sent, not stored, not logged. */
class SecretsOfEventsTest {
    private static final int SEEDS = 500;
    private static final String TRACKER = "Tracker";
    private static final EventType TYPE = new EventType("import.failed");

    private final InMemoryTracker tracker = InMemoryTracker.create(TRACKER, Clock.systemUTC());
    private final InMemoryStores stores = InMemoryStores.create();
    private final AtomicReference<String> advice = new AtomicReference<>("");

    @Test
    void noSecretOfAnEventIsSentStoredOrLogged() {
        var seeds = Seeds.make(SEEDS, new Random(99));
        var logger = (Logger) LoggerFactory.getLogger("dev.issuelink");
        var level = logger.getLevel();
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.addAppender(logged);
        logger.setLevel(Level.TRACE);
        try (var engine = start()) {
            publish(engine, seeds);
            await().atMost(Duration.ofMinutes(2)).until(() -> tracker.issues().size() == SEEDS && isIdle());
        } finally {
            logger.setLevel(level);
            logger.detachAppender(logged);
        }
        var sent = tracker.issues().stream()
                .map(issue -> issue.title() + "\n" + issue.body())
                .toList();
        var stored = stores.inTransaction(SecretsOfEventsTest::everything);
        var lines = logged.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(sent).hasSize(SEEDS).allMatch(text -> text.contains("redacted"));
        // In so many ids and digests, eight hexadecimal digits of a secret turn up by chance.
        var leaks = Leaks.in(String.join("\n", sent) + stored + lines, 12);
        var leaked = seeds.stream().filter(seed -> leaks.test(seed.secret())).toList();
        System.out.printf(
                "figure secrets_of_events %d leaked=%d sent=%d stored_characters=%d log_lines=%d%n",
                SEEDS, leaked.size(), sent.size(), stored.length(), logged.list.size());
        assertThat(leaked).isEmpty();
    }

    private void publish(IssueLinkEngine engine, List<Seed> seeds) {
        var random = new Random(7);
        for (var number = 0; number < seeds.size(); number++) {
            var seed = seeds.get(number);
            var carriers = Carrier.values();
            var text = carriers[random.nextInt(carriers.length)].with(seed.text());
            advice.set(Carrier.ADVICE.with(seed.text()));
            var object = ObjectReference.of(ObjectType.TABLE, Carrier.NAME.with(seed.text()) + " " + number);
            var attributes = Map.of("error", text, "lines", List.of(seed.text()), seed.text(), "a name");
            engine.manager().publish(new DatabaseEvent(TYPE, object, EventAttributes.of(attributes), Instant.EPOCH));
        }
    }

    private boolean isIdle() {
        return stores.inTransaction(transaction -> transaction.outbox().untilNextDue())
                .isEmpty();
    }

    private static String everything(StoreTransaction transaction) {
        var writes = Stream.of(OutboxEntry.State.values())
                .flatMap(state -> transaction.outbox().findByState(state, 10_000).stream())
                .map(write -> write + write.payload() + write.outcome());
        var links = transaction.links().findAfter(null, 10_000).stream()
                .map(link -> link + " " + link.object().name() + link.object().qualifiedName());
        var claims = transaction.fingerprints().findByRule("Imports", null, 10_000).stream()
                .map(claim -> claim + claim.document());
        var snapshots = transaction.links().findAfter(null, 10_000).stream()
                .flatMap(link -> transaction.snapshots().find(link.issue()).stream())
                .map(snapshot -> snapshot.reference() + snapshot.document());
        var audit = transaction.audit().read(0, 100_000).stream().map(String::valueOf);
        return Stream.of(writes, links, claims, snapshots, audit)
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    private IssueLinkEngine start() {
        var config = TrackerConfig.builder(TRACKER, InMemoryTrackerProvider.TYPE)
                .auth(new AuthConfig("token", Settings.of(Map.of("token", new SecretReference("TOKEN")))))
                .budget(IssueBudget.perHour(10_000))
                .build();
        var rule = AutoIssueRule.builder("Imports", TYPE, "event", List.of(TRACKER))
                .budget(IssueBudget.perHour(10_000))
                .build();
        return IssueLinkEngine.builder(new IssueLinkConfiguration(List.of(config), List.of(rule), List.of()))
                .provider(tracker.provider())
                .secrets(reference -> Optional.of(Secret.of("token-of-the-test")))
                .suggestions(event -> Optional.of(advice.get()), Duration.ofSeconds(5))
                .stores(stores)
                .start();
    }
}
