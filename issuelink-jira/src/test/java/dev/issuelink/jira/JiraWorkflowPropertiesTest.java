package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jira.JiraWorkflow.Status;
import dev.issuelink.jira.JiraWorkflow.Transition;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random workflows of up to twelve statuses, with hidden, refused and asking transitions. */
class JiraWorkflowPropertiesTest {
    private static final AtomicInteger CASES = new AtomicInteger();

    @AfterContainer
    static void tell() {
        System.out.println("figure workflow_cases " + CASES.get());
    }

    @Property(tries = 1000)
    void arrivesByTheShortestWayWheneverThereIsOne(@ForAll long seed) {
        CASES.incrementAndGet();
        for (var target : targets(seed)) {
            var world = new RandomWorkflow(seed, false);
            var from = world.status();
            var wanted = wanted(world, target);
            var least = world.steps(from, wanted);
            var planned = world.known().shortest(from, wanted::contains);
            assertThat(planned.map(List::size)).isEqualTo(least);
            planned.ifPresent(way -> assertThat(end(from, way)).isIn(wanted));

            var outcome = JiraWorkflowWalk.walk(world, world.known(), target);
            assertThat(outcome.arrived()).isEqualTo(least.isPresent());
            assertThat(outcome.status()).isEqualTo(world.status());
            assertThat(outcome.taken()).isEqualTo(world.performed).hasSize(least.orElse(0));
            outcome.problem().ifPresent(problem -> assertThat(problem).contains("It stays in \"" + from.name()));
        }
    }

    @Property(tries = 1000)
    void followsTheRuleWhenItMustFindTheWay(@ForAll long seed) {
        for (var target : targets(seed)) {
            var world = new RandomWorkflow(seed, true);
            var from = world.status();
            var wanted = wanted(world, target);
            var least = world.steps(from, wanted);
            var workflow = new JiraWorkflow();
            var outcome = JiraWorkflowWalk.walk(world, workflow, target);

            assertThat(world.looked).as("nothing is explored twice").doesNotHaveDuplicates();
            assertThat(outcome.taken()).isEqualTo(world.performed);
            assertThat(outcome.status()).isEqualTo(world.status());
            assertThat(outcome.arrived()).isEqualTo(wanted.contains(world.status()));
            if (least.filter(steps -> steps == 1).isPresent()) {
                assertThat(outcome.taken()).as("what is offered is taken").hasSize(1);
            }
            if (!outcome.arrived()) {
                assertThat(outcome.problem().orElseThrow())
                        .contains("\"" + world.status().name() + "\"");
                assertThatNothingWasLeftOut(world, from, workflow, wanted);
            }
            if (least.isPresent() && returnsFromEverywhere(world)) {
                assertThat(outcome.arrived()).as("no dead end, so it arrives").isTrue();
            }
        }
    }

    /** Where it turned back, nothing that could be reached was unseen, and the way back was walked if there is one. */
    private static void assertThatNothingWasLeftOut(
            RandomWorkflow world, Status from, JiraWorkflow workflow, Set<Status> wanted) {
        var reached = world.statuses.stream()
                .filter(status -> world.steps(world.status(), Set.of(status)).isPresent())
                .toList();
        assertThat(reached).allMatch(status -> workflow.knows(status.id())).noneMatch(wanted::contains);
        assertThat(world.status().equals(from)
                        || world.steps(world.status(), Set.of(from)).isEmpty())
                .as("it is back, or cannot come back")
                .isTrue();
    }

    private static boolean returnsFromEverywhere(RandomWorkflow world) {
        return world.statuses.stream()
                .allMatch(status -> world.statuses.stream()
                        .allMatch(other -> world.steps(status, Set.of(other)).isPresent()));
    }

    private static List<TargetStatus> targets(long seed) {
        var name = "status " + Math.floorMod(seed, 12);
        return List.of(
                TargetStatus.of(StatusCategory.OPEN),
                TargetStatus.of(StatusCategory.IN_PROGRESS),
                TargetStatus.of(StatusCategory.DONE),
                new TargetStatus(StatusCategory.DONE, Optional.of(name), Optional.empty()));
    }

    private static Set<Status> wanted(RandomWorkflow world, TargetStatus target) {
        return world.statuses.stream()
                .filter(status -> target.name()
                        .map(status.name()::equalsIgnoreCase)
                        .orElse(status.category() == target.category()))
                .collect(Collectors.toSet());
    }

    private static Status end(Status from, List<Transition> way) {
        return way.isEmpty() ? from : way.get(way.size() - 1).to();
    }
}
