package dev.issuelink.core.internal.config;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads who is meant where a rule assigns a team. */
final class TeamReader {
    private final Faults faults;
    private final Values values;

    TeamReader(Faults faults) {
        this.faults = faults;
        this.values = new Values(faults);
    }

    Map<String, List<String>> read(Node node) {
        var teams = new LinkedHashMap<String, List<String>>();
        if (node.kind() != Node.Kind.OBJECT) {
            faults.add(node.place(), Values.expected("an object of lists of users by the name of their team", node));
            return teams;
        }
        node.members().forEach((name, users) -> {
            var team = name(name, users.place());
            var members = users(users);
            team.filter(good -> !members.isEmpty()).ifPresent(good -> teams.put(good, members));
        });
        return teams;
    }

    private Optional<String> name(String name, Place place) {
        var node = Node.text(place, name);
        return values.accept(node, !name.startsWith("@"), "must be named without @; only rules write it.")
                ? values.name(node)
                : Optional.empty();
    }

    private List<String> users(Node node) {
        var seen = new HashSet<String>();
        values.accept(node, node.kind() != Node.Kind.LIST || !node.items().isEmpty(), "must name at least one user.");
        return values.list(
                node,
                item -> values.name(item)
                        .filter(name -> values.accept(item, seen.add(name), "names the same user twice.")));
    }
}
