package dev.issuelink.jira;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.DirectoryOperations;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Projects, labels and assignable users. */
final class JiraDirectory implements DirectoryOperations {
    private static final int PAGE_SIZE = 100;
    /** Jira looks at no more users than that. */
    private static final int MOST_USERS = 1_000;

    private final JiraConnection connection;
    private final JiraGate gate;

    JiraDirectory(JiraConnection connection, JiraGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    /** Data Center gives all at once. */
    @Override
    public Listing<Project> getProjects() {
        gate.require(Capability.LIST_PROJECTS, "getProjects");
        return connection.http().list(() -> projects("0"), this::projects, next -> projects(next.value()));
    }

    private HttpCall projects(String from) {
        return connection.http().kind("getProjects").isCloud()
                ? connection
                        .http()
                        .get("getProjects", "project", "search")
                        .query("startAt", from)
                        .query("maxResults", PAGE_SIZE)
                        .query("orderBy", "key")
                        .build()
                : connection.http().get("getProjects", "project").build();
    }

    private Page<Project> projects(JsonNode page) {
        var wires = page.isArray() ? JiraJson.items(page) : JiraJson.items(page, "values");
        var end = page.path("startAt").asLong(0) + wires.size();
        var last = page.isArray()
                || wires.isEmpty()
                || page.path("isLast").asBoolean(end >= page.path("total").asLong(0));
        return new Page<>(
                wires.stream()
                        .flatMap(wire -> connection.mapper().project(wire).stream())
                        .toList(),
                last ? Optional.empty() : Optional.of(new Cursor(Long.toString(end))),
                0);
    }

    /**
     * Jira's labels belong to no project, and Data Center cannot list them at all: they are those of the project's issues,
     * read through the index.
     */
    @Override
    public Listing<Label> getLabels(@Nullable String project) {
        gate.require(Capability.LIST_LABELS, "getLabels");
        return () -> {
            var key = connection.project(Optional.ofNullable(project), "getLabels");
            connection
                    .http()
                    .read(connection.http().get("getLabels", "project", key).build());
            var pages = new JiraSearch(connection)
                    .list(
                            "getLabels",
                            () -> JiraJql.ofProject(key)
                                    .and("labels IS NOT EMPTY")
                                    .orderedBy("key ASC"),
                            List.of("labels"))
                    .pages();
            return new Labels(pages);
        };
    }

    /** Each label once. */
    private static final class Labels implements Iterator<Page<Label>> {
        private final Iterator<Page<JsonNode>> pages;
        private final Set<String> told = new HashSet<>();

        Labels(Iterator<Page<JsonNode>> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            return pages.hasNext();
        }

        @Override
        public Page<Label> next() {
            var page = pages.next();
            var labels = page.items().stream()
                    .flatMap(wire -> JiraJson.items(wire, "fields", "labels").stream())
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString)
                    .filter(name -> !name.isBlank()
                            && JiraMarkers.ofLabels(List.of(name)).isEmpty()
                            && told.add(name))
                    .map(Label::of)
                    .toList();
            return new Page<>(labels, page.next(), 0);
        }
    }

    /** Cloud leaves out, page by page, whom it must not show, so a short page is not the last. */
    @Override
    public Listing<User> getUsers(@Nullable String project) {
        gate.require(Capability.LIST_USERS, "getUsers");
        return () -> {
            var key = connection.project(Optional.ofNullable(project), "getUsers");
            var told = new HashSet<String>();
            Function<Integer, HttpCall> call = from -> users(key, from);
            var at = new int[] {0};
            return connection
                    .http()
                    .list(
                            () -> call.apply(0),
                            page -> users(page, told, at),
                            next -> call.apply(Integer.valueOf(next.value())))
                    .pages();
        };
    }

    private HttpCall users(String project, int from) {
        return connection
                .http()
                .get("getUsers", "user", "assignable", "search")
                .query("project", project)
                .query("startAt", from)
                .query("maxResults", PAGE_SIZE)
                .build();
    }

    private Page<User> users(JsonNode page, Set<String> told, int[] at) {
        var wires = JiraJson.items(page);
        at[0] += PAGE_SIZE;
        var ended = at[0] >= MOST_USERS || (!connection.http().kindSoFar().isCloud() && wires.size() < PAGE_SIZE);
        return new Page<>(
                wires.stream()
                        .flatMap(wire -> connection.mapper().user(wire).stream())
                        .filter(user -> told.add(user.id()))
                        .toList(),
                ended ? Optional.empty() : Optional.of(new Cursor(Integer.toString(at[0]))),
                0);
    }
}
