package dev.issuelink.testkit.github;

import java.util.List;

/** The labels and assignees of one issue. */
final class IssueLabelResource {

    private final Api api;
    private final Assignable assignable;

    IssueLabelResource(Api api) {
        this.api = api;
        this.assignable = new Assignable(api.world());
    }

    List<Route> routes() {
        String labels = "R/issues/{n}/labels";
        String assignees = "R/issues/{n}/assignees";
        return List.of(
                Route.of("GET", labels, Access.TALK_READ, this::list),
                Route.of("POST", labels, Access.TALK_WRITE, this::add),
                Route.of("PUT", labels, Access.TALK_WRITE, this::replace),
                Route.of("DELETE", labels, Access.TALK_WRITE, this::clear),
                Route.of("DELETE", labels + "/{name}", Access.TALK_WRITE, this::remove),
                Route.of("POST", assignees, Access.TALK_WRITE, this::assign),
                Route.of("DELETE", assignees, Access.TALK_WRITE, this::unassign));
    }

    private Reply list(Call call) {
        Issue issue = api.finder().find(call);
        return api.views().paging.numbered(call, api.views().issues.labels(call.repo(), issue), label -> label);
    }

    private Reply add(Call call) {
        Issue issue = toChange(call);
        api.issues().label(call.repo(), issue, call.caller().account(), names(call));
        return shown(call, issue);
    }

    private Reply replace(Call call) {
        Issue issue = toChange(call);
        api.issues().relabel(call.repo(), issue, call.caller().account(), names(call));
        return shown(call, issue);
    }

    private Reply clear(Call call) {
        Issue issue = toChange(call);
        api.issues().relabel(call.repo(), issue, call.caller().account(), List.of());
        return Reply.nothing();
    }

    private Reply remove(Call call) {
        Issue issue = toChange(call);
        String name = call.variable("name");
        if (!issue.hasLabel(name)) {
            throw ApiError.of(404, "Label does not exist");
        }
        api.issues().unlabel(call.repo(), issue, call.caller().account(), List.of(name));
        return shown(call, issue);
    }

    private Reply assign(Call call) {
        Issue issue = api.finder().findToChange(call);
        if (call.caller().pushes(call.repo())) {
            List<Account> people = assignable.require(call.repo(), call.fields().texts("assignees", "login"));
            if (issue.assignees.size() + people.size() > Limits.ASSIGNEES) {
                throw ApiError.invalid("Issue", "assignees", "invalid", null, null);
            }
            api.issues().assign(call.repo(), issue, call.caller().account(), people);
        }
        return Reply.of(201, api.views().issues.show(call, call.repo(), issue));
    }

    private Reply unassign(Call call) {
        Issue issue = api.finder().findToChange(call);
        if (call.caller().pushes(call.repo())) {
            List<Account> people = call.fields().texts("assignees", "login").stream()
                    .map(api.world()::account)
                    .toList();
            api.issues().unassign(call.repo(), issue, call.caller().account(), people);
        }
        return Reply.ok(api.views().issues.show(call, call.repo(), issue));
    }

    private Issue toChange(Call call) {
        Issue issue = api.finder().findToChange(call);
        if (!call.caller().pushes(call.repo())) {
            throw ApiError.forbidden("Must have admin rights to Repository.");
        }
        return issue;
    }

    private static List<String> names(Call call) {
        List<String> names = LabelNames.of(call.request().body());
        Limits.labelNames(names);
        return names;
    }

    private Reply shown(Call call, Issue issue) {
        return Reply.ok(api.views().issues.labels(call.repo(), issue));
    }
}
