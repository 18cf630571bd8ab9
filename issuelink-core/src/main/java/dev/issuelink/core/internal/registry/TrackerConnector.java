package dev.issuelink.core.internal.registry;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.config.TrackerConfig;
import dev.issuelink.core.internal.NearestName;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.TrackerContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Connects the enabled trackers of one configuration, all or none. Used once, by one thread. */
final class TrackerConnector {
    private final ProviderRegistry providers;
    private final Function<TrackerConfig, TrackerContext> contexts;
    private final Map<String, TrackerRegistry.Tracker> connected = new LinkedHashMap<>();
    private final List<ConfigurationFault> faults = new ArrayList<>();

    TrackerConnector(ProviderRegistry providers, Function<TrackerConfig, TrackerContext> contexts) {
        this.providers = providers;
        this.contexts = contexts;
    }

    Map<String, TrackerRegistry.Tracker> connect(IssueLinkConfiguration configuration) {
        boolean done = false;
        try {
            connectAll(configuration.trackers());
            checkRules(configuration);
            if (!faults.isEmpty()) {
                throw new ConfigurationException(faults);
            }
            done = true;
            return connected;
        } finally {
            if (!done) {
                TrackerRegistry.closeAll(connected.values().stream()
                        .map(TrackerRegistry.Tracker::adapter)
                        .toList());
            }
        }
    }

    private void connectAll(List<TrackerConfig> trackers) {
        for (int index = 0; index < trackers.size(); index++) {
            if (trackers.get(index).enabled()) {
                connect(trackers.get(index), "/trackers/" + index);
            }
        }
    }

    private void connect(TrackerConfig config, String pointer) {
        var provider = providers.find(config.type());
        if (provider.isEmpty()) {
            faults.add(unknownType(config.type(), pointer));
        } else if (connected.containsKey(config.name())) {
            faults.add(ConfigurationFault.of(
                    pointer + "/name", "is the name of another tracker too; names must be unique."));
        } else {
            provider.flatMap(known -> adapter(known, config, pointer))
                    .ifPresent(adapter ->
                            connected.put(config.name(), new TrackerRegistry.Tracker(config, adapter, pointer)));
        }
    }

    private Optional<IssueTrackerAdapter> adapter(IssueTrackerProvider provider, TrackerConfig config, String pointer) {
        try {
            var adapter = provider.connect(contexts.apply(config));
            if (adapter.tracker().equals(config.name())) {
                return Optional.of(adapter);
            }
            TrackerRegistry.closeAll(List.of(adapter));
            throw new IllegalStateException(
                    "The provider " + provider.getClass().getName() + " was asked for the tracker \"" + config.name()
                            + "\" and made an adapter of another name");
        } catch (ConfigurationException e) {
            e.faults().forEach(fault -> faults.add(below(pointer, fault)));
            return Optional.empty();
        }
    }

    private ConfigurationFault unknownType(String type, String pointer) {
        return new ConfigurationFault(
                pointer + "/type",
                "no provider of this type is on the class path; installed: "
                        + (providers.types().isEmpty() ? "none" : String.join(", ", providers.types())) + ".",
                NearestName.of(type, providers.types()));
    }

    /** Providers know their tracker, not its place among others. */
    private static ConfigurationFault below(String pointer, ConfigurationFault fault) {
        return fault.pointer().startsWith("/trackers/")
                ? fault
                : new ConfigurationFault(pointer + fault.pointer(), fault.problem(), fault.nearest());
    }

    private void checkRules(IssueLinkConfiguration configuration) {
        var names = new LinkedHashSet<String>();
        configuration.trackers().forEach(tracker -> names.add(tracker.name()));
        for (int index = 0; index < configuration.rules().size(); index++) {
            checkRule(configuration.rules().get(index), index, names);
        }
    }

    private void checkRule(AutoIssueRule rule, int index, Set<String> names) {
        for (var tracker : rule.trackers()) {
            if (!names.contains(tracker)) {
                faults.add(new ConfigurationFault(
                        "/auto_issue_rules/" + index,
                        "names a tracker that is not configured.",
                        NearestName.of(tracker, names)));
            }
        }
    }
}
