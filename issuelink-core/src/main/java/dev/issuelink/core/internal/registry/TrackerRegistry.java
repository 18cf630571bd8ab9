package dev.issuelink.core.internal.registry;

import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.NearestName;
import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.TrackerContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The adapters of the trackers that are configured and enabled. Safe for several threads; closed once, by the engine. */
public final class TrackerRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TrackerRegistry.class);

    private final Map<String, Tracker> trackers;
    private final AtomicBoolean closed = new AtomicBoolean();

    record Tracker(TrackerConfig config, IssueTrackerAdapter adapter, String pointer) {}

    private TrackerRegistry(Map<String, Tracker> trackers) {
        this.trackers = Collections.unmodifiableMap(new LinkedHashMap<>(trackers));
    }

    /**
     * Makes an adapter for every enabled tracker. No tracker is called. If one cannot be made, those that were made are
     * closed again.
     *
     * @param configuration what is configured, from the reader or made by the host
     * @param providers the installed providers
     * @param contexts makes the surroundings of one tracker's adapter
     * @return the registry, to be closed
     * @throws dev.issuelink.error.ConfigurationException with all faults: types that are not installed, names used
     *     twice, rules for trackers that are not configured, and what the providers refuse
     */
    public static TrackerRegistry connect(
            IssueLinkConfiguration configuration,
            ProviderRegistry providers,
            Function<TrackerConfig, TrackerContext> contexts) {
        return new TrackerRegistry(new TrackerConnector(providers, contexts).connect(configuration));
    }

    /**
     * The names of the enabled trackers.
     *
     * @return the names, in the order of the configuration
     */
    public List<String> names() {
        return List.copyOf(trackers.keySet());
    }

    /**
     * The configuration of an enabled tracker.
     *
     * @param name its name
     * @return the configuration
     * @throws IllegalArgumentException if there is none; the message has the names that there are
     */
    public TrackerConfig config(String name) {
        return tracker(name).config();
    }

    /**
     * Where an enabled tracker stands in the configuration.
     *
     * @param name its name
     * @return a JSON pointer
     * @throws IllegalArgumentException if there is none; the message has the names that there are
     */
    public String pointer(String name) {
        return tracker(name).pointer();
    }

    /**
     * The adapter of an enabled tracker.
     *
     * @param name its name
     * @return the adapter; not to be closed
     * @throws IllegalArgumentException if there is none; the message has the names that there are
     * @throws IllegalStateException if the registry is closed
     */
    public IssueTrackerAdapter adapter(String name) {
        var tracker = tracker(name);
        if (closed.get()) {
            throw new IllegalStateException("The engine is closed; no tracker can be used any more");
        }
        return tracker.adapter();
    }

    /**
     * The adapter of an enabled tracker that must be able to do something: the capability gate.
     *
     * @param name its name
     * @param capability what it must be able to do
     * @param operation what is about to be called, for the message
     * @return the adapter; not to be closed
     * @throws TrackerException with {@link dev.issuelink.error.ErrorCode#UNSUPPORTED} if it cannot
     * @throws IllegalArgumentException if there is no such tracker
     * @throws IllegalStateException if the registry is closed
     */
    public IssueTrackerAdapter require(String name, Capability capability, String operation) {
        var adapter = adapter(name);
        if (!adapter.capabilities().contains(capability)) {
            throw TrackerException.unsupported(
                    name,
                    operation,
                    "It needs the capability " + capability + ", which this tracker, or its credential, does not have;"
                            + " ask capabilities() before.");
        }
        return adapter;
    }

    /** Closes all adapters, the last first. One that fails is logged and keeps no other open. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closeAll(trackers.values().stream().map(Tracker::adapter).toList());
        }
    }

    static void closeAll(List<IssueTrackerAdapter> adapters) {
        var reversed = new ArrayList<>(adapters);
        Collections.reverse(reversed);
        reversed.forEach(TrackerRegistry::close);
    }

    private static void close(IssueTrackerAdapter adapter) {
        try {
            adapter.close();
        } catch (RuntimeException e) {
            // The class alone: nobody knows what a provider's message quotes.
            LOG.atWarn().addArgument(e.getClass().getName()).log("A tracker's adapter could not be closed: {}");
        }
    }

    private Tracker tracker(String name) {
        var tracker = trackers.get(name);
        if (tracker == null) {
            throw new IllegalArgumentException("There is no enabled tracker \"" + name + "\"; there are: "
                    + (trackers.isEmpty() ? "none" : String.join(", ", trackers.keySet())) + "."
                    + NearestName.of(name, trackers.keySet())
                            .map(near -> " Did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        return tracker;
    }
}
