package dev.issuelink.jira;

import dev.issuelink.jira.JiraWorkflow.Status;
import dev.issuelink.jira.JiraWorkflow.Transition;
import dev.issuelink.model.StatusCategory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;

/** A workflow by chance, with an issue in it: some transitions are hidden, some refused, some ask for fields. */
final class RandomWorkflow implements JiraWorkflowWalk.Issue {
    private static final int FAR = 1_000;

    final List<Status> statuses = new ArrayList<>();
    final Map<String, List<Transition>> offered = new HashMap<>();
    final Set<Transition> guarded = new HashSet<>();
    final List<String> looked = new ArrayList<>();
    final List<Transition> performed = new ArrayList<>();
    private Status at;

    RandomWorkflow(long seed, boolean guards) {
        var random = new Random(seed);
        var size = 1 + random.nextInt(12);
        for (var i = 0; i < size; i++) {
            var category = StatusCategory.values()[random.nextInt(4)];
            statuses.add(new Status("" + (10_000 + i), "Status " + i, category));
        }
        var number = 0;
        var density = 0.5 + random.nextDouble() * 2;
        for (var from : statuses) {
            var transitions = new ArrayList<Transition>();
            for (var to : statuses) {
                if (random.nextDouble() < density / size) {
                    number++;
                    var missing = random.nextInt(5) == 0 ? List.of("\"Field " + number + "\"") : List.<String>of();
                    var transition = new Transition("" + number, "Go " + number, to, missing);
                    transitions.add(transition);
                    if (guards && random.nextInt(6) == 0) {
                        guarded.add(transition);
                    }
                }
            }
            offered.put(from.id(), List.copyOf(transitions));
        }
        at = statuses.get(random.nextInt(size));
    }

    JiraWorkflow known() {
        var known = new JiraWorkflow();
        offered.forEach(known::learn);
        return known;
    }

    boolean isOpen(Transition transition) {
        return transition.missing().isEmpty() && !guarded.contains(transition);
    }

    /** The least number of steps between all statuses, by trying every way over every status. */
    int[][] steps(BiPredicate<Status, Transition> usable) {
        var size = statuses.size();
        var steps = new int[size][size];
        for (var from = 0; from < size; from++) {
            for (var to = 0; to < size; to++) {
                var target = statuses.get(to);
                var source = statuses.get(from);
                var edge = offered.get(source.id()).stream()
                        .anyMatch(way -> way.to().equals(target) && usable.test(source, way));
                steps[from][to] = from == to ? 0 : edge ? 1 : FAR;
            }
        }
        for (var over = 0; over < size; over++) {
            for (var from = 0; from < size; from++) {
                for (var to = 0; to < size; to++) {
                    steps[from][to] = Math.min(steps[from][to], steps[from][over] + steps[over][to]);
                }
            }
        }
        return steps;
    }

    /** The least number of steps to one of the wanted statuses; empty if none can be reached. */
    Optional<Integer> steps(Status from, Set<Status> wanted) {
        var steps = steps((source, way) -> isOpen(way))[statuses.indexOf(from)];
        return wanted.stream()
                .map(status -> steps[statuses.indexOf(status)])
                .filter(n -> n < FAR)
                .min(Integer::compare);
    }

    @Override
    public Status status() {
        return at;
    }

    @Override
    public List<Transition> transitions() {
        looked.add(at.id());
        return offered.get(at.id());
    }

    @Override
    public Optional<String> perform(Transition transition) {
        if (!offered.get(at.id()).contains(transition) || !transition.missing().isEmpty()) {
            throw new AssertionError(transition + " is not open in " + at);
        }
        if (guarded.contains(transition)) {
            return Optional.of("You may not.");
        }
        performed.add(transition);
        at = transition.to();
        return Optional.empty();
    }
}
