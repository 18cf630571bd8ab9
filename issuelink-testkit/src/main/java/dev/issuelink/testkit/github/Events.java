package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the payloads of webhook events and hands them to the hooks that want them. */
final class Events {

    private final World world;
    private final Views views;

    Events(World world, Views views) {
        this.world = world;
        this.views = views;
    }

    void issue(Repo repo, Issue issue, Account sender, String action, @Nullable Object... more) {
        if (issue.pull || nobodyWants(repo, "issues")) {
            return;
        }
        Map<String, @Nullable Object> payload = Json.object("action", action, "issue", views.issues.show(repo, issue));
        payload.putAll(Json.object(more));
        emit(repo, "issues", payload, sender);
    }

    void comment(Repo repo, Issue issue, Comment comment, Account sender, String action, @Nullable Object... more) {
        if (nobodyWants(repo, "issue_comment")) {
            return;
        }
        Map<String, @Nullable Object> payload = Json.object(
                "action", action,
                "issue", views.issues.show(repo, issue),
                "comment", views.comments.show(repo, comment));
        payload.putAll(Json.object(more));
        emit(repo, "issue_comment", payload, sender);
    }

    /** Events of the repository itself, its labels, milestones and alerts. */
    void other(Repo repo, String event, Account sender, String action, @Nullable Object... more) {
        if (nobodyWants(repo, event)) {
            return;
        }
        Map<String, @Nullable Object> payload = Json.object("action", action);
        payload.putAll(Json.object(more));
        emit(repo, event, payload, sender);
    }

    void ping(Repo repo, Hook hook, Map<String, @Nullable Object> view, Account sender) {
        Map<String, @Nullable Object> payload =
                Json.object("zen", "Keep it logically awesome.", "hook_id", hook.id, "hook", view);
        world.webhooks.record(repo, hook, "ping", complete(repo, payload, sender));
    }

    private void emit(Repo repo, String event, Map<String, @Nullable Object> payload, Account sender) {
        Map<String, @Nullable Object> complete = complete(repo, payload, sender);
        for (Hook hook : repo.hooks.values()) {
            if (hook.wants(event)) {
                world.webhooks.record(repo, hook, event, complete);
            }
        }
    }

    private Map<String, @Nullable Object> complete(Repo repo, Map<String, @Nullable Object> payload, Account sender) {
        payload.put("repository", views.repositories.show(repo));
        payload.put("sender", views.users.show(sender));
        for (FakeApp app : world.tokens.apps()) {
            app.installations.stream()
                    .filter(i -> i.covers(repo))
                    .findFirst()
                    .ifPresent(i -> payload.put("installation", Json.object("id", i.id())));
        }
        return payload;
    }

    private static boolean nobodyWants(Repo repo, String event) {
        return repo.hooks.values().stream().noneMatch(hook -> hook.wants(event));
    }
}
