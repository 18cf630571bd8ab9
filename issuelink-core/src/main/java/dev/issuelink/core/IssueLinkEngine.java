package dev.issuelink.core;

import dev.issuelink.AuditTrail;
import dev.issuelink.InboundWebhooks;
import dev.issuelink.IssueContextGenerator;
import dev.issuelink.IssueLinkManager;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.core.internal.engine.EngineParts;
import dev.issuelink.core.internal.engine.Waiting;
import dev.issuelink.core.internal.publish.Publishing;
import dev.issuelink.core.internal.secret.WatchedStores;
import dev.issuelink.host.AccessPolicy;
import dev.issuelink.host.Cipher;
import dev.issuelink.host.HostListener;
import dev.issuelink.host.ObjectCatalog;
import dev.issuelink.host.RedactionPolicy;
import dev.issuelink.host.Redactor;
import dev.issuelink.host.SecretResolver;
import dev.issuelink.host.SuggestionSource;
import dev.issuelink.host.WriteFailure;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.ConnectionReport;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.Sleeper;
import dev.issuelink.store.InMemoryStores;
import dev.issuelink.store.IssueLinkStores;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A running engine: it keeps the host's objects and the issues of the configured trackers together. A host starts one for
 * its configuration and closes it at its end. Several engines, on one node or many, may share one store.
 *
 * <p>Threads: safe for all. The engine has threads of its own, all of them daemons; {@link #close()} ends them.
 */
public final class IssueLinkEngine implements AutoCloseable {
    private final EngineParts parts;

    private IssueLinkEngine(EngineParts parts) {
        this.parts = parts;
    }

    /**
     * Begins to set an engine up.
     *
     * @param configuration the trackers and rules, from {@link ConfigurationReader} or made by hand
     * @return a builder
     */
    public static Builder builder(IssueLinkConfiguration configuration) {
        return new Builder(configuration);
    }

    /**
     * Links, writes and synchronisation.
     *
     * @return the manager, acting for {@code system}
     */
    public IssueLinkManager manager() {
        return parts.manager();
    }

    /**
     * The door for what trackers send.
     *
     * @return the webhooks
     */
    public InboundWebhooks webhooks() {
        return parts.webhooks();
    }

    /**
     * What was done.
     *
     * @return the audit trail
     */
    public AuditTrail audit() {
        return parts.audit();
    }

    /**
     * Makes titles and descriptions of facts, as rules do, for a host that lets people edit them first.
     *
     * @return the generator; its texts are free of secrets
     */
    public IssueContextGenerator contextGenerator() {
        return parts.contextGenerator();
    }

    /**
     * The names of the trackers that are configured and enabled.
     *
     * @return the names, in the order of the configuration
     */
    public List<String> trackers() {
        return parts.trackers().names();
    }

    /**
     * What a tracker can do.
     *
     * @param tracker its configured name
     * @return its capabilities
     * @throws IllegalArgumentException if no enabled tracker has that name
     */
    public Set<Capability> capabilities(String tracker) {
        return parts.trackers().adapter(tracker).capabilities();
    }

    /**
     * Asks a tracker who we are and what we may do.
     *
     * @param tracker its configured name
     * @return what was found
     * @throws dev.issuelink.error.TrackerException if the tracker could not be reached or understood
     * @throws IllegalArgumentException if no enabled tracker has that name
     */
    public ConnectionReport testConnection(String tracker) {
        return parts.trackers().adapter(tracker).testConnection();
    }

    /**
     * Writes that were given up and need a person.
     *
     * @param limit how many at most, at least 1
     * @return the oldest ones
     */
    public List<WriteFailure> failedWrites(int limit) {
        return parts.failedWrites(limit);
    }

    /**
     * Has a write that was given up tried again. Where the tracker can be looked into, what it opened or commented is
     * looked for by its marker first, so it is not done twice; where it cannot, look there yourself before.
     *
     * @param id its id, see {@link WriteFailure#id()}
     * @return false if no write of that id was given up
     */
    public boolean retryWrite(String id) {
        return parts.retryWrite(id);
    }

    /** Finishes what is being done, ends all threads and closes the adapters; a store that the host gave stays open. */
    @Override
    public void close() {
        parts.close();
    }

    /** Sets an engine up. Not for several threads. */
    public static final class Builder {
        private final IssueLinkConfiguration configuration;
        private final List<SecretResolver> secrets = new ArrayList<>();
        private final List<IssueTrackerProvider> providers = new ArrayList<>();
        private @Nullable IssueLinkStores stores;
        private @Nullable Cipher cipher;
        private HostListener listener = new HostListener() {};
        private AccessPolicy accessPolicy = AccessPolicy.allowAll();
        private RedactionPolicy redaction = RedactionPolicy.defaults();
        private Redactor redactor = text -> text;
        private ObjectCatalog catalog = List::of;
        private Publishing.Suggestions suggestions = new Publishing.Suggestions(Optional.empty(), Duration.ZERO);
        private EngineOptions options = EngineOptions.defaults();
        private Clock clock = Clock.systemUTC();
        private Sleeper sleeper = Waiting::forReal;
        private RandomGenerator random = new SecureRandom();

        private Builder(IssueLinkConfiguration configuration) {
            this.configuration = Objects.requireNonNull(configuration, "configuration");
        }

        /**
         * Adds somebody who knows secrets. Without any, the environment, the system properties and files are asked.
         *
         * @param resolver asked after those added before
         * @return this
         */
        public Builder secrets(SecretResolver resolver) {
            secrets.add(Objects.requireNonNull(resolver, "resolver"));
            return this;
        }

        /**
         * Adds a provider besides those that {@link java.util.ServiceLoader} finds.
         *
         * @param provider the provider
         * @return this
         */
        public Builder provider(IssueTrackerProvider provider) {
            providers.add(Objects.requireNonNull(provider, "provider"));
            return this;
        }

        /**
         * Sets where everything is kept. Without it, in memory.
         *
         * @param hostStores the stores; the host closes them after the engine
         * @return this
         */
        public Builder stores(IssueLinkStores hostStores) {
            this.stores = Objects.requireNonNull(hostStores, "hostStores");
            return this;
        }

        /**
         * Sets what seals secrets that trackers exchange, such as refresh tokens, so that the engine keeps them in its
         * store. A value that was exchanged is used in place of the configured one until the host configures another.
         * What a {@link SecretResolver#keep} keeps is left to it. Without a cipher, and without such a resolver, trackers
         * that exchange secrets cannot be used.
         *
         * <p>Every text is freed of these secrets before it is stored, so nothing is written while they cannot be opened.
         *
         * @param hostCipher the cipher, for example {@link Cipher#aesGcm}; needs {@link #stores} that last
         * @return this
         */
        public Builder cipher(Cipher hostCipher) {
            this.cipher = Objects.requireNonNull(hostCipher, "hostCipher");
            return this;
        }

        /**
         * Sets who is told what happened.
         *
         * @param hostListener the listener
         * @return this
         */
        public Builder listener(HostListener hostListener) {
            this.listener = Objects.requireNonNull(hostListener, "hostListener");
            return this;
        }

        /**
         * Sets who decides what is allowed. Without it, everything is.
         *
         * @param policy the policy
         * @return this
         */
        public Builder accessPolicy(AccessPolicy policy) {
            this.accessPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets what is hidden besides secrets: literals of SQL, addresses of e-mail, and what the host's patterns find.
         *
         * @param policy the policy; without it, {@link RedactionPolicy#defaults()}
         * @return this
         */
        public Builder redaction(RedactionPolicy policy) {
            this.redaction = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Sets what is removed from texts besides the secrets that IssueLink finds itself.
         *
         * @param hostRedactor the redactor
         * @return this
         */
        public Builder redactor(Redactor hostRedactor) {
            this.redactor = Objects.requireNonNull(hostRedactor, "hostRedactor");
            return this;
        }

        /**
         * Sets by whose names links are detected. Without it, none are.
         *
         * @param objectCatalog the catalog
         * @return this
         */
        public Builder objectCatalog(ObjectCatalog objectCatalog) {
            this.catalog = Objects.requireNonNull(objectCatalog, "objectCatalog");
            return this;
        }

        /**
         * Sets who gives advice to be shown in issues, and how long it is waited for when an issue is opened. It is asked
         * on a thread of the engine, about an event without secrets. Where it says nothing, fails or is late, what
         * IssueLink itself has to say is shown. Without it, only that.
         *
         * @param source the source
         * @param timeout how long, positive; {@link IssueLinkManager#publish} takes as long at most
         * @return this
         */
        public Builder suggestions(SuggestionSource source, Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("The timeout must be positive, but is " + timeout);
            }
            this.suggestions = new Publishing.Suggestions(Optional.of(source), timeout);
            return this;
        }

        /**
         * Sets how the engine works.
         *
         * @param engineOptions the options
         * @return this
         */
        public Builder options(EngineOptions engineOptions) {
            this.options = Objects.requireNonNull(engineOptions, "engineOptions");
            return this;
        }

        /**
         * Sets the clock. For tests; a store in memory that the engine makes itself goes by it, too.
         *
         * @param engineClock the clock
         * @return this
         */
        public Builder clock(Clock engineClock) {
            this.clock = Objects.requireNonNull(engineClock, "engineClock");
            return this;
        }

        /**
         * Sets how adapters wait. For tests.
         *
         * @param engineSleeper the way to wait
         * @return this
         */
        public Builder sleeper(Sleeper engineSleeper) {
            this.sleeper = Objects.requireNonNull(engineSleeper, "engineSleeper");
            return this;
        }

        /**
         * Sets where ids and jitter come from. For tests; ids of nodes that share a store must never meet.
         *
         * @param generator a generator that is safe for several threads
         * @return this
         */
        public Builder random(RandomGenerator generator) {
            this.random = Objects.requireNonNull(generator, "generator");
            return this;
        }

        /**
         * Connects the trackers and starts the engine. No tracker is called yet.
         *
         * @return the engine, to be closed by the host
         * @throws dev.issuelink.error.ConfigurationException with all faults of the configuration
         * @throws IllegalStateException if there is a cipher but there are no stores of the host
         */
        public IssueLinkEngine start() {
            var ownsStores = stores == null;
            if (ownsStores && cipher != null) {
                throw new IllegalStateException("A cipher is for secrets that are kept, and without stores(...) they"
                        + " would be lost at the end: give the engine stores that last, or no cipher");
            }
            var usedStores = stores == null ? InMemoryStores.create(clock) : stores;
            var surroundings = new EngineParts.Surroundings(
                    secrets,
                    providers,
                    new WatchedStores(usedStores),
                    ownsStores,
                    Optional.ofNullable(cipher),
                    clock,
                    sleeper,
                    random,
                    options.timing(),
                    options.retention());
            var host = new EngineParts.Host(listener, accessPolicy, redaction, redactor, catalog, suggestions);
            return new IssueLinkEngine(EngineParts.start(configuration, surroundings, host));
        }
    }
}
