package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How comments look in answers and deliveries. */
final class CommentView {

    private final Urls urls;
    private final UserView users;
    private final IssueView issues;

    CommentView(Urls urls, UserView users, IssueView issues) {
        this.urls = urls;
        this.users = users;
        this.issues = issues;
    }

    Map<String, @Nullable Object> show(Call call, Repo repo, Comment comment) {
        Map<String, @Nullable Object> view = show(repo, comment);
        MediaTypes.apply(call.accept(), view);
        return view;
    }

    Map<String, @Nullable Object> show(Repo repo, Comment comment) {
        String url = urls.repo(repo) + "/issues/comments/" + comment.id();
        return Json.object(
                "url", url,
                "html_url", urls.webRepo(repo) + "/issues/" + comment.number() + "#issuecomment-" + comment.id(),
                "issue_url", urls.issue(repo, comment.number()),
                "id", comment.id(),
                "node_id", Ids.node("IC", comment.id()),
                "user", users.show(comment.user()),
                "created_at", comment.createdAt(),
                "updated_at", comment.updatedAt(),
                "body", comment.body(),
                "author_association", IssueView.association(repo, comment.user()),
                "reactions", issues.reactions(url),
                "performed_via_github_app", null);
    }
}
