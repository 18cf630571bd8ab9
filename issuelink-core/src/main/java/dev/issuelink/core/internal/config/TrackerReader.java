package dev.issuelink.core.internal.config;

import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the trackers. */
final class TrackerReader {
    static final List<String> PROPERTIES =
            List.of("name", "type", "enabled", "config", "sync", "teams", "budget", "write_limits");

    private final Faults faults;
    private final Values values;
    private final ProviderChoice providers;
    private final UniqueNames names;
    private final Map<String, Set<String>> teams = new LinkedHashMap<>();

    TrackerReader(Faults faults, ProviderCatalog catalog) {
        this.faults = faults;
        this.values = new Values(faults);
        this.providers = new ProviderChoice(catalog, faults);
        this.names = new UniqueNames(faults, "tracker");
    }

    /** The names read so far, of trackers with faults too. */
    Set<String> names() {
        return names.all();
    }

    /** The names of the teams of each tracker read so far. */
    Map<String, Set<String>> teams() {
        return Collections.unmodifiableMap(teams);
    }

    Optional<TrackerConfig> read(Node node) {
        return Section.of(node, faults).flatMap(section -> tracker(section.only(PROPERTIES)));
    }

    private Optional<TrackerConfig> tracker(Section section) {
        var name = names.read(section);
        var enabled = section.get("enabled").flatMap(values::flag).orElse(true);
        var typeNode = section.need("type", "the kind of tracker, such as github.");
        var type = typeNode.flatMap(values::name);
        var provider = typeNode.flatMap(node -> type.flatMap(text -> providers.find(node, text, enabled)));
        var connection = new ConnectionReader(faults).read(section, provider);
        var sync = section.get("sync").map(new SyncReader(faults)::read).orElseGet(SyncConfig::defaults);
        var users = section.get("teams").map(new TeamReader(faults)::read).orElse(Map.of());
        name.ifPresent(given -> teams.put(given, users.keySet()));
        var limits = new LimitReader(faults);
        var budget = section.get("budget").flatMap(limits::budget);
        var writeLimits = section.get("write_limits").flatMap(limits::writeLimits);
        return name.flatMap(given -> type.map(text -> TrackerConfig.builder(given, text)
                .enabled(enabled)
                .auth(connection.auth().orElse(null))
                .labels(connection.labels())
                .settings(connection.settings())
                .sync(sync)
                .teams(users)
                .budget(budget.orElse(null))
                .writeLimits(writeLimits.orElse(null))
                .build()));
    }
}
