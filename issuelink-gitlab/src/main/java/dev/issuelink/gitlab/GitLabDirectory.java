package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.DirectoryOperations;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Projects, labels and users. */
final class GitLabDirectory implements DirectoryOperations {
    private final GitLabConnection connection;
    private final GitLabGate gate;

    GitLabDirectory(GitLabConnection connection, GitLabGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    /** Those that the account belongs to; GitLab.com shows millions. */
    @Override
    public Listing<Project> getProjects() {
        gate.require(Capability.LIST_PROJECTS, "getProjects");
        var call = HttpCall.get("getProjects")
                .path("projects")
                .query("per_page", GitLabConnection.PAGE_SIZE)
                .query("membership", true)
                .query("simple", true)
                .query("archived", false)
                .query("with_issues_enabled", true)
                .query("pagination", "keyset")
                .query("order_by", "id")
                .query("sort", "asc")
                .build();
        return connection.listing(
                call,
                node -> Optional.of(connection
                        .mapper()
                        .project(
                                node,
                                Long.toString(connection.mapper().required(node.number("id"), "id of a project")))));
    }

    /** Those of the project and of its groups. */
    @Override
    public Listing<Label> getLabels(@Nullable String project) {
        gate.require(Capability.LIST_LABELS, "getLabels");
        var call = GitLabConnection.list("getLabels", connection.project(project, "getLabels"), "labels")
                .query("include_ancestor_groups", true)
                .query("with_counts", false)
                .build();
        return connection.listing(call, node -> Optional.of(connection.mapper().label(node)));
    }

    /** A blocked account cannot be assigned. */
    @Override
    public Listing<User> getUsers(@Nullable String project) {
        gate.require(Capability.LIST_USERS, "getUsers");
        var call = GitLabConnection.list("getUsers", connection.project(project, "getUsers"), "users")
                .build();
        return connection.listing(
                call,
                node -> Optional.of(node)
                        .filter(user ->
                                user.text("state").filter("active"::equals).isPresent())
                        .flatMap(connection.mapper()::user));
    }
}
