package dev.issuelink.testkit.github;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Comments of one issue and of a whole repository. */
final class CommentResource {

    private final Api api;

    CommentResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String one = "R/issues/comments/{id}";
        return List.of(
                Route.of("GET", "R/issues/comments", Access.TALK_READ, this::listAll),
                Route.of("GET", one, Access.TALK_READ, this::get),
                Route.of("PATCH", one, Access.TALK_WRITE, this::edit),
                Route.of("DELETE", one, Access.TALK_WRITE, this::delete),
                Route.of("GET", "R/issues/{n}/comments", Access.TALK_READ, this::list),
                Route.of("POST", "R/issues/{n}/comments", Access.TALK_WRITE, this::add));
    }

    private Reply list(Call call) {
        Issue issue = api.finder().find(call);
        return shown(call, call.repo().commentsOf(issue.number));
    }

    private Reply listAll(Call call) {
        List<Comment> all = new ArrayList<>(call.repo().comments.values());
        String sort = call.query("sort");
        if (sort != null) {
            Comparator<Comment> order =
                    Comparator.comparing(sort.equals("updated") ? Comment::updatedAt : Comment::createdAt);
            order = order.thenComparing(Comment::id);
            all.sort("asc".equals(call.query("direction")) ? order : order.reversed());
        }
        return shown(call, all);
    }

    private Reply shown(Call call, List<Comment> comments) {
        List<Comment> found = comments.stream()
                .filter(comment -> IssueFilter.since(call.since(), comment.updatedAt()))
                .toList();
        return api.views()
                .paging
                .numbered(call, found, comment -> api.views().comments.show(call, call.repo(), comment));
    }

    private Reply get(Call call) {
        return Reply.ok(api.views().comments.show(call, call.repo(), find(call)));
    }

    private Reply add(Call call) {
        Repo repo = call.repo();
        Issue issue = api.finder().findToChange(call);
        String body = text(call);
        if (issue.locked && !call.caller().pushes(repo)) {
            throw ApiError.forbidden("Unable to create comment because issue is locked.");
        }
        if (issue.comments >= api.world().settings.commentLimit()) {
            throw ApiError.forbidden("Commenting is disabled on issues with more than "
                    + api.world().settings.commentLimit() + " comments");
        }
        Comment comment = api.comments().add(repo, issue, call.caller().account(), body);
        return Reply.created(api.views().comments.show(call, repo, comment));
    }

    private Reply edit(Call call) {
        Comment comment = findToChange(call);
        Comment edited = api.comments()
                .edit(call.repo(), issue(call, comment), comment, call.caller().account(), text(call));
        return Reply.ok(api.views().comments.show(call, call.repo(), edited));
    }

    private Reply delete(Call call) {
        Comment comment = findToChange(call);
        api.comments()
                .delete(
                        call.repo(),
                        issue(call, comment),
                        comment,
                        call.caller().account());
        return Reply.nothing();
    }

    private static Comment find(Call call) {
        Comment comment = call.repo().comments.get(call.id("id"));
        if (comment == null) {
            throw ApiError.notFound();
        }
        return comment;
    }

    private static Comment findToChange(Call call) {
        IssueFinder.checkWritable(call.repo());
        Comment comment = find(call);
        if (!call.caller().pushes(call.repo()) && !call.caller().is(comment.user())) {
            throw ApiError.forbidden("Must have admin rights to Repository.");
        }
        return comment;
    }

    private static Issue issue(Call call, Comment comment) {
        return Objects.requireNonNull(call.repo().issues.get(comment.number()));
    }

    private static String text(Call call) {
        @Nullable String body = call.fields().text("body");
        if (body == null || body.isBlank()) {
            throw ApiError.invalid("IssueComment", "data", "unprocessable", "Body cannot be blank", null);
        }
        Limits.commentBody(body);
        return body;
    }
}
