package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Label;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Project;
import dev.issuelink.model.User;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.DirectoryOperations;
import dev.issuelink.testkit.PagedListing.Slot;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Projects, labels and users of the tracker in memory. */
final class InMemoryDirectory implements DirectoryOperations {
    private final InMemoryTracker tracker;
    private final TrackerState state;
    private final CallGate gate;

    InMemoryDirectory(InMemoryTracker tracker, CallGate gate) {
        this.tracker = tracker;
        this.state = tracker.state();
        this.gate = gate;
    }

    @Override
    public Listing<Project> getProjects() {
        return listing(
                "getProjects",
                Capability.LIST_PROJECTS,
                () -> state.projects.stream().map(InMemoryDirectory::project).toList());
    }

    private static Project project(String id) {
        return new Project(id, id, URI.create("https://tracker.example/" + id), Map.of());
    }

    @Override
    public Listing<Label> getLabels(@Nullable String project) {
        return listing(
                "getLabels",
                Capability.LIST_LABELS,
                () -> state.labels(known("getLabels", project)).values());
    }

    @Override
    public Listing<User> getUsers(@Nullable String project) {
        return listing("getUsers", Capability.LIST_USERS, () -> {
            known("getUsers", project);
            return state.users.values();
        });
    }

    private String known(String operation, @Nullable String project) {
        var id = project == null ? state.mainProject() : project;
        if (!state.projects.contains(id)) {
            throw gate.failure(ErrorCode.NOT_FOUND, operation, "There is no project " + id + ".");
        }
        return id;
    }

    private <T> Listing<T> listing(String operation, Capability capability, Supplier<Collection<T>> all) {
        return new PagedListing<>(gate, operation, capability, tracker.pageSize(), () -> {
            var items = List.copyOf(all.get());
            return IntStream.range(0, items.size())
                    .mapToObj(place -> new Slot<>(place, Optional.of(items.get(place))))
                    .toList();
        });
    }
}
