package dev.issuelink.core.internal.engine;

import dev.issuelink.AuditTrail;
import dev.issuelink.InboundWebhooks;
import dev.issuelink.IssueContextGenerator;
import dev.issuelink.IssueLinkManager;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.core.internal.EngineTiming;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.Retention;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.audit.StoredAuditTrail;
import dev.issuelink.core.internal.commit.HostNotifier;
import dev.issuelink.core.internal.commit.WorkLoop;
import dev.issuelink.core.internal.config.Secrets;
import dev.issuelink.core.internal.guard.AccessGuard;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.inbound.InboxWorker;
import dev.issuelink.core.internal.inbound.LinkDetector;
import dev.issuelink.core.internal.inbound.Poller;
import dev.issuelink.core.internal.inbound.Sweeper;
import dev.issuelink.core.internal.inbound.Synchroniser;
import dev.issuelink.core.internal.inbound.WebhookGateway;
import dev.issuelink.core.internal.link.DefaultIssueLinkManager;
import dev.issuelink.core.internal.link.Explaining;
import dev.issuelink.core.internal.link.LinkBook;
import dev.issuelink.core.internal.link.ManagerParts;
import dev.issuelink.core.internal.link.Undoing;
import dev.issuelink.core.internal.link.WriteDesk;
import dev.issuelink.core.internal.outbound.Completions;
import dev.issuelink.core.internal.outbound.Dispatcher;
import dev.issuelink.core.internal.outbound.RetryPlan;
import dev.issuelink.core.internal.publish.EventDesk;
import dev.issuelink.core.internal.publish.FollowUps;
import dev.issuelink.core.internal.publish.Publishing;
import dev.issuelink.core.internal.registry.ProviderRegistry;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.core.internal.rule.RuleBook;
import dev.issuelink.core.internal.secret.KeptSecrets;
import dev.issuelink.core.internal.secret.Turns;
import dev.issuelink.core.internal.secret.WatchedStores;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.host.AccessPolicy;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.HostListener;
import dev.issuelink.host.ObjectCatalog;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.Redactor;
import dev.issuelink.host.SecretResolver;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.store.OutboxEntry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** All parts of a running engine, wired by hand, and the order in which they start and end. */
public final class EngineParts implements AutoCloseable {
    /** What an engine stands on. */
    public record Surroundings(
            List<SecretResolver> resolvers,
            List<IssueTrackerProvider> providers,
            WatchedStores stores,
            boolean ownsStores,
            Optional<Cipher> cipher,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            EngineTiming timing,
            Retention retention) {}

    /** What the host contributes. */
    public record Host(
            HostListener listener,
            AccessPolicy policy,
            RedactionPolicy redaction,
            Redactor redactor,
            ObjectCatalog catalog,
            Publishing.Suggestions suggestions) {}

    private final Surroundings surroundings;
    private final EngineThreads threads = new EngineThreads();
    private final Turns turns;
    private final TrackerRegistry trackers;
    private final AuditRecorder recorder;
    private final HostNotifier notifier;
    private final Completions completions;
    private final WorkLoop dispatching;
    private final WorkLoop applying;
    private final WorkLoop following;
    private final Poller poller;
    private final IssueLinkManager manager;
    private final InboundWebhooks webhooks;
    private final AuditTrail audit;
    private final IssueContextGenerator contextGenerator;

    private EngineParts(IssueLinkConfiguration configuration, Surroundings surroundings, Host host) {
        this.surroundings = surroundings;
        // Before anything is opened: they may have faults.
        var templates = Templates.of(configuration);
        var rules = RuleBook.of(configuration);
        var secrets = secrets(surroundings);
        this.turns = new Turns(surroundings.stores, surroundings.sleeper, new IdSource(surroundings.random));
        this.trackers = connect(configuration, secrets);
        this.notifier = new HostNotifier(host.listener);
        var sanitizer = new Sanitizer(new KnownSecrets(configuration, secrets), host.redaction, host.redactor);
        var shared = SharedParts.of(surroundings, trackers, notifier, sanitizer, host.catalog);
        this.recorder = shared.audit();
        this.completions = shared.completions();
        this.dispatching = dispatching(dispatcher(shared), surroundings.timing);
        this.applying = applying(
                new InboxWorker(
                        shared.stores(),
                        trackers,
                        shared.committer(),
                        shared.applier(),
                        shared.clock(),
                        surroundings.timing.lease()),
                surroundings.timing);
        var synchroniser = synchroniser(shared);
        this.poller = new Poller(trackers, synchroniser, threads.scheduler());
        this.audit = new StoredAuditTrail(shared.stores());
        this.webhooks = new WebhookGateway(trackers, shared.stores(), shared.audit(), shared.clock(), applying::call);
        var publishing = publishing(shared, rules, templates, host.suggestions);
        this.contextGenerator = publishing.contextGenerator();
        this.following = following(publishing.followUps(), surroundings.timing);
        var access = new AccessGuard(host.policy, shared.stores(), recorder);
        this.manager = new DefaultIssueLinkManager(
                managerParts(shared, access, publishing.desk(), templates.engine(), synchroniser), "system");
        refreshOrClose(shared.detector());
    }

    private static Secrets secrets(Surroundings surroundings) {
        var secrets = surroundings.resolvers.isEmpty() ? Secrets.standard() : Secrets.of(surroundings.resolvers);
        return surroundings
                .cipher
                .map(cipher -> secrets.keepingIn(new KeptSecrets(surroundings.stores, cipher)))
                .orElse(secrets);
    }

