package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.List;

/** The milestones of a repository. */
final class MilestoneResource {

    private final Api api;

    MilestoneResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String one = "R/milestones/{n}";
        return List.of(
                Route.of("GET", "R/milestones", Access.TALK_READ, this::list),
                Route.of("POST", "R/milestones", Access.TALK_WRITE, this::create),
                Route.of("GET", one, Access.TALK_READ, this::get),
                Route.of("PATCH", one, Access.TALK_WRITE, this::update),
                Route.of("DELETE", one, Access.TALK_WRITE, this::delete));
    }

    private Reply list(Call call) {
        String state = call.query("state", "open");
        List<Milestone> found = call.repo().milestones.values().stream()
                .filter(milestone -> state.equals("all") || state.equals(milestone.state()))
                .toList();
        return api.views().paging.numbered(call, found, milestone -> view(call, milestone));
    }

    private Reply get(Call call) {
        return Reply.ok(view(call, find(call)));
    }

    private Reply create(Call call) {
        checkPush(call);
        Fields fields = call.fields();
        String title = title(call, fields);
        Instant now = api.world().clock.seconds();
        int number = call.repo().milestones.keySet().stream().reduce(0, Math::max) + 1;
        Milestone milestone = new Milestone(
                api.world().ids.next(),
                number,
                title,
                fields.text("description"),
                fields.has("state") ? String.valueOf(fields.text("state")) : "open",
                fields.text("due_on"),
                call.caller().account(),
                now,
                now);
        call.repo().milestones.put(number, milestone);
        tell(call, milestone, "created");
        return Reply.created(api.views().issues.milestone(call.repo(), milestone));
    }

    private Reply update(Call call) {
        checkPush(call);
        Milestone old = find(call);
        Fields fields = call.fields();
        String state = fields.text("state");
        Milestone milestone = new Milestone(
                old.id(),
                old.number(),
                fields.has("title") ? title(call, fields) : old.title(),
                fields.has("description") ? fields.text("description") : old.description(),
                state == null ? old.state() : state,
                fields.has("due_on") ? fields.text("due_on") : old.dueOn(),
                old.creator(),
                old.createdAt(),
                api.world().clock.seconds());
        call.repo().milestones.put(old.number(), milestone);
        tell(call, milestone, "edited");
        return Reply.ok(view(call, milestone));
    }

    private Reply delete(Call call) {
        checkPush(call);
        Milestone milestone = find(call);
        call.repo().milestones.remove(milestone.number());
        for (Issue issue : call.repo().issues.values()) {
            if (Integer.valueOf(milestone.number()).equals(issue.milestone)) {
                issue.milestone = null;
            }
        }
        tell(call, milestone, "deleted");
        return Reply.nothing();
    }

    private static Milestone find(Call call) {
        Milestone milestone = call.repo().milestones.get(call.number());
        if (milestone == null) {
            throw ApiError.notFound();
        }
        return milestone;
    }

    private static String title(Call call, Fields fields) {
        String title = fields.text("title");
        if (title == null || title.isBlank()) {
            throw ApiError.missing("Milestone", "title");
        }
        boolean taken = call.repo().milestones.values().stream()
                .anyMatch(other -> other.title().equals(title) && other.number() != number(call));
        if (taken) {
            throw ApiError.invalid("Milestone", "title", "already_exists", null, null);
        }
        return title;
    }

    private static int number(Call call) {
        return call.variables().containsKey("n") ? call.number() : 0;
    }

    private static void checkPush(Call call) {
        IssueFinder.checkWritable(call.repo());
        if (!call.caller().pushes(call.repo())) {
            throw ApiError.notFound();
        }
    }

    private Object view(Call call, Milestone milestone) {
        return api.views().issues.milestone(call.repo(), milestone);
    }

    private void tell(Call call, Milestone milestone, String action) {
        Object view = view(call, milestone);
        api.events().other(call.repo(), "milestone", call.caller().account(), action, "milestone", view);
    }
}
