package dev.issuelink.testkit.jira;

import java.util.ArrayList;
import java.util.List;

/** A workflow: its first status is where issues begin. Build it before it is used; not for several threads. */
public final class FakeWorkflow {

    private static final int FIRST_STATUS = 10_000;
    private static final int FIRST_TRANSITION = 11;
    private static final int STEP = 10;

    final List<Status> statuses = new ArrayList<>();
    final List<Transition> transitions = new ArrayList<>();

    private FakeWorkflow() {}

    /**
     * A workflow without statuses.
     *
     * @return the workflow
     */
    public static FakeWorkflow create() {
        return new FakeWorkflow();
    }

    /**
     * The workflow of projects that name none: To Do, In Progress and Done, whose screen wants a resolution.
     *
     * @return the workflow
     */
    public static FakeWorkflow simple() {
        return create().status("To Do", "new")
                .status("In Progress", "indeterminate")
                .status("Done", "done")
                .transition("Start", "To Do", "In Progress")
                .transition("Stop", "In Progress", "To Do")
                .transition("Finish", "To Do", "Done", "resolution")
                .transition("Finish", "In Progress", "Done", "resolution")
                .transition("Reopen", "Done", "To Do");
    }

    /**
     * Adds a status.
     *
     * @param name its name
     * @param category {@code new}, {@code indeterminate} or {@code done}
     * @return this
     */
    public FakeWorkflow status(String name, String category) {
        statuses.add(new Status(Integer.toString(FIRST_STATUS + statuses.size()), name, category));
        return this;
    }

    /**
     * Adds a transition.
     *
     * @param name its name
     * @param from the status from which it leads
     * @param to the status to which it leads
     * @param required the ids of the fields that its screen wants
     * @return this
     */
    public FakeWorkflow transition(String name, String from, String to, String... required) {
        var id = Integer.toString(FIRST_TRANSITION + STEP * transitions.size());
        transitions.add(new Transition(id, name, from, to, List.of(required)));
        return this;
    }

    Status first() {
        return statuses.get(0);
    }

    Status named(String name) {
        return statuses.stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no status " + name));
    }

    List<Transition> from(Status status) {
        return transitions.stream()
                .filter(transition -> transition.from().equals(status.name()))
                .toList();
    }
}
