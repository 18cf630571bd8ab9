package dev.issuelink.jira;

import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What is known of a workflow: the transitions that lead out of each status, as far as they were seen. Finds the shortest
 * way between statuses; of ways of one length, the one whose transitions have the lowest ids. Not for several threads.
 */
final class JiraWorkflow {
    private static final int MOST_NAMED = 10;

    private static final Comparator<Transition> BY_ID = Comparator.<Transition>comparingInt(
                    transition -> transition.id().length())
            .thenComparing(Transition::id);

    private final Map<String, List<Transition>> known = new LinkedHashMap<>();
    private final Set<String> refused = new LinkedHashSet<>();

    /**
     * Where an issue may stand.
     *
     * @param id Jira's id, which translations do not change
     * @param name what people call it
     * @param category what it means
     */
    record Status(String id, String name, StatusCategory category) {
        boolean isWhat(TargetStatus target) {
            return target.name().map(name::equalsIgnoreCase).orElseGet(() -> category == target.category());
        }
    }

    /**
     * A way from one status to another.
     *
     * @param id Jira's id
     * @param name what people call it
     * @param to where it leads
     * @param missing what its screen asks for and nothing was configured for; it can be taken if that is empty
     */
    record Transition(String id, String name, Status to, List<String> missing) {
        Transition {
            missing = List.copyOf(missing);
        }

        /** The transition, for people. */
        @Override
        public String toString() {
            return "\"" + name + "\" to \"" + to.name() + "\"";
        }
    }

    /** Takes note of all transitions that are offered in a status, instead of those known of it before. */
    void learn(String status, Collection<Transition> transitions) {
        known.put(status, transitions.stream().sorted(BY_ID).toList());
    }

    /** Takes note that a transition cannot be taken from a status, whatever is offered. */
    void refuse(String status, Transition transition) {
        refused.add(status + ' ' + transition.id());
    }

    /** Whether the transitions of a status were seen. */
    boolean knows(String status) {
        return known.containsKey(status);
    }

    /** The transitions that can be taken from a status. */
    List<Transition> from(Status status) {
        return known.getOrDefault(status.id(), List.of()).stream()
                .filter(transition -> transition.missing().isEmpty())
                .filter(transition -> !refused.contains(status.id() + ' ' + transition.id()))
                .toList();
    }

    /**
     * The shortest known way to a status of the wanted kind.
     *
     * @param from where the issue stands
     * @param wanted what it should come to
     * @return the transitions in order, none if it is there; empty if no way is known that can be taken
     */
    Optional<List<Transition>> shortest(Status from, Predicate<Status> wanted) {
        return search(from, wanted, true);
    }

    private Optional<List<Transition>> search(Status from, Predicate<Status> wanted, boolean takeable) {
        Map<String, List<Transition>> ways = new HashMap<>();
        var waiting = new ArrayDeque<Status>();
        ways.put(from.id(), List.of());
        waiting.add(from);
        while (!waiting.isEmpty()) {
            var at = waiting.remove();
            var way = ways.getOrDefault(at.id(), List.of());
            if (wanted.test(at)) {
                return Optional.of(way);
            }
            for (var transition : takeable ? from(at) : known.getOrDefault(at.id(), List.of())) {
                if (!ways.containsKey(transition.to().id())) {
                    ways.put(transition.to().id(), and(way, transition));
                    waiting.add(transition.to());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Transition> and(List<Transition> way, Transition transition) {
        var longer = new ArrayList<>(way);
        longer.add(transition);
        return List.copyOf(longer);
    }

    /**
     * Why there is no way: the field that a screen asks for, the transition that was refused, or what is offered instead.
     *
     * @param from where the issue stands
     * @param target what it should come to
     * @return a sentence for people
     */
    String whyNot(Status from, TargetStatus target) {
        var barred = search(from, status -> status.isWhat(target), false).orElse(List.of());
        var at = from;
        for (var transition : barred) {
            if (!transition.missing().isEmpty()) {
                return "The transition " + transition + " asks for " + String.join(", ", transition.missing())
                        + ", and nothing is configured for that.";
            }
            if (refused.contains(at.id() + ' ' + transition.id())) {
                return "Jira refused the transition " + transition + ".";
            }
            at = transition.to();
        }
        return "No transition leads there: " + offers(from) + ".";
    }

    private String offers(Status from) {
        var offered = known.getOrDefault(from.id(), List.of());
        if (offered.isEmpty()) {
            return "\"" + from.name() + "\" offers none";
        }
        return "\"" + from.name() + "\" offers "
                + offered.stream().limit(MOST_NAMED).map(Transition::toString).collect(Collectors.joining(", "))
                + (offered.size() > MOST_NAMED ? ", …" : "");
    }
}
