package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How repositories look in answers and deliveries. */
final class RepositoryView {

    private static final String[] LINKS = {
        "archive",
        "{archive_format}{/ref}",
        "assignees",
        "{/user}",
        "blobs",
        "{/sha}",
        "branches",
        "{/branch}",
        "collaborators",
        "{/collaborator}",
        "comments",
        "{/number}",
        "commits",
        "{/sha}",
        "compare",
        "{base}...{head}",
        "contents",
        "{+path}",
        "contributors",
        "",
        "deployments",
        "",
        "downloads",
        "",
        "events",
        "",
        "forks",
        "",
        "git_commits",
        "{/sha}",
        "git_refs",
        "{/sha}",
        "git_tags",
        "{/sha}",
        "hooks",
        "",
        "issue_comment",
        "{/number}",
        "issue_events",
        "{/number}",
        "issues",
        "{/number}",
        "keys",
        "{/key_id}",
        "labels",
        "{/name}",
        "languages",
        "",
        "merges",
        "",
        "milestones",
        "{/number}",
        "notifications",
        "{?since}",
        "pulls",
        "{/number}",
        "releases",
        "{/id}",
        "stargazers",
        "",
        "statuses",
        "{sha}",
        "subscribers",
        "",
        "subscription",
        "",
        "tags",
        "",
        "teams",
        "",
        "trees",
        "{/sha}"
    };
    private static final String[] COUNTS = {
        "forks",
        "forks_count",
        "size",
        "stargazers_count",
        "watchers",
        "watchers_count",
        "network_count",
        "subscribers_count"
    };

    private final Urls urls;
    private final UserView users;

    RepositoryView(Urls urls, UserView users) {
        this.urls = urls;
        this.users = users;
    }

    Map<String, @Nullable Object> show(Repo repo) {
        Map<String, @Nullable Object> view = Json.object(
                "id",
                repo.id,
                "node_id",
                Ids.node("R", repo.id),
                "name",
                repo.name,
                "full_name",
                repo.fullName(),
                "private",
                repo.hidden,
                "owner",
                users.show(repo.owner),
                "html_url",
                urls.webRepo(repo),
                "description",
                null,
                "fork",
                false,
                "url",
                urls.repo(repo));
        for (int i = 0; i < LINKS.length; i += 2) {
            view.put(LINKS[i] + "_url", urls.repo(repo) + "/" + LINKS[i].replace('_', '/') + LINKS[i + 1]);
        }
        addresses(repo, view);
        state(repo, view);
        return view;
    }

    /** With what the caller may do there. */
    Map<String, @Nullable Object> show(Repo repo, Caller caller) {
        Map<String, @Nullable Object> view = show(repo);
        boolean admin = caller.administers(repo);
        boolean push = caller.pushes(repo) || admin;
        view.put(
                "permissions",
                Json.object("admin", admin, "maintain", admin, "push", push, "triage", push, "pull", true));
        return view;
    }

    private void addresses(Repo repo, Map<String, @Nullable Object> view) {
        String web = urls.webRepo(repo);
        view.put("clone_url", web + ".git");
        view.put("git_url", web.replaceFirst("https?", "git") + ".git");
        view.put("ssh_url", "git@github.com:" + repo.fullName() + ".git");
        view.put("svn_url", web);
        view.put("mirror_url", null);
        view.put("homepage", null);
        view.put("language", null);
        view.put("license", null);
        view.put("default_branch", "main");
        view.put("topics", java.util.List.of());
    }

    private static void state(Repo repo, Map<String, @Nullable Object> view) {
        for (String count : COUNTS) {
            view.put(count, 0);
        }
        long open = repo.issues.values().stream().filter(i -> i.open).count();
        view.put("open_issues", open);
        view.put("open_issues_count", open);
        view.put("has_issues", repo.hasIssues);
        view.put("has_downloads", true);
        view.put("has_projects", true);
        view.put("has_wiki", true);
        view.put("has_pages", false);
        view.put("has_discussions", false);
        view.put("archived", repo.archived);
        view.put("disabled", false);
        view.put("visibility", repo.hidden ? "private" : "public");
        view.put("created_at", repo.createdAt);
        view.put("updated_at", repo.createdAt);
        view.put("pushed_at", repo.createdAt);
    }
}
