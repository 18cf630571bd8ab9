package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Notes of issues. */
final class NoteApi {
    private static final int LONGEST = 1_000_000;

    private final World world;
    private final Views views;
    private final IssueActions actions;
    private final Paging paging;
    private final Map<Account, Deque<Instant>> written = new LinkedHashMap<>();

    NoteApi(World world, Views views, IssueActions actions, Paging paging) {
        this.world = world;
        this.views = views;
        this.actions = actions;
        this.paging = paging;
    }

    List<Route> routes() {
        var one = "P/issues/{iid}/notes/{note}";
        return List.of(
                Route.of("GET", "P/issues/{iid}/notes", this::list),
                Route.of("POST", "P/issues/{iid}/notes", this::create),
                Route.of("GET", one, call -> Reply.ok(view(call, find(call)))),
                Route.of("PUT", one, this::update),
                Route.of("DELETE", one, this::delete));
    }

    private Object view(Call call, Note note) {
        return views.note(call.project(), IssueApi.find(call), note);
    }

    private static Note find(Call call) {
        var note = IssueActions.find(IssueApi.find(call), call.id("note", "Note"));
        if (note == null || !sees(call, note)) {
            throw ApiError.notFound("Note");
        }
        return note;
    }

    private static boolean sees(Call call, Note note) {
        return !note.internal || call.level() >= Role.PLANNER;
    }

    private Reply list(Call call) {
        var order = call.query("order_by", "created_at");
        Comparator<Note> sorting = order.equals("updated_at")
                ? Comparator.<Note, Instant>comparing(note -> note.updatedAt).thenComparingLong(note -> note.id)
                : Comparator.comparingLong(note -> note.id);
        var activity = call.query("activity_filter", "all_notes");
        var found = IssueApi.find(call).notes.stream()
                .filter(note -> sees(call, note))
                .filter(note -> !activity.equals("only_comments") || !note.system)
                .filter(note -> !activity.equals("only_activity") || note.system)
                .sorted(call.query("sort", "desc").equals("asc") ? sorting : sorting.reversed())
                .toList();
        return paging.numbered(call, found, note -> view(call, note));
    }

    private Reply create(Call call) {
        var issue = IssueApi.find(call);
        if (issue.locked() && call.level() < Role.GUEST) {
            throw ApiError.forbidden();
        }
        limit(call.account());
        var fields = call.fields();
        var body = body(fields);
        var extracted = QuickActions.extract(body);
        actions.carryOut(call.project(), issue, call.account(), extracted.commands());
        if (extracted.text().isBlank()) {
            return Reply.of(
                    202, Json.object("commands_changes", Json.object(), "summary", List.of("Applied quick actions.")));
        }
        var internal = fields.flag("internal", fields.flag("confidential", false));
        return Reply.created(
                view(call, actions.comment(call.project(), issue, call.account(), extracted.text(), internal)));
    }

    private Reply update(Call call) {
        var note = find(call);
        check(call, note);
        var extracted = QuickActions.extract(body(call.fields()));
        actions.editComment(call.project(), IssueApi.find(call), note, call.account(), extracted.text());
        return Reply.ok(view(call, note));
    }

    private Reply delete(Call call) {
        var note = find(call);
        check(call, note);
        IssueApi.find(call).notes.remove(note);
        return Reply.nothing();
    }

    private static void check(Call call, Note note) {
        if (!note.author.equals(call.account()) && call.level() < Role.MAINTAINER) {
            throw ApiError.forbidden();
        }
    }

    private static String body(Fields fields) {
        var body = fields.text("body");
        if (body == null || body.isBlank()) {
            throw ApiError.parameter("body is missing");
        }
        if (body.length() > LONGEST) {
            throw ApiError.field("note", "is too long (maximum is 1000000 characters)");
        }
        return body;
    }

    /** The limit of a single operation is refused without any header. */
    private void limit(Account account) {
        var now = world.now();
        var times = Objects.requireNonNull(written.computeIfAbsent(account, key -> new ArrayDeque<>()));
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(Duration.ofMinutes(1)))) {
            times.removeFirst();
        }
        if (times.size() >= world.settings.notesPerMinute()) {
            throw new ApiError(Reply.message(
                    429, Json.object("error", "This endpoint has been requested too many times. Try again later.")));
        }
        times.addLast(now);
    }
}
