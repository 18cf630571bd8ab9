package dev.issuelink.core.internal.config;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where a rule opens its issues. */
final class TargetReader {
    private final Faults faults;
    private final Values values;
    private final Optional<Set<String>> trackers;

    /** @param trackers the configured trackers, or empty if they must come from elsewhere */
    TargetReader(Faults faults, Optional<Set<String>> trackers) {
        this.faults = faults;
        this.values = new Values(faults);
        this.trackers = trackers;
    }

    List<String> read(Section section) {
        var one = section.get("tracker");
        var many = section.get("trackers");
        if (one.isPresent() == many.isPresent()) {
            faults.add(
                    section.place(), "needs either \"tracker\", a tracker's name, or \"trackers\", a list of names.");
        }
        var targets = one.flatMap(this::target).map(List::of).orElse(List.of());
        return many.isPresent() ? many.map(this::several).orElse(List.of()) : targets;
    }

    private List<String> several(Node node) {
        var seen = new HashSet<String>();
        values.accept(
                node, node.kind() != Node.Kind.LIST || !node.items().isEmpty(), "must name at least one tracker.");
        return values.list(
                node,
                item -> values.name(item)
                        .filter(name -> values.accept(item, seen.add(name), "names the same tracker twice."))
                        .flatMap(name -> configured(item, name)));
    }

    private Optional<String> target(Node node) {
        return values.name(node).flatMap(name -> configured(node, name));
    }

    private Optional<String> configured(Node node, String name) {
        return trackers.isEmpty() ? Optional.of(name) : values.known(node, name, trackers.get(), "tracker");
    }
}
