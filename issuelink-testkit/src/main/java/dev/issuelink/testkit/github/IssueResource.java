package dev.issuelink.testkit.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Issues: list, get, create, update, lock. */
final class IssueResource {

    private final Api api;
    private final Assignable assignable;

    IssueResource(Api api) {
        this.api = api;
        this.assignable = new Assignable(api.world());
    }

    List<Route> routes() {
        IssueList list = new IssueList(api);
        return List.of(
                Route.of("GET", "R/issues", Access.ISSUES_READ, list::answer),
                Route.of("POST", "R/issues", Access.ISSUES_WRITE, this::create),
                Route.of("GET", "R/issues/{n}", Access.ISSUES_READ, this::get),
                Route.of("PATCH", "R/issues/{n}", Access.TALK_WRITE, this::update),
                Route.of("PUT", "R/issues/{n}/lock", Access.TALK_WRITE, call -> lock(call, true)),
                Route.of("DELETE", "R/issues/{n}/lock", Access.TALK_WRITE, call -> lock(call, false)));
    }

    private Reply get(Call call) {
        return Reply.ok(api.views().issues.show(call, call.repo(), api.finder().find(call)));
    }

    private Reply create(Call call) {
        Repo repo = call.repo();
        IssueFinder.checkWritable(repo);
        IssueFinder.checkEnabled(repo);
        Fields fields = call.fields();
        Wish wish = wish(call, fields, fields.text("title"), fields.text("body"));
        Account by = call.caller().account();
        Issue issue = api.issues().open(repo, by, wish.title, wish.body, false);
        apply(repo, issue, by, wish);
        return Reply.created(api.views().issues.show(call, repo, issue));
    }

    private Reply update(Call call) {
        Repo repo = call.repo();
        Issue issue = api.finder().findToChange(call);
        Caller caller = call.caller();
        if (!caller.pushes(repo) && !caller.is(issue.user)) {
            throw ApiError.forbidden("Must have admin rights to Repository.");
        }
        Fields fields = call.fields();
        String title = fields.has("title") ? fields.text("title") : issue.title;
        String body = fields.has("body") ? fields.text("body") : issue.body.get();
        Wish wish = wish(call, fields, title, body);
        api.issues().edit(repo, issue, caller.account(), wish.title, wish.body);
        apply(repo, issue, caller.account(), wish);
        state(repo, issue, caller.account(), fields);
        return Reply.ok(api.views().issues.show(call, repo, issue));
    }

    private void state(Repo repo, Issue issue, Account by, Fields fields) {
        String state = fields.text("state");
        if ("closed".equals(state)) {
            String reason = fields.text("state_reason");
            api.issues().close(repo, issue, by, reason == null ? "completed" : reason);
        } else if ("open".equals(state)) {
            api.issues().reopen(repo, issue, by);
        } else if (state != null) {
            throw ApiError.invalid("Issue", "state", "invalid", null, state);
        }
    }

    /** Everything is checked before anything changes; what needs push access is dropped in silence without it. */
    private Wish wish(Call call, Fields fields, @Nullable String title, @Nullable String body) {
        Repo repo = call.repo();
        Limits.title(title);
        Limits.issueBody(body);
        boolean push = call.caller().pushes(repo);
        List<String> labels = push && fields.value("labels") != null ? fields.texts("labels", "name") : null;
        if (labels != null) {
            Limits.labelNames(labels);
        }
        List<String> logins = push ? logins(fields) : null;
        boolean schedules = push && fields.has("milestone");
        return new Wish(
                Objects.requireNonNull(title),
                body,
                labels,
                logins == null ? null : assignable.require(repo, logins),
                schedules,
                schedules ? milestone(repo, fields) : null);
    }

    private static @Nullable List<String> logins(Fields fields) {
        if (fields.value("assignees") != null) {
            return fields.texts("assignees", "login");
        }
        if (!fields.has("assignee")) {
            return null;
        }
        String single = fields.text("assignee");
        return single == null || single.isEmpty() ? new ArrayList<>() : List.of(single);
    }

    private static @Nullable Integer milestone(Repo repo, Fields fields) {
        String text = fields.text("milestone");
        if (text == null) {
            return null;
        }
        Milestone known = text.matches("\\d{1,9}") ? repo.milestones.get(Integer.valueOf(text)) : null;
        if (known == null) {
            throw ApiError.invalid("Issue", "milestone", "invalid", null, text);
        }
        return known.number();
    }

    private void apply(Repo repo, Issue issue, Account by, Wish wish) {
        if (wish.labels != null) {
            api.issues().relabel(repo, issue, by, wish.labels);
        }
        if (wish.assignees != null) {
            api.issues().reassign(repo, issue, by, wish.assignees);
        }
        if (wish.schedules) {
            api.issues().schedule(repo, issue, by, wish.milestone);
        }
    }

    private Reply lock(Call call, boolean locked) {
        Issue issue = api.finder().findToChange(call);
        if (!call.caller().pushes(call.repo())) {
            throw ApiError.forbidden("Must have admin rights to Repository.");
        }
        String reason = call.fields().text("lock_reason");
        if (reason != null
                && !List.of("off-topic", "too heated", "resolved", "spam").contains(reason)) {
            throw ApiError.invalid("Issue", "lock_reason", "invalid", null, reason);
        }
        api.issues().lock(call.repo(), issue, call.caller().account(), locked, reason);
        return Reply.nothing();
    }

    private record Wish(
            String title,
            @Nullable String body,
            @Nullable List<String> labels,
            @Nullable List<Account> assignees,
            boolean schedules,
            @Nullable Integer milestone) {}
}
