package dev.issuelink.verify.github;

import static org.awaitility.Awaitility.await;

import dev.issuelink.PendingWrite;
import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.EngineOptions;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.host.Secret;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.RecordingHostListener;
import dev.issuelink.testkit.TestContext;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeRepository;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import org.awaitility.core.ConditionFactory;

/** A GitHub with one repository, and engines that are configured for it as hosts configure them. Time moves by hand. */
final class Site implements AutoCloseable {
    static final String TRACKER = "Code";
    static final String HOOK_SECRET = "hook-secret-of-the-site";
    static final Duration LEASE = Duration.ofDays(30);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final MutableClock clock = MutableClock.create();
    final FakeGitHub github;
    final FakeRepository repository;
    final InMemoryStores stores = InMemoryStores.create(clock);
    final RecordingHostListener host = new RecordingHostListener();
    final List<ObjectReference> catalog = new ArrayList<>();
    final Map<String, String> secrets = new java.util.concurrent.ConcurrentHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    Site() {
        this(FakeGitHub.builder());
    }

    Site(FakeGitHub.Builder fake) {
        github = fake.clock(clock).start();
        repository = github.addRepository("acme", "shop");
        secrets.put("TOKEN", github.token("acme"));
        secrets.put("HOOK", HOOK_SECRET);
    }

    /** The configuration as a host writes it. */
    String configuration(String more, String sync) {
        return """
                {"trackers": [{"name": "%s", "type": "github",
                  "config": {"owner": "acme", "repo": "shop", "base_url": "%s"%s,
                             "auth": {"type": "personal_token", "token": "${TOKEN}"}},
                  "sync": {"webhook_secret": "${HOOK}", "poll_interval_minutes": 0%s}}]}
                """.formatted(TRACKER, github.baseUrl(), more, sync);
    }

    IssueLinkEngine engine() {
        return engine(configuration("", ""));
    }

    IssueLinkEngine engine(String configuration) {
        var engine = IssueLinkEngine.builder(
                        ConfigurationReader.withInstalledProviders().read(configuration))
                .secrets(reference ->
                        Optional.ofNullable(secrets.get(reference.name())).map(Secret::of))
                .stores(stores)
                .clock(clock)
                .sleeper(clock.sleeper())
                .listener(host)
                .objectCatalog(() -> List.copyOf(catalog))
                // Time is moved while writes are under way: no lease may end by that.
                .options(EngineOptions.defaults()
                        .withWorkers(3)
                        .withLease(LEASE)
                        .withGiveUpAfter(Duration.ofDays(2000))
                        .withIdlePause(Duration.ofMillis(10)))
                .start();
        opened.add(engine);
        return engine;
    }

    /** The adapter alone, found as the engine finds it. */
    IssueTrackerAdapter adapter() {
        return adapter(configuration("", ""));
    }

    IssueTrackerAdapter adapter(String configuration) {
        var provider = ServiceLoader.load(IssueTrackerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.type().equals("github"))
                .findFirst()
                .orElseThrow();
        var config = ConfigurationReader.withInstalledProviders()
                .read(configuration)
                .trackers()
                .get(0);
        var ahead = Executors.newFixedThreadPool(2);
        var context = TestContext.builder(config).clock(clock).executor(ahead);
        secrets.forEach(context::secret);
        var adapter = provider.connect(context.build());
        opened.add(ahead::shutdownNow);
        opened.add(adapter);
        return adapter;
    }

    /** Waits for a write; when it was put off, the time until then passes at once. */
    <T> T finish(PendingWrite<T> write) {
        patiently().until(() -> {
            pass();
            return write.completion().toCompletableFuture().isDone();
        });
        return write.await(Duration.ofSeconds(1));
    }

    static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10));
    }

    /** Lets the time pass until the next write or notice that was put off is due. */
    void pass() {
        var waiting =
                stores.inTransaction(transaction -> transaction.outbox().findByState(OutboxEntry.State.PENDING, 1));
        if (!waiting.isEmpty()) {
            clock.advance(Duration.ofSeconds(30));
        }
    }

    /** Waits until all that was received is applied. */
    void settle() {
        patiently().until(() -> {
            var next = stores.inTransaction(transaction -> transaction.inbox().untilNextDue());
            // What is being applied is due when its lease ends, which is not waited for.
            next.filter(wait -> !wait.isZero() && wait.compareTo(Duration.ofDays(1)) < 0)
                    .ifPresent(clock::advance);
            return next.isEmpty();
        });
    }

    /** Waits until the host was told of all that is applied: it is told in order, and this comes last. */
    void listen(IssueLinkEngine engine) {
        var key = new IssueKey(TRACKER, "the last");
        var last = IssueReference.builder(key, "github", "acme/shop", "#0", URI.create("https://example.com/0"))
                .build();
        var link = engine.manager().linkObject(ObjectReference.of(ObjectType.TEST, "the last"), last);
        engine.manager().unlink(link.id());
        patiently()
                .until(() -> host.told("linkRemoved", IssueLink.class).stream()
                        .anyMatch(removed -> removed.id().equals(link.id())));
    }

    @Override
    public void close() throws Exception {
        for (var at = opened.size() - 1; at >= 0; at--) {
            opened.get(at).close();
        }
        stores.close();
        github.close();
    }
}
