package dev.issuelink.core.internal.config;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where a rule opens its issues, and for whom. */
final class TargetReader {
    private static final String TEAM = "@";

    private final Faults faults;
    private final Values values;
    private final Optional<Set<String>> trackers;
    private final Map<String, Set<String>> teams;

    /**
     * @param trackers the configured trackers, or empty if they must come from elsewhere
     * @param teams the names of the teams of each tracker
     */
    TargetReader(Faults faults, Optional<Set<String>> trackers, Map<String, Set<String>> teams) {
        this.faults = faults;
        this.values = new Values(faults);
        this.trackers = trackers;
        this.teams = teams;
    }

    /** Reads who is assigned. Where a tracker has teams, a team must be one of them. */
    Optional<String> assignee(Node node, List<String> targets) {
        var assignee = values.name(node);
        assignee.filter(name -> name.startsWith(TEAM))
                .map(name -> name.substring(TEAM.length()))
                .ifPresent(team -> targets.stream()
                        .filter(target -> !teams.getOrDefault(target, Set.of()).isEmpty())
                        .forEach(target -> values.known(
                                node, team, teams.getOrDefault(target, Set.of()), "team of \"" + target + "\"")));
        return assignee;
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
