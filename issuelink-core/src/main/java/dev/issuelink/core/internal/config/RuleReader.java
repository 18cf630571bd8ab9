package dev.issuelink.core.internal.config;

import dev.issuelink.config.AutoIssueRule;
import dev.issuelink.config.StandardRules;
import dev.issuelink.core.internal.rule.ConditionFault;
import dev.issuelink.core.internal.rule.RuleCheck;
import dev.issuelink.event.EventType;
import dev.issuelink.model.Priority;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rules, and compiles their conditions to see that they can be. */
final class RuleReader {
    static final List<String> PROPERTIES = Stream.concat(
                    Stream.of(
                            "name",
                            "standard",
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
                            "enabled",
                            "fingerprint"),
                    CourseReader.PROPERTIES.stream())
            .toList();

    /** Stands for all of a rule that has faults, so that the rest is read nevertheless. */
    private static final AutoIssueRule NONE = AutoIssueRule.builder(
                    "none", new EventType("none.none"), "none", List.of("none"))
            .build();

    private final Faults faults;
    private final Values values;
    private final UniqueNames names;
    private final Set<String> templates;
    private final TargetReader targets;
    private final CourseReader course;

    /**
     * @param trackers the configured trackers, or empty if the document has none, so that they must come from elsewhere
     * @param teams the names of the teams of each tracker
     * @param templates the known templates
     */
    RuleReader(Faults faults, Optional<Set<String>> trackers, Map<String, Set<String>> teams, Set<String> templates) {
        this.faults = faults;
        this.values = new Values(faults);
        this.names = new UniqueNames(faults, "rule");
        this.templates = templates;
        this.targets = new TargetReader(faults, trackers, teams);
        this.course = new CourseReader(faults);
    }

    Optional<AutoIssueRule> read(Node node) {
        return Section.of(node, faults).flatMap(section -> rule(section.only(PROPERTIES)));
    }

    private Optional<AutoIssueRule> rule(Section section) {
        var trackers = targets.read(section);
        var standard = section.get("standard").flatMap(this::standard);
        var name = name(section, standard);
        var event = section.get("event").flatMap(this::event);
        var template = section.get("template").flatMap(this::template);
        var rule = standard.orElse(NONE).toBuilder();
        name.ifPresent(rule::name);
        event.ifPresent(rule::event);
        template.ifPresent(rule::template);
        if (!trackers.isEmpty()) {
            rule.trackers(trackers);
        }
        details(section, rule);
        section.get("assignee")
                .flatMap(node -> targets.assignee(node, trackers))
                .ifPresent(rule::assignee);
        course.read(section, rule);
        check(section, rule.build(), event.or(() -> standard.map(AutoIssueRule::event)));
        demand(section);
        var complete = standard.isPresent() || (event.isPresent() && template.isPresent());
        return complete && name.isPresent() && !trackers.isEmpty() ? Optional.of(rule.build()) : Optional.empty();
    }

    /** Compiles what the rule says to see that it can be, without regard to other faults of it. */
    private void check(Section section, AutoIssueRule rule, Optional<EventType> event) {
        rule.condition()
                .map(text -> RuleCheck.condition(text, event))
                .ifPresent(found -> report(section, "condition", found));
        rule.fingerprint()
                .map(text -> RuleCheck.fingerprint(text, event))
                .ifPresent(found -> report(section, "fingerprint", found));
    }

    private void report(Section section, String property, List<ConditionFault> found) {
        var place = section.get(property)
                .or(() -> section.get("standard"))
                .map(Node::place)
                .orElse(section.place());
        found.forEach(fault -> faults.add(place, fault.sentence(), fault.nearest()));
    }

    /** Reports what is missing and is not taken from a standard rule. */
    private static void demand(Section section) {
        if (section.get("standard").isEmpty()) {
            section.need("event", "which event, such as drift.detected.");
            section.need("template", "the name of a template.");
        }
    }

    private Optional<AutoIssueRule> standard(Node node) {
        return values.choice(node, StandardRules.names()).map(name -> StandardRules.rule(name, NONE.trackers()));
    }

    private Optional<String> name(Section section, Optional<AutoIssueRule> standard) {
        var given = section.get("name").or(() -> section.get("standard").filter(node -> standard.isPresent()));
        if (given.isPresent()) {
            return given.flatMap(names::take);
        }
        return section.get("standard").isPresent() ? Optional.empty() : names.read(section);
    }

    private void details(Section section, AutoIssueRule.Builder rule) {
        section.get("enabled").flatMap(values::flag).ifPresent(rule::enabled);
        section.get("condition").flatMap(values::prose).ifPresent(rule::condition);
        section.get("fingerprint").flatMap(values::name).ifPresent(rule::fingerprint);
        section.get("priority").flatMap(values::name).map(Priority::new).ifPresent(rule::priority);
        section.get("project").flatMap(values::name).ifPresent(rule::project);
        section.get("issue_type").flatMap(values::name).ifPresent(rule::issueType);
        section.get("labels").map(node -> values.list(node, values::name)).ifPresent(rule::labels);
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
        return values.name(node).flatMap(text -> values.known(node, text, templates, "template"));
    }
}
