package dev.issuelink.gitlab;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Page;
import dev.issuelink.model.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads issues. Those that moved away are followed where one is asked for, and left out of listings. */
final class GitLabIssues {
    /** By how much our clock and GitLab's may differ. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** What GitLab takes for any label and for none in a filter, whatever labels there are. */
    private static final List<String> WILDCARDS = List.of("any", "none");

    private final GitLabConnection connection;
    private final GitLabMoves moves;

    GitLabIssues(GitLabConnection connection, GitLabMoves moves) {
        this.connection = connection;
        this.moves = moves;
    }

    /** The issue, or empty if there is none, or none that we may see. */
    Optional<Issue> getIssue(IssueReference issue) {
        return moves.current("getIssue", issue).map(connection.mapper()::issue);
    }

    Optional<Issue> findIssue(@Nullable String project, String displayKey) {
        return GitLabPlace.parse(project, displayKey, connection.settings())
                .flatMap(place -> moves.current("findIssue", place))
                .map(connection.mapper()::issue);
    }

    Listing<Issue> searchIssues(SearchQuery query) {
        var project = connection.project(query.project().orElse(null), "searchIssues");
        if (query.labels().stream().anyMatch(label -> label.contains(","))) {
            return Listing.of(List.of());
        }
        var call = list("searchIssues", project).query("scope", "all").query("state", state(query.state()));
        words(query)
                .ifPresent(
                        words -> call.resource("search").query("search", words).query("in", "title,description"));
        var labels = query.labels().stream().filter(label -> !isWildcard(label)).toList();
        call.query("labels", Optional.of(String.join(",", labels)).filter(names -> !names.isEmpty()))
                .query("assignee_username", query.assignee().map(GitLabPeople::username))
                .query("author_username", query.author().map(GitLabPeople::username))
                .query("updated_after", query.updatedSince())
                .query("order_by", query.order() == SearchQuery.Order.UPDATED ? "updated_at" : "created_at")
                .query("sort", "desc");
        return listing(call.build(), issue -> matches(query, issue));
    }

    /** GitLab ignores filters that it does not know, so what it gives is looked at again. */
    private static boolean matches(SearchQuery query, Issue issue) {
        var state = query.state() == SearchQuery.State.ANY
                || (query.state() == SearchQuery.State.CLOSED) == issue.status().isDone();
        return state
                && query.labels().stream().allMatch(label -> carries(issue, label))
                && query.assignee()
                        .map(name -> issue.assignees().stream().anyMatch(user -> GitLabPeople.isCalled(user, name)))
                        .orElse(true)
                && query.author()
                        .map(name -> issue.author()
                                .filter(user -> GitLabPeople.isCalled(user, name))
                                .isPresent())
                        .orElse(true);
    }

    /** The issues with a label. No label of GitLab has a comma in its name. */
    Listing<Issue> getIssuesByLabel(String label) {
        if (label.contains(",")) {
            return Listing.of(List.of());
        }
        var call = keyset(list("getIssuesByLabel", connection.settings().project()), "asc");
        if (!isWildcard(label)) {
            call.query("labels", label);
        }
        return listing(call.build(), issue -> carries(issue, label));
    }

    /** The oldest that bears the mark: whoever copies it into another issue does it later. */
    Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        var earliest = notBefore.minus(CLOCK_SKEW);
        var call = keyset(list("findByMarker", connection.project(project, "findByMarker")), "desc")
                .query("created_after", earliest)
                .build();
        Listing<GitLabNode> marked = connection.http().listItems(call, GitLabNode.class, reply -> {
            var nodes = GitLabConnection.items(reply);
            var found = nodes.stream().filter(node -> bears(node, marker)).toList();
            var passed = !nodes.isEmpty()
                    && nodes.get(nodes.size() - 1)
                            .time("created_at")
                            .filter(time -> time.isBefore(earliest))
                            .isPresent();
            var next = connection.next(reply).filter(link -> !passed).map(Cursor::new);
            return new Page<>(found, next, nodes.size() - found.size());
        });
        return marked.stream()
                .reduce((newer, older) -> older)
                .flatMap(found -> moves.follow("findByMarker", found))
                .map(connection.mapper()::issue);
    }

    private Listing<Issue> listing(HttpCall call, Predicate<Issue> wanted) {
        return connection.listing(
                call,
                node -> Optional.of(node)
                        .filter(found -> !GitLabMapper.isMovedAway(found))
                        .map(connection.mapper()::issue)
                        .filter(wanted));
    }

    private static HttpCall.Builder list(String operation, GitLabProject project) {
        return GitLabConnection.list(operation, project, "issues");
    }

    /** By cursor where this version of GitLab has them, else by number, which older versions fall back to. */
    private static HttpCall.Builder keyset(HttpCall.Builder call, String direction) {
        return call.query("state", "all")
                .query("scope", "all")
                .query("pagination", "keyset")
                .query("order_by", "created_at")
                .query("sort", direction);
    }

    private static boolean bears(GitLabNode node, Marker marker) {
        return marker.equals(GitLabText.read(node.words("description")).marker());
    }

    /** GitLab takes words between quotes for one. */
    private static Optional<String> words(SearchQuery query) {
        return query.text().map(text -> text.replace('"', ' ').strip()).filter(text -> !text.isEmpty());
    }

    private static String state(SearchQuery.State state) {
        return switch (state) {
            case OPEN -> "opened";
            case CLOSED -> "closed";
            case ANY -> "all";
        };
    }

    private static boolean isWildcard(String label) {
        return WILDCARDS.stream().anyMatch(label::equalsIgnoreCase);
    }

    private static boolean carries(Issue issue, String label) {
        return issue.labels().stream().anyMatch(carried -> carried.name().equalsIgnoreCase(label));
    }
}
