package dev.issuelink.core.internal.engine;

import dev.issuelink.AuditTrail;
import dev.issuelink.InboundWebhooks;
import dev.issuelink.IssueContextGenerator;
import dev.issuelink.IssueLinkManager;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.core.internal.EngineTiming;
import dev.issuelink.core.internal.IdSource;
import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.core.internal.audit.StoredAuditTrail;
import dev.issuelink.core.internal.claim.Claims;
import dev.issuelink.core.internal.codec.StoreCodec;
import dev.issuelink.core.internal.commit.Committer;
import dev.issuelink.core.internal.commit.HostNotifier;
import dev.issuelink.core.internal.commit.WorkLoop;
import dev.issuelink.core.internal.config.Secrets;
import dev.issuelink.core.internal.guard.AccessGuard;
import dev.issuelink.core.internal.guard.Sanitizer;
import dev.issuelink.core.internal.inbound.Applier;
import dev.issuelink.core.internal.inbound.InboxWorker;
import dev.issuelink.core.internal.inbound.LinkDetector;
import dev.issuelink.core.internal.inbound.Poller;
import dev.issuelink.core.internal.inbound.Sweeper;
import dev.issuelink.core.internal.inbound.Synchroniser;
import dev.issuelink.core.internal.inbound.WebhookGateway;
import dev.issuelink.core.internal.link.DefaultIssueLinkManager;
import dev.issuelink.core.internal.link.Explaining;
import dev.issuelink.core.internal.link.IssueRefresher;
import dev.issuelink.core.internal.link.LinkBook;
import dev.issuelink.core.internal.link.ManagerParts;
import dev.issuelink.core.internal.link.Undoing;
import dev.issuelink.core.internal.link.WriteDesk;
import dev.issuelink.core.internal.outbound.Completions;
import dev.issuelink.core.internal.outbound.Dispatcher;
import dev.issuelink.core.internal.outbound.Outbox;
import dev.issuelink.core.internal.outbound.RetryPlan;
import dev.issuelink.core.internal.publish.FollowUps;
import dev.issuelink.core.internal.publish.Publishing;
import dev.issuelink.core.internal.registry.ProviderRegistry;
import dev.issuelink.core.internal.registry.TrackerRegistry;
import dev.issuelink.host.AccessPolicy;
import dev.issuelink.host.HostListener;
import dev.issuelink.host.ObjectCatalog;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.Redactor;
import dev.issuelink.host.SecretResolver;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.store.IssueLinkStores;
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
            IssueLinkStores stores,
            boolean ownsStores,
            Clock clock,
            Sleeper sleeper,
            RandomGenerator random,
            EngineTiming timing) {}

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
        var secrets = surroundings.resolvers.isEmpty() ? Secrets.standard() : Secrets.of(surroundings.resolvers);
        this.trackers = connect(configuration, secrets);
        var stores = surroundings.stores;
        var clock = surroundings.clock;
        var codec = new StoreCodec();
        var claims = new Claims(codec);
        var ids = new IdSource(surroundings.random);
        this.recorder = new AuditRecorder(clock);
        var detector = new LinkDetector(host.catalog, ids, recorder, clock);
        var applier = new Applier(codec, detector, recorder, clock);
        this.notifier = new HostNotifier(host.listener);
        this.completions = new Completions(stores);
        var committer = new Committer(stores, notifier);
        var dispatcher = new Dispatcher(
                new Dispatcher.Parts(
                        stores, trackers, committer, applier, recorder, codec, claims, completions, ids, clock),
                new RetryPlan(clock, surroundings.random, surroundings.timing),
                surroundings.timing.lease());
        this.dispatching = dispatching(dispatcher, surroundings.timing);
        this.applying = applying(new InboxWorker(stores, trackers, committer, applier, clock), surroundings.timing);
        var refresher = new IssueRefresher(stores, trackers, committer, applier);
        var sweeper = new Sweeper(stores, issue -> refresher.refresh("system", issue));
        var synchroniser =
                new Synchroniser(stores, trackers, committer, applier, detector, sweeper, threads.ahead(), ids.next());
        this.poller = new Poller(trackers, synchroniser, threads.scheduler());
        this.audit = new StoredAuditTrail(stores);
        this.webhooks = new WebhookGateway(trackers, stores, recorder, clock, applying::call);
        var sanitizer = new Sanitizer(new KnownSecrets(configuration, secrets), host.redaction, host.redactor);
        var outbox = new Outbox(codec, ids, recorder, clock);
        var templates = Templates.of(configuration);
        var publishing = new Publishing(
                configuration,
                new Publishing.Parts(
                        stores, trackers, claims, outbox, sanitizer, recorder, ids, clock, threads.ahead()),
                templates::get,
                host.suggestions,
                dispatching::call);
        this.contextGenerator = publishing.contextGenerator();
        this.following = following(publishing.followUps(), surroundings.timing);
        var links = new LinkBook(stores, committer, applier, recorder, ids, clock);
        var undoing = new Undoing(
                new Undoing.Parts(
                        stores, committer, claims, links, refresher, trackers, sanitizer, outbox, recorder, codec),
                dispatching::call);
        var parts = new ManagerParts(
                new AccessGuard(host.policy, stores, recorder),
                trackers,
                links,
                new WriteDesk(stores, sanitizer, outbox, completions, dispatching::call),
                publishing.desk(),
                templates.engine(),
                new Explaining(stores),
                undoing,
                refresher,
                synchroniser,
                codec);
        this.manager = new DefaultIssueLinkManager(parts, "system");
        refreshOrClose(detector);
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
        new Housekeeping(parts.surroundings.stores, parts.surroundings.clock).start(parts.threads.scheduler());
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
                        surroundings.clock,
                        surroundings.sleeper,
                        threads.ahead(),
                        surroundings.random));
    }
}
