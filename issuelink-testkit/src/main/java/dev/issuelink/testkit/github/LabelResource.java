package dev.issuelink.testkit.github;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The labels of a repository. */
final class LabelResource {

    private final Api api;

    LabelResource(Api api) {
        this.api = api;
    }

    List<Route> routes() {
        String one = "R/labels/{name}";
        return List.of(
                Route.of("GET", "R/labels", Access.TALK_READ, this::list),
                Route.of("POST", "R/labels", Access.TALK_WRITE, this::create),
                Route.of("GET", one, Access.TALK_READ, this::get),
                Route.of("PATCH", one, Access.TALK_WRITE, this::update),
                Route.of("DELETE", one, Access.TALK_WRITE, this::delete));
    }

    private Reply list(Call call) {
        List<Label> labels = new ArrayList<>(call.repo().labels.values());
        return api.views()
                .paging
                .numbered(call, labels, label -> api.views().issues.label(call.repo(), label));
    }

    private Reply get(Call call) {
        return Reply.ok(api.views().issues.label(call.repo(), find(call)));
    }

    private Reply create(Call call) {
        checkPush(call);
        Fields fields = call.fields();
        String name = fields.text("name");
        if (name == null) {
            throw ApiError.missing("Label", "name");
        }
        check(call, name, null, fields);
        Label label =
                new Label(api.world().ids.next(), name, color(fields, Label.AUTO_COLOR), fields.text("description"));
        call.repo().labels.put(Label.key(name), label);
        tell(call, label, "created");
        return Reply.created(api.views().issues.label(call.repo(), label));
    }

    private Reply update(Call call) {
        checkPush(call);
        Label old = find(call);
        Fields fields = call.fields();
        String asked = fields.text("new_name");
        String name = asked == null ? old.name() : asked;
        check(call, name, old, fields);
        String description = fields.has("description") ? fields.text("description") : old.description();
        Label label = new Label(old.id(), name, color(fields, old.color()), description);
        api.labels().change(call.repo(), old, label, call.caller().account());
        return Reply.ok(api.views().issues.label(call.repo(), label));
    }

    private Reply delete(Call call) {
        checkPush(call);
        Label label = find(call);
        call.repo().issues.values().forEach(issue -> issue.labels.removeIf(label::is));
        call.repo().labels.remove(Label.key(label.name()));
        tell(call, label, "deleted");
        return Reply.nothing();
    }

    private static Label find(Call call) {
        Label label = call.repo().labels.get(Label.key(call.variable("name")));
        if (label == null) {
            throw ApiError.notFound();
        }
        return label;
    }

    private static void check(Call call, String name, @Nullable Label old, Fields fields) {
        Limits.labelNames(List.of(name));
        Label known = call.repo().labels.get(Label.key(name));
        if (known != null && !known.equals(old)) {
            throw ApiError.invalid("Label", "name", "already_exists", null, null);
        }
        if (Limits.longer(fields.text("description"), Limits.LABEL_DESCRIPTION)) {
            throw ApiError.invalid(
                    "Label", "description", "custom", "description is too long (maximum is 100 characters)", null);
        }
    }

    private static String color(Fields fields, String otherwise) {
        String color = fields.text("color");
        if (color == null) {
            return otherwise;
        }
        if (!color.matches("[0-9a-fA-F]{6}")) {
            throw ApiError.invalid("Label", "color", "invalid", null, color);
        }
        return color.toLowerCase(Locale.ROOT);
    }

    private static void checkPush(Call call) {
        IssueFinder.checkWritable(call.repo());
        if (!call.caller().pushes(call.repo())) {
            throw ApiError.notFound();
        }
    }

    private void tell(Call call, Label label, String action) {
        Object view = api.views().issues.label(call.repo(), label);
        api.events().other(call.repo(), "label", call.caller().account(), action, "label", view);
    }
}
