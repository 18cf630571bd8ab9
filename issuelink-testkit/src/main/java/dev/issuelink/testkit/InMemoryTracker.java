package dev.issuelink.testkit;

import dev.issuelink.host.Secret;
import dev.issuelink.model.Issue;
import dev.issuelink.model.Label;
import dev.issuelink.model.Milestone;
import dev.issuelink.model.SecurityAlert;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.TrackerContext;
import dev.issuelink.spi.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A whole tracker in memory, for tests of hosts and engines. The engine reaches it through {@link #adapter()} or
 * {@link #provider()}, people through {@link #human()}, and the test looks into it and orders its faults. It outlives
 * its adapters, so that a test may let the engine die and start anew. Safe for several threads.
 */
public final class InMemoryTracker {
    private final TrackerSetup setup;
    private final TrackerState state;
    private final Deliveries deliveries;
    private final TrackerEdits edits;
    private final Hooks hooks;
    private final TrackerFaults faults;
    private final List<TrackerCall> calls = new ArrayList<>();
    private final Set<Capability> capabilities = EnumSet.allOf(Capability.class);

    private InMemoryTracker(TrackerSetup setup) {
        this.setup = setup;
        this.state = setup.state();
        this.deliveries = new Deliveries(setup.clock(), setup.webhookSecret());
        this.edits = new TrackerEdits(state, deliveries);
        this.hooks = new Hooks(state, deliveries);
        this.faults = new TrackerFaults(setup.name(), setup.clock());
    }

    /**
     * An empty tracker that can do everything.
     *
     * @param name its configured name
     * @param clock its own clock; give the engine another one, and the two differ as in life
     * @return the tracker
     */
    public static InMemoryTracker create(String name, Clock clock) {
        return builder(name, clock).build();
    }

    /**
     * Starts a tracker.
     *
     * @param name its configured name
     * @param clock its own clock
     * @return a builder
     */
    public static Builder builder(String name, Clock clock) {
        return new Builder(name, clock);
    }

    /**
     * Its configured name.
     *
     * @return the name
     */
    public String name() {
        return setup.name();
    }

    /**
     * A new connection whose credential may do everything; it accepts the tracker's own webhook secret.
     *
     * @return the adapter
     */
    public IssueTrackerAdapter adapter() {
        return connect(() -> CallGate.Access.FULL);
    }

    /**
     * A new connection whose credential may only read.
     *
     * @return the adapter
     */
    public IssueTrackerAdapter readOnlyAdapter() {
        return connect(() -> CallGate.Access.READ_ONLY);
    }

    /**
     * A new connection whose credential is not accepted.
     *
     * @return the adapter
     */
    public IssueTrackerAdapter refusedAdapter() {
        return connect(() -> CallGate.Access.NONE);
    }

    private IssueTrackerAdapter connect(Supplier<CallGate.Access> access) {
        return connect(access, new OwnSecrets(setup.webhookSecret()));
    }

    IssueTrackerAdapter connect(TrackerContext context) {
        return connect(() -> setup.access(context), new ConfiguredSecrets(context, setup.webhookSecret()));
    }

    private IssueTrackerAdapter connect(Supplier<CallGate.Access> access, InMemoryWebhooks.Secrets secrets) {
        var gate = new CallGate(this, access);
        return new InMemoryAdapter(this, gate, new InMemoryWebhooks(this, gate, secrets));
    }

    /**
     * A provider that connects to this tracker, to be given to an engine's builder.
     *
     * @return the provider
     */
    public IssueTrackerProvider provider() {
        return InMemoryTrackerProvider.of(this);
    }

    /**
     * A person named {@code alice} who uses the tracker.
     *
     * @return what she can do
     */
    public TrackerPeople human() {
        return human("alice");
    }

    /**
     * A person who uses the tracker.
     *
     * @param username the person's name
     * @return what the person can do
     */
    public TrackerPeople human(String username) {
        return new Human(state, edits, edits.locked(() -> state.user(username)));
    }

    /**
     * Faults on order.
     *
     * @return where they are ordered
     */
    public TrackerFaults faults() {
        return faults;
    }

    /**
     * Lets the scanner find something, or changes a finding of the same id.
     *
     * @param alert the finding
     */
    public void raiseAlert(SecurityAlert alert) {
        edits.locked(() -> {
            edits.raise(alert);
            return true;
        });
    }

    /**
     * All issues that are there, of all projects.
     *
     * @return the issues, oldest first
     */
    public List<Issue> issues() {
        return edits.locked(() ->
                state.rows().stream().filter(IssueRow::issue).map(state::issue).toList());
    }

    /**
     * All calls of all adapters that were let through to the tracker.
     *
     * @return the calls in the order in which they ended
     */
    public List<TrackerCall> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    /**
     * How many writes of adapters were carried out.
     *
     * @return the number
     */
    public int writes() {
        return (int) calls().stream()
                .filter(call -> call.write() && call.carriedOut())
                .count();
    }

    void log(TrackerCall call) {
        synchronized (calls) {
            calls.add(call);
        }
    }

    /**
     * What the tracker can do at present.
     *
     * @return the capabilities
     */
    public Set<Capability> capabilities() {
        synchronized (capabilities) {
            return Set.copyOf(capabilities);
        }
    }

    /**
     * Takes capabilities away; their operations throw {@link dev.issuelink.error.ErrorCode#UNSUPPORTED} from now on.
     *
     * @param lost the capabilities
     */
    public void disable(Capability... lost) {
        synchronized (capabilities) {
            Arrays.asList(lost).forEach(capabilities::remove);
        }
    }

    /**
     * Gives capabilities back.
     *
     * @param gained the capabilities
     */
    public void enable(Capability... gained) {
        synchronized (capabilities) {
            capabilities.addAll(Arrays.asList(gained));
        }
    }

    /**
     * What was delivered by webhook and accepted. Every change of whatever side is delivered, registered or not.
     *
     * @return signed requests, oldest first
     */
    public List<WebhookRequest> deliveries() {
        return deliveries.arrived();
    }

    /**
     * Sends deliveries somewhere from now on. Called by the thread that made the change, without any lock.
     *
     * @param host takes a request and says whether it accepted it; what it refuses counts as missed
     */
    public void deliverTo(Predicate<WebhookRequest> host) {
        deliveries.deliverTo(Objects.requireNonNull(host, "host"));
    }

    /**
     * Cuts the way to the host or joins it again.
     *
     * @param refuse whether deliveries count as missed from now on
     */
    public void refuseDeliveries(boolean refuse) {
        deliveries.refuse(refuse);
    }

    /**
     * A genuine delivery of whatever content.
     *
     * @param kind the kind, known or not
     * @param body the body
     * @return the request with a right signature
     */
    public WebhookRequest signed(String kind, String body) {
        return deliveries.signed("signed-" + body.hashCode(), kind, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Switches all registered webhooks off, as trackers do after many failures. */
    public void deactivateWebhooks() {
        edits.locked(() -> {
            hooks.deactivate();
            return true;
        });
    }

    User account() {
        return setup.account();
    }

    int pageSize() {
        return setup.pageSize();
    }

    Duration markerHorizon() {
        return setup.markerHorizon();
    }

    TrackerState state() {
        return state;
    }

    TrackerEdits edits() {
        return edits;
    }

    Hooks hooks() {
        return hooks;
    }

    Deliveries deliveriesLog() {
        return deliveries;
    }

    @Override
    public String toString() {
        return "InMemoryTracker[" + setup.name() + "]";
    }

    /** Collects what a tracker should be. Not for several threads. */
    public static final class Builder {
        private final String name;
        private final Clock clock;
        private final Set<Capability> without = new HashSet<>();
        private final Set<String> users = new LinkedHashSet<>(List.of("alice", "bob", "carol"));
        private List<String> projects = List.of("acme/app", "acme/other");
        private List<Milestone> milestones = List.of();
        private List<String> labels = List.of();
        private Duration markerHorizon = Duration.ZERO;
        private Secret webhookSecret = Secret.of("the tracker's own webhook secret");
        private Optional<Secret> token = Optional.empty();
        private int pageSize = 30;

        private Builder(String name, Clock clock) {
            this.name = Objects.requireNonNull(name, "name");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets the projects.
         *
         * @param ids their ids; the first is the one that adapters are configured for
         * @return this
         */
        public Builder projects(List<String> ids) {
            if (ids.isEmpty()) {
                throw new IllegalArgumentException("A tracker needs a project");
            }
            projects = List.copyOf(ids);
            return this;
        }

        /**
         * Sets the labels that the first project begins with.
         *
         * @param names their names
         * @return this
         */
        public Builder labels(List<String> names) {
            labels = List.copyOf(names);
            return this;
        }

        /**
         * Adds users to whom issues can be assigned, besides {@code alice}, {@code bob} and {@code carol}.
         *
         * @param names their names
         * @return this
         */
        public Builder users(List<String> names) {
            users.addAll(names);
            return this;
        }

        /**
         * Sets the milestones.
         *
         * @param planned the milestones
         * @return this
         */
        public Builder milestones(List<Milestone> planned) {
            milestones = List.copyOf(planned);
            return this;
        }

        /**
         * Takes capabilities away from the beginning.
         *
         * @param lacking the capabilities
         * @return this
         */
        public Builder without(Capability... lacking) {
            without.addAll(Arrays.asList(lacking));
            return this;
        }

        /**
         * Sets how many things a page holds.
         *
         * @param size the number, 30 by default
         * @return this
         */
        public Builder pageSize(int size) {
            if (size < 1) {
                throw new IllegalArgumentException("A page holds at least one thing, not " + size);
            }
            pageSize = size;
            return this;
        }

        /**
         * Sets how long markers are not found after they were written.
         *
         * @param horizon the time, zero by default
         * @return this
         */
        public Builder markerHorizon(Duration horizon) {
            markerHorizon = Objects.requireNonNull(horizon, "horizon");
            return this;
        }

        /**
         * Sets what deliveries are signed with until a webhook is registered.
         *
         * @param secret the secret
         * @return this
         */
        public Builder webhookSecret(Secret secret) {
            webhookSecret = Objects.requireNonNull(secret, "secret");
            return this;
        }

        /**
         * Sets the only token that configured adapters may sign in with.
         *
         * @param secret the token; without it any configuration is accepted
         * @return this
         */
        public Builder token(Secret secret) {
            token = Optional.of(secret);
            return this;
        }

        /**
         * Makes the tracker.
         *
         * @return the tracker
         */
        public InMemoryTracker build() {
            var state = new TrackerState(name, clock, projects);
            users.forEach(user -> state.users.put(user, User.of("U-" + user, user)));
            milestones.forEach(milestone -> state.milestones.put(milestone.id(), milestone));
            labels.forEach(label -> state.labels(state.mainProject()).put(label, Label.of(label)));
            var tracker = new InMemoryTracker(
                    new TrackerSetup(name, clock, state, pageSize, markerHorizon, webhookSecret, token));
            tracker.disable(without.toArray(Capability[]::new));
            return tracker;
        }
    }
}
