package dev.issuelink.testkit;

import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import dev.issuelink.spi.SettingDescription;
import dev.issuelink.spi.TrackerContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The provider of type {@code in-memory}: it connects a configured tracker to the {@link InMemoryTracker} of the same
 * name. Not found through {@link java.util.ServiceLoader}, since it needs the trackers; give it to an engine's builder.
 */
public final class InMemoryTrackerProvider implements IssueTrackerProvider {
    /** The type by which configurations choose it. */
    public static final String TYPE = TrackerState.PROVIDER;

    private final Map<String, InMemoryTracker> trackers;

    private InMemoryTrackerProvider(Map<String, InMemoryTracker> trackers) {
        this.trackers = trackers;
    }

    /**
     * A provider of some trackers.
     *
     * @param trackers the trackers, each with a name of its own
     * @return the provider
     */
    public static InMemoryTrackerProvider of(InMemoryTracker... trackers) {
        var byName = new LinkedHashMap<String, InMemoryTracker>();
        for (var tracker : trackers) {
            if (byName.put(tracker.name(), tracker) != null) {
                throw new IllegalArgumentException("Two trackers are named " + tracker.name());
            }
        }
        return new InMemoryTrackerProvider(byName);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public ProviderDescription describe() {
        var token = SettingDescription.required("token", SettingDescription.Kind.SECRET, "The token to sign in with.");
        var project = SettingDescription.optional(
                "project", SettingDescription.Kind.TEXT, "Ignored: the tracker's first project is used.");
        return new ProviderDescription("Tracker in memory", List.of(project), Map.of("token", List.of(token)));
    }

    /**
     * Connects to the tracker of the configured name.
     *
     * @param context the configuration and surroundings
     * @return the adapter
     * @throws IllegalArgumentException if there is no tracker of that name
     */
    @Override
    public IssueTrackerAdapter connect(TrackerContext context) {
        var name = context.config().name();
        var tracker = trackers.get(name);
        if (tracker == null) {
            throw new IllegalArgumentException(
                    "There is no tracker in memory named " + name + ", only " + trackers.keySet());
        }
        return tracker.connect(context);
    }
}
