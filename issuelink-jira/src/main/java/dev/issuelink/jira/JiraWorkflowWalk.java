package dev.issuelink.jira;

import dev.issuelink.jira.JiraWorkflow.Status;
import dev.issuelink.jira.JiraWorkflow.Transition;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings an issue to a wanted status. Jira tells only the transitions out of the status where the issue stands, so what
 * lies beyond is found by going there. The rule:
 *
 * <ol>
 *   <li>If a way to the wanted status is known, the shortest is taken; what is known beforehand counts, and what is
 *       offered on the way corrects it.
 *   <li>Else the issue goes to the nearest status whose transitions were not seen yet, to one whose category is past the
 *       wanted one only if there is no other; of equally near ones to that whose category is nearest to the wanted one,
 *       then by the transition's id. No status is explored twice, so it never wanders in circles.
 *   <li>If nothing is left to explore, or after the most steps, it goes back to where it began, as far as a way is known,
 *       and says where it stands and why.
 * </ol>
 *
 * <p>A transition that Jira refuses is not tried again from that status.
 */
final class JiraWorkflowWalk {
    /** No workflow that people use needs more; it bounds what a workflow that sends issues elsewhere can do. */
    static final int MOST_STEPS = 40;

    private final Issue issue;
    private final JiraWorkflow workflow;
    private final TargetStatus target;
    private final Set<String> seen = new HashSet<>();
    private final List<Transition> taken = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    private JiraWorkflowWalk(Issue issue, JiraWorkflow workflow, TargetStatus target) {
        this.issue = issue;
        this.workflow = workflow;
        this.target = target;
    }

    /** The issue that is moved. Failures of the connection come through as they are. */
    interface Issue {
        /** Where it stands now. */
        Status status();

        /** The transitions that are offered to us where it stands. */
        List<Transition> transitions();

        /**
         * Takes one of the transitions that are offered.
         *
         * @return why Jira refused it; empty if it was taken
         */
        Optional<String> perform(Transition transition);
    }

    /**
     * How it ended.
     *
     * @param status where the issue stands
     * @param taken the transitions that were taken, the way back among them
     * @param problem why the issue is not where it should be; empty if it is
     */
    record Outcome(Status status, List<Transition> taken, Optional<String> problem) {
        Outcome {
            taken = List.copyOf(taken);
        }

        boolean arrived() {
            return problem.isEmpty();
        }
    }

    /**
     * Walks.
     *
     * @param issue the issue
     * @param workflow what is known of the workflow beforehand; what is seen on the way is added
     * @param target where the issue should come to
     * @return how it ended
     */
    static Outcome walk(Issue issue, JiraWorkflow workflow, TargetStatus target) {
        return new JiraWorkflowWalk(issue, workflow, target).walk();
    }

    private Outcome walk() {
        var start = issue.status();
        var at = start;
        while (!at.isWhat(target)) {
            look(at);
            var way = next(at);
            if (way.isEmpty() || taken.size() >= MOST_STEPS) {
                return stopped(start, at, way.isPresent());
            }
            at = step(at, way.get());
        }
        return new Outcome(at, taken, Optional.empty());
    }

    private void look(Status at) {
        if (seen.add(at.id())) {
            workflow.learn(at.id(), issue.transitions());
        }
    }

    private Optional<Transition> next(Status at) {
        return workflow.shortest(at, status -> status.isWhat(target))
                .or(() -> toUnseen(at))
                .map(way -> way.get(0));
    }

    private Optional<List<Transition>> toUnseen(Status at) {
        Predicate<Status> unseen = status -> !workflow.knows(status.id());
        return nearest(at, unseen.and(status -> distance(status) >= 0)).or(() -> nearest(at, unseen));
    }

    private Optional<List<Transition>> nearest(Status at, Predicate<Status> wanted) {
        var steps = workflow.shortest(at, wanted).map(List::size);
        return Stream.of(0, 1, 2, -1, -2)
                .flatMap(distance -> workflow.shortest(at, wanted.and(status -> distance(status) == distance)).stream())
                .filter(way -> steps.filter(nearest -> nearest == way.size()).isPresent())
                .findFirst();
    }

    /** How far the category of a status is before the wanted one; negative behind it. */
    private int distance(Status status) {
        return rank(target.category()) - rank(status.category());
    }

    private static int rank(StatusCategory category) {
        return switch (category) {
            case OPEN -> 0;
            case IN_PROGRESS, UNKNOWN -> 1;
            case DONE -> 2;
        };
    }

    /** Takes one transition. The issue may come to another status than was said: then that counts. */
    private Status step(Status at, Transition transition) {
        var refused = issue.perform(transition);
        if (refused.isPresent()) {
            workflow.refuse(at.id(), transition);
            refusal = Optional.of("Jira refused the transition " + transition + ": " + refused.get());
            return at;
        }
        taken.add(transition);
        var now = issue.status();
        if (!now.id().equals(transition.to().id())) {
            workflow.refuse(at.id(), transition);
        }
        return now;
    }

    private Outcome stopped(Status start, Status at, boolean tooLong) {
        var why = tooLong
                ? "It was moved " + taken.size() + " times without coming there."
                : refusal.orElseGet(() -> workflow.whyNot(at, target));
        var back = taken.isEmpty() ? at : back(start, at);
        var where = back.id().equals(start.id())
                ? taken.isEmpty() ? "It stays in \"" : "It is back in \""
                : "It was in \"" + start.name() + "\" and now stands in \"";
        return new Outcome(
                back,
                taken,
                Optional.of(
                        "The issue cannot be brought to " + wanted() + ". " + why + " " + where + back.name() + "\"."));
    }

    private Status back(Status start, Status from) {
        var at = from;
        for (var steps = 0; steps < MOST_STEPS && !at.id().equals(start.id()); steps++) {
            var way = workflow.shortest(at, status -> status.id().equals(start.id()));
            if (way.isEmpty()) {
                return at;
            }
            look(at);
            at = step(at, way.get().get(0));
        }
        return at;
    }

    private String wanted() {
        return target.name()
                .map(name -> "\"" + name + "\"")
                .orElseGet(() -> "a status of the category " + target.category());
    }
}
