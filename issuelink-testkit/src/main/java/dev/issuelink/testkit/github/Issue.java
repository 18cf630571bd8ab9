package dev.issuelink.testkit.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An issue or a pull request. Changes only under the world's lock, by the verbs of {@link IssueActions}.
 * The body is asked for when it is shown, so that ten thousand long ones need not be held.
 */
final class Issue {

    final long id;
    final int number;
    final boolean pull;
    final @Nullable Account user;
    final Instant createdAt;
    final List<String> labels = new ArrayList<>(0);
    final List<Account> assignees = new ArrayList<>(0);
    String title;
    Supplier<@Nullable String> body;
    Instant updatedAt;
    boolean open = true;

    @Nullable
    String reason;

    @Nullable
    Instant closedAt;

    @Nullable
    Account closedBy;

    @Nullable
    Integer milestone;

    boolean locked;

    @Nullable
    String lockReason;

    @Nullable
    String type;

    int comments;

    Issue(
            long id,
            int number,
            boolean pull,
            @Nullable Account user,
            String title,
            Supplier<@Nullable String> body,
            Instant createdAt) {
        this.id = id;
        this.number = number;
        this.pull = pull;
        this.user = user;
        this.title = title;
        this.body = body;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    String nodeId() {
        return Ids.node(pull ? "PR" : "I", id);
    }

    String state() {
        return open ? "open" : "closed";
    }

    boolean hasLabel(String name) {
        return labels.stream().anyMatch(name::equalsIgnoreCase);
    }

    boolean hasAssignee(String login) {
        return assignees.stream().anyMatch(a -> a.is(login));
    }
}
