package dev.issuelink.testkit.gitlab;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Issues. */
final class IssueApi {
    private static final int LONGEST_TITLE = 255;
    private static final int LARGEST_DESCRIPTION = 1_048_576;
    private static final Set<String> TYPES = Set.of("issue", "incident", "test_case", "task");
    private static final Set<String> BY_CURSOR = Set.of("created_at", "updated_at");

    private final World world;
    private final Views views;
    private final IssueActions actions;
    private final Paging paging;

    IssueApi(World world, Views views, IssueActions actions, Paging paging) {
        this.world = world;
        this.views = views;
        this.actions = actions;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "P/issues", this::list),
                Route.of("POST", "P/issues", this::create),
                Route.of("GET", "P/issues/{iid}", call -> Reply.ok(single(call, find(call)))),
                Route.of("PUT", "P/issues/{iid}", this::update),
                Route.of("DELETE", "P/issues/{iid}", this::delete),
                Route.of("POST", "P/issues/{iid}/move", this::move));
    }

    static Issue find(Call call) {
        if (!call.project().issuesEnabled) {
            throw ApiError.notFound("Issue");
        }
        var iid = call.id("iid", "Issue");
        var issue = iid > Integer.MAX_VALUE ? null : call.project().issues.get((int) iid);
        if (issue == null || !sees(call, issue)) {
            throw ApiError.notFound("Issue");
        }
        return issue;
    }

    private static boolean sees(Call call, Issue issue) {
        return !issue.confidential() || call.level() >= Role.PLANNER || issue.author.equals(call.caller());
    }

    /** Whether we subscribed is told of a single issue only. */
    private Map<String, @Nullable Object> single(Call call, Issue issue) {
        var view = views.issue(call.project(), issue, call.caller());
        view.put("subscribed", issue.author.equals(call.caller()));
        return view;
    }

    private Reply list(Call call) {
        var order = call.query("order_by", "created_at");
        Comparator<Issue> sorting = Comparator.<Issue, Instant>comparing(issue -> time(issue, order))
                .thenComparingLong(issue -> issue.id);
        var found = call.project().issues.values().stream()
                .filter(issue -> sees(call, issue))
                .filter(filter(call))
                .sorted(call.query("sort", "desc").equals("asc") ? sorting : sorting.reversed())
                .toList();
        var byCursor = call.query("pagination", "").equals("keyset")
                && world.settings.atLeast(18, 3)
                && BY_CURSOR.contains(order);
        return byCursor
                ? paging.keyset(call, found, issue -> place(issue, order), issue -> view(call, issue))
                : paging.numbered(call, found, issue -> view(call, issue));
    }

    private Object view(Call call, Issue issue) {
        return views.issue(call.project(), issue, call.caller());
    }

    private static Instant time(Issue issue, String order) {
        return order.equals("updated_at") ? issue.updatedAt : issue.createdAt;
    }

    private static String place(Issue issue, String order) {
        return "%020d-%020d".formatted(time(issue, order).toEpochMilli(), issue.id);
    }

    private static Predicate<Issue> filter(Call call) {
        var state = call.query("state", "all");
        var labels = names(call.query("labels", ""));
        var assignee = call.query("assignee_username", "");
        var author = call.query("author_username", "");
        var updatedAfter = instant(call, "updated_after");
        var createdAfter = instant(call, "created_after");
        var words = words(call.query("search", ""));
        return issue -> (state.equals("all") || issue.open == state.equals("opened"))
                && issue.labels.containsAll(labels)
                && (assignee.isEmpty()
                        || issue.assignees.stream()
                                .anyMatch(user -> user.username().equalsIgnoreCase(assignee)))
                && (author.isEmpty() || issue.author.username().equalsIgnoreCase(author))
                && !issue.updatedAt.isBefore(updatedAfter)
                && !issue.createdAt.isBefore(createdAfter)
                && words.stream().allMatch(word -> holds(issue, word));
    }

    private static boolean holds(Issue issue, String word) {
        return (issue.title + "\n" + issue.description).toLowerCase(Locale.ROOT).contains(word);
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Words between quotes count as one. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var parts = text.toLowerCase(Locale.ROOT).split("\"", -1);
        for (var i = 0; i < parts.length; i++) {
            words.addAll(
                    i % 2 == 1
                            ? List.of(parts[i])
                            : Arrays.asList(parts[i].strip().split("\\s+", -1)));
        }
        words.removeIf(String::isBlank);
        return words;
    }

    private static Instant instant(Call call, String name) {
        var text = call.query(name, "");
        try {
            return text.isEmpty() ? Instant.MIN : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw ApiError.parameter(name + " is invalid");
        }
    }

    private Reply create(Call call) {
        checkOpen(call.project());
        var fields = call.fields();
        var title = fields.text("title");
        if (title == null) {
            throw ApiError.parameter("title is missing");
        }
        checkTexts(fields);
        checkType(fields);
        var issue = actions.open(call.project(), call.account(), title, fields.text("description", ""));
        issue.type = fields.text("issue_type", "issue");
        if (call.level() >= Role.PLANNER) {
            actions.label(call.project(), issue, fields.names("labels"));
            attach(call, issue, fields);
        }
        issue.confidential(issue.confidential() || fields.flag("confidential", false));
        actions.tell(call.project(), issue, call.account(), "open");
        return Reply.created(single(call, issue));
    }

    /** What needs a role is left out without a word where it is lacking. */
    private void attach(Call call, Issue issue, Fields fields) {
        if (fields.has("assignee_ids")) {
            actions.assign(call.project(), issue, fields.numbers("assignee_ids"));
        }
        if (fields.has("milestone_id")) {
            var milestone = fields.number("milestone_id");
            issue.put("milestone_id", call.project().milestones.containsKey(milestone) ? milestone : null);
        }
        if (fields.has("due_date")) {
            var due = fields.text("due_date", "");
            issue.put("due_date", due.isEmpty() ? null : due);
        }
        if (fields.has("weight") && !world.settings.isFree()) {
            issue.put("weight", fields.number("weight"));
        }
        issue.locked(fields.flag("discussion_locked", issue.locked()));
    }

    private Reply update(Call call) {
        checkOpen(call.project());
        var issue = find(call);
        var fields = call.fields();
        var mine = issue.author.equals(call.caller());
        if (call.level() < Role.PLANNER && !mine) {
            throw ApiError.forbidden();
        }
        checkTexts(fields);
        checkType(fields);
        if (fields.values().isEmpty()) {
            throw ApiError.parameter("title, description, labels are missing, at least one parameter must be provided");
        }
        change(call, issue, fields);
        return Reply.ok(single(call, issue));
    }

    private void change(Call call, Issue issue, Fields fields) {
        var by = call.account();
        var before = views.issue(call.project(), issue, by);
        issue.title = fields.text("title", issue.title).strip();
        if (fields.has("description")) {
            actions.describe(call.project(), issue, by, fields.text("description", ""));
        }
        issue.type = fields.text("issue_type", issue.type);
        issue.confidential(fields.flag("confidential", issue.confidential()));
        if (call.level() >= Role.PLANNER) {
            relabel(call, issue, fields);
            attach(call, issue, fields);
        }
        var event = fields.text("state_event", "");
        var closed = event.equals("close") && actions.close(issue, by);
        var reopened = event.equals("reopen") && actions.reopen(issue, by);
        if (!before.equals(views.issue(call.project(), issue, by))) {
            actions.touch(issue);
            actions.tell(call.project(), issue, by, closed ? "close" : reopened ? "reopen" : "update");
        }
    }

    private void relabel(Call call, Issue issue, Fields fields) {
        if (fields.values().containsKey("labels")) {
            issue.labels.clear();
            actions.label(call.project(), issue, fields.names("labels"));
        }
        actions.label(call.project(), issue, fields.names("add_labels"));
        fields.names("remove_labels").forEach(issue.labels::remove);
    }

    private Reply delete(Call call) {
        var issue = find(call);
        call.requireLevel(Role.OWNER);
        call.project().issues.remove(issue.iid);
        return Reply.nothing();
    }

    private Reply move(Call call) {
        var issue = find(call);
        call.requireLevel(Role.PLANNER);
        var id = call.fields().number("to_project_id");
        if (id == null) {
            throw ApiError.parameter("to_project_id is missing");
        }
        var target = world.projects.get(id);
        if (target == null) {
            throw ApiError.notFound("Project");
        }
        if (target.level(call.caller()) < Role.PLANNER || issue.movedTo != null) {
            throw new ApiError(Reply.message(400, "Cannot move issue due to insufficient permissions!"));
        }
        var moved = actions.move(call.project(), issue, call.account(), target);
        return Reply.created(views.issue(target, moved, call.caller()));
    }

    private static void checkOpen(Project project) {
        if (project.archived) {
            throw ApiError.forbidden();
        }
    }

    private static void checkTexts(Fields fields) {
        var title = fields.text("title", "x");
        if (title.isBlank()) {
            throw ApiError.field("title", "can't be blank");
        }
        if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw ApiError.field("title", "is too long (maximum is 255 characters)");
        }
        var size = fields.text("description", "").getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST_DESCRIPTION) {
            throw ApiError.field("description", "is too long (1 MiB). The maximum size is 1 MiB.");
        }
    }

    private static void checkType(Fields fields) {
        if (!TYPES.contains(fields.text("issue_type", "issue"))) {
            throw ApiError.parameter("issue_type does not have a valid value");
        }
    }
}