    private Dispatcher dispatcher(SharedParts shared) {
        var parts = new Dispatcher.Parts(
                shared.stores(),
                trackers,
                shared.committer(),
                shared.applier(),
                shared.audit(),
                shared.codec(),
                shared.claims(),
                shared.completions(),
                shared.ids(),
                shared.clock());
        var retries = new RetryPlan(shared.clock(), surroundings.random, surroundings.timing);
        return new Dispatcher(parts, retries, surroundings.timing.lease());
    }

    private Synchroniser synchroniser(SharedParts shared) {
        var sweeper = new Sweeper(shared.stores(), issue -> shared.refresher().refresh("system", issue));
        return new Synchroniser(
                shared.stores(),
                trackers,
                shared.committer(),
                shared.applier(),
                shared.detector(),
                sweeper,
                threads.ahead(),
                surroundings.timing.lease(),
                shared.ids().next());
    }

    private Publishing publishing(
            SharedParts shared, RuleBook rules, Templates templates, Publishing.Suggestions suggestions) {
        var parts = new Publishing.Parts(
                shared.stores(),
                trackers,
                shared.claims(),
                shared.outbox(),
                shared.sanitizer(),
                shared.audit(),
                shared.ids(),
                shared.clock(),
                threads.ahead());
        return new Publishing(rules, parts, templates::get, suggestions, dispatching::call);
    }

    private ManagerParts managerParts(
            SharedParts shared,
            AccessGuard access,
            EventDesk desk,
            TemplateEngine templates,
            Synchroniser synchroniser) {
        var links = new LinkBook(
                shared.stores(), shared.committer(), shared.applier(), shared.audit(), shared.ids(), shared.clock());
        var undoing = new Undoing.Parts(
                shared.stores(),
                shared.committer(),
                shared.claims(),
                links,
                shared.refresher(),
                trackers,
                shared.sanitizer(),
                shared.outbox(),
                shared.audit(),
                shared.codec());
        return new ManagerParts(
                access,
                trackers,
                links,
                new WriteDesk(shared.stores(), shared.sanitizer(), shared.outbox(), completions, dispatching::call),
                desk,
                templates,
                new Explaining(shared.stores()),
                new Undoing(undoing, dispatching::call),
                shared.refresher(),
                synchroniser,
                shared.codec());
    }

    // The host's catalog may fail, and nothing of what was opened may stay behind.
    private void refreshOrClose(LinkDetector detector) {
        try {
            detector.refresh();
        } catch (RuntimeException failure) {
            threads.close();
            trackers.close();
            throw failure;
        }
    }

    /** Puts an engine together and starts its threads. */
    public static EngineParts start(IssueLinkConfiguration configuration, Surroundings surroundings, Host host) {
        var parts = new EngineParts(configuration, surroundings, host);
        parts.notifier.start();
        parts.dispatching.start();
        parts.applying.start();
        parts.following.start();
        parts.poller.start();
        new Housekeeping(surroundings.stores, surroundings.clock, surroundings.retention)
                .start(parts.threads.scheduler());
        return parts;
    }

    /** The manager. */
    public IssueLinkManager manager() {
        return manager;
    }

    /** The door for what trackers send. */
    public InboundWebhooks webhooks() {
        return webhooks;
    }

    /** The audit trail. */
    public AuditTrail audit() {
        return audit;
    }

    /** Makes texts of facts. */
    public IssueContextGenerator contextGenerator() {
        return contextGenerator;
    }

    /** The trackers. */
    public TrackerRegistry trackers() {
        return trackers;
    }

    /** Writes that were given up. */
    public List<WriteFailure> failedWrites(int limit) {
        return surroundings
                .stores
                .inTransaction(transaction -> transaction.outbox().findByState(OutboxEntry.State.FAILED, limit))
                .stream()
                .map(entry -> new WriteFailure(
                        entry.id(),
                        entry.tracker(),
                        entry.operation(),
                        entry.outcome().orElse("")))
                .toList();
    }

    /** Has a write that was given up tried again. */
    public boolean retryWrite(String id) {
        var requeued = surroundings.stores.inTransaction(transaction -> {
            var isRequeued = transaction.outbox().requeue(id);
            if (isRequeued) {
                recorder.record(transaction, "system", "write.requeued", id, Map.of());
            }
            return isRequeued;
        });
        dispatching.call();
        return requeued;
    }

    @Override
    public void close() {
        threads.close();
        applying.close();
        following.close();
        dispatching.close();
        completions.close();
        notifier.close();
        turns.close();
        trackers.close();
        if (surroundings.ownsStores) {
            surroundings.stores.close();
        }
    }

    private static WorkLoop dispatching(Dispatcher dispatcher, EngineTiming timing) {
        return new WorkLoop(
                "outbox", timing.workers(), dispatcher::dispatchNext, dispatcher::untilNextDue, timing.idlePause());
    }

    private static WorkLoop applying(InboxWorker inbox, EngineTiming timing) {
        return new WorkLoop("inbox", 1, inbox::applyNext, inbox::untilNextDue, timing.idlePause());
    }

    private static WorkLoop following(FollowUps followUps, EngineTiming timing) {
        return new WorkLoop("follow-up", 1, followUps::followNext, followUps::untilNextDue, timing.idlePause());
    }

    private TrackerRegistry connect(IssueLinkConfiguration configuration, Secrets secrets) {
        var loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(EngineParts.class.getClassLoader());
        var providers = ProviderRegistry.discover(surroundings.providers, loader);
        return TrackerRegistry.connect(
                configuration,
                providers,
                tracker -> new EngineContext(
                        tracker,
                        secrets,
                        turns,
                        surroundings.clock,
                        surroundings.sleeper,
                        threads.ahead(),
                        surroundings.random));
    }
}
