package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A repository as people see and change it in the browser. Everything is done by one person, the owner unless
 * {@link #as(String)} says another, and tells the webhooks. Safe for use by several threads.
 */
public final class FakeRepository {

    final Repo repo;
    private final World world;
    private final Api api;
    private final Account actor;

    FakeRepository(World world, Api api, Repo repo, Account actor) {
        this.world = world;
        this.api = api;
        this.repo = repo;
        this.actor = actor;
    }

    /**
     * The same repository in the hands of somebody else.
     *
     * @param login comes into being when unknown; needs no role
     * @return another handle
     */
    public FakeRepository as(String login) {
        return new FakeRepository(world, api, repo, world.locked(() -> world.account(login)));
    }

    /**
     * Its immutable id.
     *
     * @return the id
     */
    public long id() {
        return repo.id;
    }

    /**
     * Its name as of now.
     *
     * @return {@code owner/name}
     */
    public String fullName() {
        return world.locked(repo::fullName);
    }

    /**
     * Opens an issue.
     *
     * @param title its title
     * @param body its body; may be null
     * @return the issue
     */
    public FakeIssue openIssue(String title, @Nullable String body) {
        return open(title, body, false);
    }

    /**
     * Opens a pull request; GitHub lists it among the issues.
     *
     * @param title its title
     * @param body its body; may be null
     * @return its issue side
     */
    public FakeIssue openPullRequest(String title, @Nullable String body) {
        return open(title, body, true);
    }

    /**
     * An issue or pull request that is here.
     *
     * @param number its number
     * @return the handle
     * @throws IllegalArgumentException when there is none
     */
    public FakeIssue issue(int number) {
        if (!world.locked(() -> repo.issues.containsKey(number))) {
            throw new IllegalArgumentException("There is no issue " + number + " in " + fullName() + ".");
        }
        return new FakeIssue(world, api, repo, actor, number);
    }

    /**
     * All issues and pull requests that are here.
     *
     * @return their handles by ascending number
     */
    public List<FakeIssue> issues() {
        return world.locked(() -> repo.issues.keySet().stream()
                .map(number -> new FakeIssue(world, api, repo, actor, number))
                .toList());
    }

    /**
     * Loads many issues at once, with their own numbers and times and without telling webhooks.
     *
     * @param issues read once, one after another
     * @throws IllegalArgumentException when a number is in use; what came before it stays
     */
    public void load(Iterable<FakeIssueData> issues) {
        for (FakeIssueData data : issues) {
            world.locked(() -> Loader.load(world, api, repo, data));
        }
    }

    /**
     * Makes a label.
     *
     * @param name its name
     * @param color six hex digits
     * @param description may be null
     */
    public void addLabel(String name, String color, @Nullable String description) {
        world.locked(() -> {
            repo.labels.put(Label.key(name), new Label(world.ids.next(), name, color, description));
        });
    }

    /**
     * Renames a label everywhere.
     *
     * @param from its name, in any case
     * @param to the new name
     * @throws IllegalArgumentException when there is no such label
     */
    public void renameLabel(String from, String to) {
        world.locked(() -> {
            Label old = repo.labels.get(Label.key(from));
            if (old == null) {
                throw new IllegalArgumentException("There is no label " + from + " in " + repo.fullName() + ".");
            }
            api.labels().change(repo, old, new Label(old.id(), to, old.color(), old.description()), actor);
        });
    }

    /**
     * Makes a webhook as its settings page would, for JSON and without a ping.
     *
     * @param url where to, loopback allowed
     * @param secret signs the deliveries; null leaves them unsigned
     * @param events names such as {@code issues}; {@code *} for all
     * @return the hook's id
     */
    public long addWebhook(String url, @Nullable String secret, String... events) {
        return world.locked(() -> {
            Hook hook = new Hook(world.ids.next(), world.clock.seconds());
            hook.config.put("url", url);
            hook.config.put("content_type", "json");
            hook.config.put("insecure_ssl", "0");
            if (secret != null) {
                hook.config.put("secret", secret);
            }
            hook.events.addAll(List.of(events));
            repo.hooks.put(hook.id, hook);
            return hook.id;
        });
    }

    /**
     * Makes a milestone.
     *
     * @param title its title
     * @return its number
     */
    public int addMilestone(String title) {
        return world.locked(() -> {
            int number = repo.milestones.size() + 1;
            var now = world.clock.seconds();
            repo.milestones.put(
                    number, new Milestone(world.ids.next(), number, title, null, "open", null, actor, now, now));
            return number;
        });
    }

    /**
     * Gives somebody a role here.
     *
     * @param login comes into being when unknown
     * @param role {@code read}, {@code triage}, {@code write}, {@code maintain} or {@code admin}
     */
    public void addCollaborator(String login, String role) {
        world.locked(() -> {
            repo.roles.put(Repo.key(world.account(login).login()), role.toLowerCase(Locale.ROOT));
        });
    }

    /** Hides the repository from everybody without a role: for them it is not found. */
    public void makePrivate() {
        world.locked(() -> {
            repo.hidden = true;
        });
    }

    /** Makes it read-only. */
    public void archive() {
        world.locked(() -> {
            repo.archived = true;
            tell("archived");
        });
    }

    /** Turns issues off: they are gone until {@link #enableIssues()}. */
    public void disableIssues() {
        world.locked(() -> {
            repo.hasIssues = false;
        });
    }

    /** Turns issues on again. */
    public void enableIssues() {
        world.locked(() -> {
            repo.hasIssues = true;
        });
    }

    /**
     * Renames it; the old name leads to it by redirects.
     *
     * @param name the new name, without the owner
     */
    public void rename(String name) {
        world.locked(() -> {
            Map<String, @Nullable Object> from = Json.object("name", Json.object("from", repo.name));
            world.rename(repo, name);
            api.events().other(repo, "repository", actor, "renamed", "changes", Json.object("repository", from));
        });
    }

    /** Turns Dependabot alerts off: reading them is refused. */
    public void disableAlerts() {
        world.locked(() -> {
            repo.alertsEnabled = false;
        });
    }

    /**
     * Raises a Dependabot alert.
     *
     * @param ecosystem such as {@code maven}
     * @param packageName the package with the weakness
     * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
     * @param summary one line
     * @return the alert's number
     */
    public int raiseAlert(String ecosystem, String packageName, String severity, String summary) {
        return world.locked(() -> {
            int number = repo.alerts.size() + 1;
            var now = world.clock.seconds();
            repo.alerts.put(
                    number,
                    new Alert(number, "open", ecosystem, packageName, severity, summary, now, now, null, null, null));
            return number;
        });
    }

    private FakeIssue open(String title, @Nullable String body, boolean pull) {
        int number = world.locked(() -> api.issues().open(repo, actor, title, body, pull).number);
        return new FakeIssue(world, api, repo, actor, number);
    }

    private void tell(String action) {
        api.events().other(repo, "repository", actor, action);
    }

    /** The name. */
    @Override
    public String toString() {
        return Objects.requireNonNull(fullName());
    }
}
