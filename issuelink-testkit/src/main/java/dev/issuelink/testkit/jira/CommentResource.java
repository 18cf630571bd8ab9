package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comments of an issue. */
record CommentResource(World world, Actions actions) {

    private static final int MOST = 100;

    List<Route> routes() {
        return List.of(
                Route.of("GET", "issue/*/comment", this::list),
                Route.of("POST", "issue/*/comment", this::add),
                Route.of("GET", "issue/*/comment/*", this::read),
                Route.of("PUT", "issue/*/comment/*", this::edit),
                Route.of("DELETE", "issue/*/comment/*", this::delete));
    }

    private Answer list(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        var order = call.query().getOrDefault("orderBy", "created");
        if (!List.of("created", "-created", "+created").contains(order)) {
            throw Refusal.message(400, "Comments cannot be ordered by '" + order + "'.");
        }
        var all = new ArrayList<>(issue.comments);
        if (order.startsWith("-")) {
            Collections.reverse(all);
        }
        var start = call.number("startAt", 0);
        var most = Math.min(call.number("maxResults", world.cloud() ? MOST : 50), MOST);
        var page = Actions.page(start, most, all.size());
        page.put(
                "comments",
                all.stream()
                        .skip(start)
                        .limit(most)
                        .map(comment -> view(call, issue, comment))
                        .toList());
        return Answer.ok(page);
    }

    private @Nullable Object view(Call call, Issue issue, Comment comment) {
        return new Views(world)
                .comment(issue, comment, false, call.list("expand").contains("properties"));
    }

    private Comment comment(Call call, Issue issue) throws Refusal {
        return issue.comments.stream()
                .filter(one -> Long.toString(one.id).equals(call.part(1)))
                .findFirst()
                .orElseThrow(() -> Refusal.message(404, "Can not find a comment for the id: " + call.part(1) + "."));
    }

    private Object body(Call call) throws Refusal {
        var text = Texts.sent(world.cloud(), "comment", call.body().get("body"));
        if (text == null) {
            throw Refusal.fields(Json.object("comment", "Comment body can not be empty!"));
        }
        return text;
    }

    private Answer add(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        call.mustWrite();
        var body = call.body();
        var properties = world.cloud() ? Call.items(body, "properties") : List.of();
        return Answer.created(view(call, issue, actions.comment(issue, body(call), properties, call.account())));
    }

    private Answer read(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        return Answer.ok(view(call, issue, comment(call, issue)));
    }

    private Answer edit(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        call.mustWrite();
        var comment = comment(call, issue);
        actions.editComment(issue, comment, body(call), call.account());
        return Answer.ok(view(call, issue, comment));
    }

    private Answer delete(Call call) throws Refusal {
        var issue = IssueResource.issue(world, call);
        call.mustWrite();
        actions.deleteComment(issue, comment(call, issue), call.account());
        return Answer.nothing();
    }
}
