package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Page;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.DirectoryOperations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Repositories, labels and assignable users. */
final class GitHubDirectory implements DirectoryOperations {
    private final GitHubConnection connection;
    private final GitHubGate gate;

    GitHubDirectory(GitHubConnection connection, GitHubGate gate) {
        this.connection = connection;
        this.gate = gate;
    }

    /** An installation of an app sees its repositories elsewhere than a user does. */
    @Override
    public Listing<Project> getProjects() {
        gate.require(Capability.LIST_PROJECTS, "getProjects");
        var call = HttpCall.get("getProjects").query("per_page", GitHubConnection.PAGE_SIZE);
        if (connection.settings().isApp()) {
            return connection
                    .http()
                    .list(
                            call.path("installation", "repositories").build(),
                            GitHubWire.Repositories.class,
                            reply -> page(
                                    reply,
                                    reply.body()
                                            .map(GitHubWire.Repositories::repositories)
                                            .orElse(List.of()),
                                    connection.mapper()::project));
        }
        call.path("user", "repos").query("affiliation", "owner,collaborator,organization_member");
        return list(call, GitHubWire.Repository.class, connection.mapper()::project);
    }

    @Override
    public Listing<Label> getLabels(@Nullable String project) {
        gate.require(Capability.LIST_LABELS, "getLabels");
        return list(
                GitHubConnection.list("getLabels", repository(project, "getLabels"), "labels"),
                GitHubWire.Label.class,
                connection.mapper()::label);
    }

    @Override
    public Listing<User> getUsers(@Nullable String project) {
        gate.require(Capability.LIST_USERS, "getUsers");
        return list(
                GitHubConnection.list("getUsers", repository(project, "getUsers"), "assignees"),
                GitHubWire.User.class,
                connection.mapper()::user);
    }

    private GitHubRepository repository(@Nullable String project, String operation) {
        return project == null
                ? connection.settings().repository()
                : GitHubRepository.require(project, connection.tracker(), operation);
    }

    private <W, T> Listing<T> list(HttpCall.Builder call, Class<W> type, Function<W, @Nullable T> mapping) {
        return connection
                .http()
                .listItems(
                        call.conditional().build(),
                        type,
                        reply -> page(reply, reply.body().orElse(List.of()), mapping));
    }

    private static <W, T> Page<T> page(HttpReply<?> reply, List<W> wires, Function<W, @Nullable T> mapping) {
        List<T> items = wires.stream()
                .map(wire -> Optional.<T>ofNullable(mapping.apply(wire)))
                .flatMap(Optional::stream)
                .toList();
        return new Page<>(items, reply.nextLink().map(Objects::toString).map(Cursor::new), 0);
    }
}
