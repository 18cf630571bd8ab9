package dev.issuelink.testkit.jira;

import java.util.List;

/** A project as its people see it. Safe for several threads. */
public final class FakeProject {

    final Project project;
    private final World world;
    private final Actions actions;
    private final Account person;

    FakeProject(World world, Project project, Account person) {
        this.world = world;
        this.project = project;
        this.actions = new Actions(world);
        this.person = person;
    }

    /**
     * Its key.
     *
     * @return for example {@code DB}
     */
    public String key() {
        return project.key;
    }

    /**
     * Opens an issue of the type Task.
     *
     * @param title its title
     * @param description wiki markup on Data Center; on Cloud a document as a map, or plain words
     * @return the issue
     */
    public FakeIssue openIssue(String title, Object description) {
        return world.locked(() -> {
            var issue = world.open(project, "Task", title, person);
            issue.description = description.equals("") ? null : Texts.typed(world.cloud(), description);
            actions.opened(issue);
            return new FakeIssue(world, actions, issue.id, person);
        });
    }

    /**
     * Loads many issues at once, with their own numbers and times and without telling webhooks.
     *
     * @param issues read once, one after another
     * @throws IllegalArgumentException when a number is in use; what came before it stays
     */
    public void load(Iterable<FakeIssueData> issues) {
        issues.forEach(data -> world.locked(() -> data.load(world, project)));
    }

    /**
     * An issue by its key.
     *
     * @param key a key that it has or had
     * @return the issue
     */
    public FakeIssue issue(String key) {
        return world.locked(() -> new FakeIssue(
                world,
                actions,
                world.issue(key).orElseThrow(() -> new IllegalArgumentException("no issue " + key)).id,
                person));
    }

    /**
     * Its issues.
     *
     * @return the issues, oldest first
     */
    public List<FakeIssue> issues() {
        return world.locked(() -> world.issues.values().stream()
                .filter(issue -> issue.project == project)
                .map(issue -> new FakeIssue(world, actions, issue.id, person))
                .toList());
    }

    /**
     * Adds a version.
     *
     * @param name its name
     * @return its id
     */
    public String addVersion(String name) {
        return world.locked(() -> {
            var version = new Version(world.nextId(), name);
            project.versions.add(version);
            return Long.toString(version.id());
        });
    }

    /**
     * Puts a field of the project's own on its screens.
     *
     * @param id for example {@code customfield_10050}
     * @param name what people call it
     * @param type Jira's type: {@code string}, {@code number}, {@code option}, {@code textarea}
     * @param required whether new issues must have it
     * @param choices what may be chosen, for options
     */
    public void addField(String id, String name, String type, boolean required, String... choices) {
        world.locked(() -> {
            var rich = type.equals("textarea");
            var custom = "com.atlassian.jira.plugin.system.customfieldtypes:" + (rich ? "textarea" : "other");
            return project.fields.add(new Field(id, name, rich ? "string" : type, custom, required, List.of(choices)));
        });
    }

    /**
     * Takes a field off all screens.
     *
     * @param id for example {@code labels}
     */
    public void hideField(String id) {
        world.locked(() -> project.hidden.add(id));
    }

    /**
     * Gives it another workflow; to be done before it has issues.
     *
     * @param workflow the workflow
     */
    public void workflow(FakeWorkflow workflow) {
        world.locked(() -> project.workflow = workflow);
    }
}
