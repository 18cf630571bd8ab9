package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A project as people see and change it in the browser. Everything is done by its owner, and tells the webhooks. Safe for
 * use by several threads.
 */
public final class FakeGitLabProject {
    final Project project;
    private final World world;
    private final Api api;
    private final Account owner;

    FakeGitLabProject(World world, Api api, Project project, Account owner) {
        this.world = world;
        this.api = api;
        this.project = project;
        this.owner = owner;
    }

    /**
     * Its number, which stays.
     *
     * @return the number
     */
    public long id() {
        return project.id;
    }

    /**
     * Its full path.
     *
     * @return such as {@code group/project}
     */
    public String path() {
        return world.locked(() -> project.path);
    }

    /**
     * Gives somebody a role.
     *
     * @param username who; comes into being when unknown
     * @param accessLevel 10 for guests, 15 planners, 20 reporters, 30 developers, 40 maintainers, 50 owners
     */
    public void member(String username, int accessLevel) {
        world.locked(() -> {
            project.members.put(world.account(username), accessLevel);
        });
    }

    /** Hides it from everybody but its members. */
    public void hide() {
        world.locked(() -> {
            project.hidden = true;
        });
    }

    /** Archives it, so that it can only be read. */
    public void archive() {
        world.locked(() -> {
            project.archived = true;
        });
    }

    /** Switches issues off. */
    public void disableIssues() {
        world.locked(() -> {
            project.issuesEnabled = false;
        });
    }

    /**
     * Gives it another path; the old one leads there.
     *
     * @param path the new full path
     */
    public void rename(String path) {
        world.locked(() -> {
            project.oldPaths.add(project.path);
            project.path = path;
        });
    }

    /**
     * Makes a milestone.
     *
     * @param title its title
     * @return its id
     */
    public long addMilestone(String title) {
        return world.locked(() -> {
            var milestone = new Milestone(world.nextId(), project.milestones.size() + 1, title);
            project.milestones.put(milestone.id(), milestone);
            return milestone.id();
        });
    }

    /**
     * Gives a label another name, also where it is used.
     *
     * @param from the name
     * @param to the new name
     */
    public void renameLabel(String from, String to) {
        world.locked(() -> {
            project.labels.remove(from);
            api.actions.label(project, to);
            project.issues.values().stream()
                    .filter(issue -> issue.labels.remove(from))
                    .forEach(issue -> issue.labels.add(to));
        });
    }

    /**
     * Opens an issue.
     *
     * @param title the title
     * @param description the description
     * @return the issue
     */
    public FakeGitLabIssue openIssue(String title, String description) {
        return world.locked(() -> {
            var issue = api.actions.open(project, owner, title, description);
            api.actions.tell(project, issue, owner, "open");
            return issue(issue.iid);
        });
    }

    /**
     * Loads many issues at once, with their own numbers and times and without telling webhooks.
     *
     * @param issues read once, one after another
     * @throws IllegalArgumentException when a number is in use; what came before it stays
     */
    public void load(Iterable<FakeGitLabIssueData> issues) {
        issues.forEach(data -> world.locked(() -> data.load(world, api.actions, project)));
    }

    /**
     * Makes a label.
     *
     * @param name its name, without commas
     * @param color six hex digits after a number sign
     * @param description what it is for; empty for nothing
     */
    public void addLabel(String name, String color, String description) {
        world.locked(() -> {
            project.labels.put(name, new Label(world.nextId(), name, color, description));
        });
    }

    /**
     * An issue.
     *
     * @param iid its number
     * @return the issue, there or not
     */
    public FakeGitLabIssue issue(int iid) {
        return new FakeGitLabIssue(world, api, project, owner, iid);
    }

    /**
     * All issues, those too that moved away and left a closed one behind.
     *
     * @return the issues in the order of their numbers
     */
    public List<FakeGitLabIssue> issues() {
        return world.locked(
                () -> project.issues.keySet().stream().map(this::issue).toList());
    }

    /**
     * Whether an issue is only what one that moved away left behind.
     *
     * @param iid its number
     * @return whether it moved
     */
    public boolean hasMoved(int iid) {
        return world.locked(() -> project.issues.containsKey(iid) && project.issues.get(iid).movedTo != null);
    }

    /**
     * Lets the security scanner find something.
     *
     * @param title what
     * @param severity such as {@code HIGH}
     * @param packageName in which dependency
     * @return its number
     */
    public long addVulnerability(String title, String severity, String packageName) {
        return world.locked(() -> {
            var id = world.nextId();
            var found = finding(id, title, severity, packageName);
            project.vulnerabilities.add(found);
            api.events.vulnerability(project, owner, found);
            return id;
        });
    }

    private Map<String, @Nullable Object> finding(long id, String title, String severity, String packageName) {
        var found = Json.object("id", "gid://gitlab/Vulnerability/" + id, "title", title, "severity", severity);
        found.put("state", "DETECTED");
        found.put("reportType", "DEPENDENCY_SCANNING");
        found.put("detectedAt", Views.time(world.now()));
        List.of("confirmedAt", "resolvedAt", "dismissedAt").forEach(name -> found.put(name, null));
        found.put("falsePositive", false);
        found.put("resolvedOnDefaultBranch", false);
        found.put("identifiers", List.of(Json.object("externalType", "cve", "name", "CVE-2026-1")));
        found.put("scanner", Json.object("name", "Gemnasium", "vendor", "GitLab"));
        var dependency = Json.object("package", Json.object("name", packageName), "version", "1.0");
        found.put("location", Json.object("file", "pom.xml", "dependency", dependency));
        return found;
    }

    /**
     * Marks a finding as resolved.
     *
     * @param id its number
     */
    public void resolveVulnerability(long id) {
        world.locked(() -> {
            for (var found : project.vulnerabilities) {
                if (String.valueOf(found.get("id")).endsWith("/" + id)) {
                    found.put("state", "RESOLVED");
                    found.put("resolvedAt", Views.time(world.now()));
                    api.events.vulnerability(project, owner, found);
                }
            }
        });
    }

    /**
     * What was uploaded.
     *
     * @return contents by {@code secret/name}
     */
    public Map<String, String> uploads() {
        return world.locked(() -> Map.copyOf(project.uploads));
    }

    /**
     * A delivery of whatever content, with all headers and a right proof, as if a webhook had made it. It is neither
     * recorded nor sent.
     *
     * @param event the value of {@code X-Gitlab-Event}
     * @param secret a signing token that begins with {@code whsec_}, or a plain token
     * @param body the body
     * @return the delivery
     */
    public FakeGitLabDelivery signed(String event, String secret, String body) {
        return world.locked(() -> {
            var hook = new Hook(world.nextId(), world.uuid(), world.now());
            hook.config.put(secret.startsWith("whsec_") ? "signing_token" : "token", secret);
            return api.webhooks.write(hook, "issues_events", event, world.uuid(), world.uuid(), body);
        });
    }
}
