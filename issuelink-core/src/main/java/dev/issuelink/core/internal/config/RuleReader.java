package dev.issuelink.core.internal.config;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rules. Conditions stay text here; they are compiled when the engine starts. */
final class RuleReader {
    static final List<String> PROPERTIES = List.of(
            "name",
            "event",
            "condition",
            "tracker",
            "trackers",
            "template",
            "priority",
            "labels",
            "assignee",
            "project",
            "issue_type",
            "enabled");

    private final Faults faults;
    private final Values values;
    private final UniqueNames names;
    private final Optional<Set<String>> trackers;
    private final Set<String> templates;

    /**
     * @param trackers the configured trackers, or empty if the document has none, so that they must come from elsewhere
     * @param templates the known templates
     */
    RuleReader(Faults faults, Optional<Set<String>> trackers, Set<String> templates) {
        this.faults = faults;
        this.values = new Values(faults);
        this.names = new UniqueNames(faults, "rule");
        this.trackers = trackers;
        this.templates = templates;
    }

    Optional<AutoIssueRule> read(Node node) {
        return Section.of(node, faults).flatMap(section -> rule(section.only(PROPERTIES)));
    }

    private Optional<AutoIssueRule> rule(Section section) {
        var name = names.read(section);
        var event =
                section.need("event", "which event, such as drift.detected.").flatMap(this::event);
        var template = section.need("template", "the name of a template.").flatMap(this::template);
        var targets = targets(section);
        var enabled = section.get("enabled").flatMap(values::flag).orElse(true);
        var condition = section.get("condition").flatMap(values::prose);
        var priority = line(section, "priority").map(Priority::new);
        var assignee = line(section, "assignee");
        var project = line(section, "project");
        var issueType = line(section, "issue_type");
        var labels = section.get("labels")
                .map(node -> values.list(node, values::name))
                .orElse(List.of());
        if (name.isEmpty() || event.isEmpty() || template.isEmpty() || targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(AutoIssueRule.builder(name.get(), event.get(), template.get(), targets)
                .enabled(enabled)
                .condition(condition.orElse(null))
                .priority(priority.orElse(null))
                .assignee(assignee.orElse(null))
                .project(project.orElse(null))
                .issueType(issueType.orElse(null))
                .labels(labels)
                .build());
    }

    private Optional<String> line(Section section, String property) {
        return section.get(property).flatMap(values::name);
    }

    private Optional<EventType> event(Node node) {
        return values.name(node).flatMap(text -> {
            try {
                return Optional.of(new EventType(text));
            } catch (IllegalArgumentException e) {
                faults.add(node.place(), "must be made of dotted lower-case words, such as drift.detected.");
                return Optional.empty();
            }
        });
    }

    private Optional<String> template(Node node) {
        return values.name(node).flatMap(text -> known(node, text, templates, "template"));
    }

    private List<String> targets(Section section) {
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
        return trackers.isEmpty() ? Optional.of(name) : known(node, name, trackers.get(), "tracker");
    }

    private Optional<String> known(Node node, String name, Set<String> names, String what) {
        if (names.contains(name)) {
            return Optional.of(name);
        }
        faults.unknown(
                node.place(),
                "names no known " + what + "; known are " + Values.words(first(names)) + ".",
                name,
                names);
        return Optional.empty();
    }

    private static List<String> first(Set<String> names) {
        return names.stream().limit(20).toList();
    }
}
