package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jira.JiraWorkflow.Status;
import dev.issuelink.jira.JiraWorkflow.Transition;
import dev.issuelink.jira.JiraWorkflowWalk.Outcome;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.model.TargetStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JiraWorkflowTest {
    private static final Status TODO = new Status("1", "To Do", StatusCategory.OPEN);
    private static final Status DOING = new Status("2", "In Progress", StatusCategory.IN_PROGRESS);
    private static final Status REVIEW = new Status("3", "In Review", StatusCategory.IN_PROGRESS);
    private static final Status DONE = new Status("4", "Done", StatusCategory.DONE);
    private static final Status DROPPED = new Status("5", "Dropped", StatusCategory.DONE);
    private static final TargetStatus TO_DONE = TargetStatus.of(StatusCategory.DONE);

    private final Board board = new Board();

    @Test
    void anIssueThatIsThereIsLeftAlone() {
        board.at = DONE;
        assertThat(walk(TO_DONE)).isEqualTo(new Outcome(DONE, List.of(), Optional.empty()));
        assertThat(board.looked).isZero();
    }

    @Test
    void findsItsWayStepByStep() {
        board.add("11", TODO, DOING).add("21", DOING, REVIEW).add("31", REVIEW, DONE);
        assertThat(walk(TO_DONE).taken()).extracting(Transition::id).containsExactly("11", "21", "31");
    }

    @Test
    void ofEqualWaysTheOneOfTheLowerNumberIsTaken() {
        board.add("111", TODO, DROPPED).add("21", TODO, DONE);
        assertThat(walk(TO_DONE).status()).isEqualTo(DONE);
    }

    @Test
    void theNameDecidesIfItIsGiven() {
        board.add("1", TODO, DONE).add("2", TODO, DROPPED);
        var target = new TargetStatus(StatusCategory.DONE, Optional.of("dropped"), Optional.empty());
        assertThat(walk(target).status()).isEqualTo(DROPPED);
    }

    @Test
    void namesTheFieldThatIsMissing() {
        board.add(TODO, new Transition("1", "Close", DONE, List.of("\"Cause\" (customfield_1)")));
        var outcome = walk(TO_DONE);
        assertThat(outcome.arrived()).isFalse();
        assertThat(outcome.problem())
                .contains("The issue cannot be brought to a status of the category DONE. The transition \"Close\" to"
                        + " \"Done\" asks for \"Cause\" (customfield_1), and nothing is configured for that. It stays in"
                        + " \"To Do\".");
    }

    @Test
    void saysWhatIsOfferedIfNothingLeadsThere() {
        board.add("1", TODO, DOING).add("2", DOING, TODO);
        var outcome = walk(TO_DONE);
        assertThat(outcome.status()).isEqualTo(TODO);
        assertThat(outcome.taken()).extracting(Transition::id).containsExactly("1", "2");
        assertThat(outcome.problem().orElseThrow())
                .contains("\"In Progress\" offers \"Go 2\" to \"To Do\"")
                .endsWith("It is back in \"To Do\".");
    }

    @Test
    void saysWhereItStoppedIfThereIsNoWayBack() {
        board.add("1", TODO, DOING);
        assertThat(walk(TO_DONE).problem().orElseThrow())
                .contains("\"In Progress\" offers none")
                .endsWith("It was in \"To Do\" and now stands in \"In Progress\".");
    }

    @Test
    void goesAroundATransitionThatIsRefused() {
        board.add("1", TODO, DONE).add("2", TODO, DOING).add("3", DOING, DONE);
        board.refused.put("1", "Only for leads.");
        assertThat(walk(TO_DONE).taken()).extracting(Transition::id).containsExactly("2", "3");
    }

    @Test
    void tellsJirasWordsIfEveryWayIsRefused() {
        board.add("1", TODO, DONE);
        board.refused.put("1", "Only for leads.");
        assertThat(walk(TO_DONE).problem().orElseThrow())
                .contains("Jira refused the transition \"Go 1\" to \"Done\": Only for leads.")
                .endsWith("It stays in \"To Do\".");
        assertThat(board.tried).isEqualTo(1);
    }

    @Test
    void doesNotCloseOnTheWayWhatIsToBeInProgress() {
        board.add("1", TODO, DONE).add("2", TODO, new Status("9", "Triage", StatusCategory.OPEN));
        board.add("3", new Status("9", "Triage", StatusCategory.OPEN), DOING).add("4", DONE, DOING);
        assertThat(walk(TargetStatus.of(StatusCategory.IN_PROGRESS)).taken())
                .extracting(Transition::id)
                .containsExactly("2", "3");
    }

    @Test
    void ratherGoesFartherThanPastTheWantedStatus() {
        var triage = new Status("8", "Triage", StatusCategory.OPEN);
        var planned = new Status("9", "Planned", StatusCategory.OPEN);
        board.add("1", TODO, triage).add("2", TODO, planned);
        board.add("3", triage, DONE).add("4", triage, TODO).add("5", planned, DOING);
        assertThat(walk(TargetStatus.of(StatusCategory.IN_PROGRESS)).taken())
                .extracting(Transition::id)
                .containsExactly("1", "4", "2", "5");
    }

    @Test
    void believesTheIssueIfItComesToAnotherStatus() {
        board.add("1", TODO, DONE).add("2", DOING, DONE);
        board.redirected.put("1", DOING);
        assertThat(walk(TO_DONE).taken()).extracting(Transition::id).containsExactly("1", "2");
    }

    @Test
    void endsInAWorkflowThatAlwaysSendsItElsewhere() {
        board.add("1", TODO, DONE).add("2", DOING, DONE);
        board.redirected.put("1", DOING);
        board.redirected.put("2", TODO);
        assertThat(walk(TO_DONE).taken()).hasSizeLessThan(JiraWorkflowWalk.MOST_STEPS);
    }

    @Test
    void loopsToItselfLeadNowhere() {
        board.add("1", TODO, TODO);
        assertThat(walk(TO_DONE).taken()).isEmpty();
    }

    private Outcome walk(TargetStatus target) {
        return JiraWorkflowWalk.walk(board, new JiraWorkflow(), target);
    }

    private static final class Board implements JiraWorkflowWalk.Issue {
        private final Map<Status, List<Transition>> transitions = new HashMap<>();
        private final Map<String, String> refused = new HashMap<>();
        private final Map<String, Status> redirected = new HashMap<>();
        private Status at = TODO;
        private int looked;
        private int tried;

        Board add(String id, Status from, Status to) {
            return add(from, new Transition(id, "Go " + id, to, List.of()));
        }

        Board add(Status from, Transition transition) {
            transitions.computeIfAbsent(from, status -> new ArrayList<>()).add(transition);
            return this;
        }

        @Override
        public Status status() {
            return at;
        }

        @Override
        public List<Transition> transitions() {
            looked++;
            return transitions.getOrDefault(at, List.of());
        }

        @Override
        public Optional<String> perform(Transition transition) {
            tried++;
            var refusal = refused.get(transition.id());
            at = refusal == null ? redirected.getOrDefault(transition.id(), transition.to()) : at;
            return Optional.ofNullable(refusal);
        }
    }
}
