package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How issues, their labels and milestones look in answers and deliveries. */
final class IssueView {

    private static final String[] REACTIONS = {
        "total_count", "+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"
    };

    private final Urls urls;
    private final UserView users;

    IssueView(Urls urls, UserView users) {
        this.urls = urls;
        this.users = users;
    }

    /** As the calling client asked for it: media type of the body, single assignee only in the older version. */
    Map<String, @Nullable Object> show(Call call, Repo repo, Issue issue) {
        Map<String, @Nullable Object> view = show(repo, issue);
        if (!call.oldVersion()) {
            view.remove("assignee");
        }
        MediaTypes.apply(call.accept(), view);
        return view;
    }

    /** In lists nobody is told who closed it. */
    Map<String, @Nullable Object> listed(Call call, Repo repo, Issue issue) {
        Map<String, @Nullable Object> view = show(call, repo, issue);
        view.remove("closed_by");
        return view;
    }

    Map<String, @Nullable Object> show(Repo repo, Issue issue) {
        String url = urls.issue(repo, issue.number);
        String web = urls.webRepo(repo) + (issue.pull ? "/pull/" : "/issues/") + issue.number;
        Map<String, @Nullable Object> view = Json.object(
                "url",
                url,
                "repository_url",
                urls.repo(repo),
                "labels_url",
                url + "/labels{/name}",
                "comments_url",
                url + "/comments",
                "events_url",
                url + "/events",
                "html_url",
                web,
                "id",
                issue.id,
                "node_id",
                issue.nodeId(),
                "number",
                issue.number,
                "title",
                issue.title,
                "user",
                users.show(issue.user),
                "labels",
                labels(repo, issue));
        state(repo, issue, view);
        if (issue.pull) {
            pull(repo, issue, web, view);
        }
        return view;
    }

    Map<String, @Nullable Object> label(Repo repo, Label label) {
        String segment = java.net.URLEncoder.encode(label.name(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Json.object(
                "id", label.id(),
                "node_id", Ids.node("LA", label.id()),
                "url", urls.repo(repo) + "/labels/" + segment,
                "name", label.name(),
                "color", label.color(),
                "default", false,
                "description", label.description());
    }

    List<Map<String, @Nullable Object>> labels(Repo repo, Issue issue) {
        return issue.labels.stream()
                .map(name -> Objects.requireNonNull(repo.labels.get(Label.key(name))))
                .map(label -> label(repo, label))
                .toList();
    }

    Map<String, @Nullable Object> milestone(Repo repo, Milestone milestone) {
        String url = urls.repo(repo) + "/milestones/" + milestone.number();
        boolean open = milestone.state().equals("open");
        return Json.object(
                "url", url,
                "html_url", urls.webRepo(repo) + "/milestone/" + milestone.number(),
                "labels_url", url + "/labels",
                "id", milestone.id(),
                "node_id", Ids.node("MI", milestone.id()),
                "number", milestone.number(),
                "title", milestone.title(),
                "description", milestone.description(),
                "creator", users.show(milestone.creator()),
                "open_issues", count(repo, milestone, true),
                "closed_issues", count(repo, milestone, false),
                "state", milestone.state(),
                "created_at", milestone.createdAt(),
                "updated_at", milestone.updatedAt(),
                "due_on", milestone.dueOn(),
                "closed_at", open ? null : milestone.updatedAt());
    }

    Map<String, @Nullable Object> reactions(String url) {
        Map<String, @Nullable Object> view = Json.object("url", url + "/reactions");
        for (String reaction : REACTIONS) {
            view.put(reaction, 0);
        }
        return view;
    }

    static String association(Repo repo, @Nullable Account user) {
        if (user == null) {
            return "NONE";
        }
        if (repo.owner.equals(user)) {
            return "OWNER";
        }
        return repo.role(user) == null ? "NONE" : "COLLABORATOR";
    }

    private void state(Repo repo, Issue issue, Map<String, @Nullable Object> view) {
        Milestone milestone = issue.milestone == null ? null : repo.milestones.get(issue.milestone);
        view.put("state", issue.state());
        view.put("locked", issue.locked);
        view.put("assignee", issue.assignees.isEmpty() ? null : users.show(issue.assignees.get(0)));
        view.put("assignees", issue.assignees.stream().map(users::show).toList());
        view.put("milestone", milestone == null ? null : milestone(repo, milestone));
        view.put("comments", issue.comments);
        view.put("created_at", issue.createdAt);
        view.put("updated_at", issue.updatedAt);
        view.put("closed_at", issue.closedAt);
        view.put("author_association", association(repo, issue.user));
        view.put("active_lock_reason", issue.lockReason);
        view.put("body", issue.body.get());
        view.put("closed_by", users.show(issue.closedBy));
        view.put("reactions", reactions(urls.issue(repo, issue.number)));
        view.put("timeline_url", urls.issue(repo, issue.number) + "/timeline");
        view.put("performed_via_github_app", null);
        view.put("state_reason", issue.reason);
        view.put("type", null);
        view.put("sub_issues_summary", Json.object("total", 0, "completed", 0, "percent_completed", 0));
    }

    private void pull(Repo repo, Issue issue, String web, Map<String, @Nullable Object> view) {
        view.put("draft", false);
        view.put(
                "pull_request",
                Json.object(
                        "url", urls.repo(repo) + "/pulls/" + issue.number,
                        "html_url", web,
                        "diff_url", web + ".diff",
                        "patch_url", web + ".patch",
                        "merged_at", null));
    }

    private static long count(Repo repo, Milestone milestone, boolean open) {
        return repo.issues.values().stream()
                .filter(i ->
                        i.open == open && Integer.valueOf(milestone.number()).equals(i.milestone))
                .count();
    }
}
