package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done to a repository's labels by people and through the API alike; tells the webhooks. */
final class LabelActions {

    private final Views views;
    private final Events events;

    LabelActions(Views views, Events events) {
        this.views = views;
        this.events = events;
    }

    /** Changes name, colour or description; issues keep the label under its new name. */
    void change(Repo repo, Label old, Label label, Account by) {
        repo.labels.remove(Label.key(old.name()));
        repo.labels.put(Label.key(label.name()), label);
        repo.issues.values().forEach(issue -> issue.labels.replaceAll(name -> old.is(name) ? label.name() : name));
        Map<String, @Nullable Object> changes = Json.object();
        if (!old.name().equals(label.name())) {
            changes.put("name", Json.object("from", old.name()));
        }
        events.other(repo, "label", by, "edited", "label", views.issues.label(repo, label), "changes", changes);
    }
}
