package dev.issuelink.github;

import dev.issuelink.http.HttpCall;
import dev.issuelink.http.HttpReply;
import dev.issuelink.http.PageReader;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Page;
import dev.issuelink.model.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads issues. Pull requests, which GitHub mixes in, are told apart and counted as skipped. */
final class GitHubIssues {
    /** By how much our clock and GitHub's may differ. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** GitHub's search gives no more than 1,000 results: 10 pages of 100. */
    private static final int LAST_SEARCH_PAGE = 10;

    private static final Pattern PAGE_NUMBER = Pattern.compile("(?:^|&)page=(\\d{1,9})(?:&|$)");
    private static final Logger LOG = LoggerFactory.getLogger(GitHubIssues.class);

    private final GitHubConnection connection;

    GitHubIssues(GitHubConnection connection) {
        this.connection = connection;
    }

    /** The issue, or empty if there is none, none that we may see, or a pull request in its place. */
    Optional<Issue> getIssue(IssueReference issue) {
        var place = GitHubPlace.of(issue, connection, "getIssue");
        return read("getIssue", place, issue.key().id());
    }

    Optional<Issue> findIssue(@Nullable String project, String displayKey) {
        return GitHubPlace.parse(project, displayKey, connection.settings())
                .flatMap(place -> read("findIssue", place, null));
    }

    /**
     * The issue as GitHub has it.
     *
     * @param id its identity, or null if unknown: another one at the very place that was asked for, without a redirect,
     *     means that the repository was made anew and the issue is another
     */
    private Optional<Issue> read(String operation, GitHubPlace place, @Nullable String id) {
        var call = HttpCall.get(operation)
                .path(place.path())
                .conditional()
                .expect(404)
                .build();
        var reply = connection.http().send(call, GitHubWire.Issue.class);
        return reply.body()
                .filter(found -> !found.isPullRequest())
                .filter(found -> id == null
                        || id.equals(String.valueOf(found.id()))
                        || !reply.uri().getPath().endsWith(place.uriPath()))
                .map(connection.mapper()::issue);
    }

    Listing<Issue> searchIssues(SearchQuery query) {
        var repository = query.project()
                .map(id -> GitHubRepository.require(id, connection.tracker(), "searchIssues"))
                .orElse(connection.settings().repository());
        var written = new GitHubQuery(query, repository);
        return written.text().map(q -> search(q, query.order(), written)).orElse(Listing.of(List.of()));
    }

    private Listing<Issue> search(String q, SearchQuery.Order order, GitHubQuery written) {
        var call = HttpCall.get("searchIssues")
                .path("search", "issues")
                .resource("search")
                .query("q", q)
                .query("advanced_search", true)
                .query("per_page", GitHubConnection.PAGE_SIZE);
        if (order != SearchQuery.Order.RELEVANCE) {
            call.query("sort", order == SearchQuery.Order.CREATED ? "created" : "updated")
                    .query("order", "desc");
        }
        return connection.http().list(call.build(), GitHubWire.SearchResult.class, reply -> searchPage(reply, written));
    }

    private Page<Issue> searchPage(HttpReply<GitHubWire.SearchResult> reply, GitHubQuery written) {
        var result = reply.body().orElseThrow(() -> connection.mapper().unreadable("result of a search"));
        if (Boolean.TRUE.equals(result.incompleteResults())) {
            LOG.warn("{}: GitHub's search ran out of time; the results are not complete", connection.tracker());
        }
        var next = reply.nextLink().filter(link -> pageNumber(link.getRawQuery()) <= LAST_SEARCH_PAGE);
        return page(
                Objects.requireNonNullElse(result.items(), List.of()), written::matches, next.map(Object::toString));
    }

    /** The issues with a label. GitHub takes a comma in a name for the next name, so such names are filtered here. */
    Listing<Issue> getIssuesByLabel(String label) {
        var call = GitHubConnection.list(
                        "getIssuesByLabel", connection.settings().repository(), "issues")
                .query("state", "all")
                .query("sort", "created")
                .query("direction", "asc");
        if (!label.contains(",")) {
            call.query("labels", label);
        }
        return list(call.build(), issue -> GitHubQuery.carries(issue, label));
    }

    Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        var repository = project == null
                ? connection.settings().repository()
                : GitHubRepository.require(project, connection.tracker(), "findByMarker");
        var earliest = notBefore.minus(CLOCK_SKEW).truncatedTo(ChronoUnit.SECONDS);
        var call = GitHubConnection.list("findByMarker", repository, "issues")
                .query("state", "all")
                .query("sort", "created")
                .query("direction", "desc")
                .query("since", earliest)
                .build();
        // The oldest: whoever copies a marker into another issue does it later.
        return connection.http().listItems(call, GitHubWire.Issue.class, markedPage(marker, earliest)).stream()
                .reduce((newer, older) -> older);
    }

    private PageReader<List<GitHubWire.Issue>, Issue> markedPage(Marker marker, Instant earliest) {
        return reply -> {
            var wires = reply.body().orElse(List.of());
            var passed =
                    !wires.isEmpty() && isBefore(wires.get(wires.size() - 1).createdAt(), earliest);
            return page(
                    wires,
                    issue -> issue.marker().filter(marker::equals).isPresent(),
                    reply.nextLink().filter(link -> !passed).map(Object::toString));
        };
    }

    private Listing<Issue> list(HttpCall call, Predicate<Issue> wanted) {
        return connection
                .http()
                .listItems(
                        call,
                        GitHubWire.Issue.class,
                        reply -> page(
                                reply.body().orElse(List.of()),
                                wanted,
                                reply.nextLink().map(Object::toString)));
    }

    private Page<Issue> page(List<GitHubWire.Issue> wires, Predicate<Issue> wanted, Optional<String> next) {
        var issues = issues(wires);
        return new Page<>(issues.stream().filter(wanted).toList(), next.map(Cursor::new), wires.size() - issues.size());
    }

    private List<Issue> issues(List<GitHubWire.Issue> wires) {
        return wires.stream()
                .filter(wire -> !wire.isPullRequest())
                .map(connection.mapper()::issue)
                .toList();
    }

    private static boolean isBefore(@Nullable Instant createdAt, Instant earliest) {
        return createdAt != null && createdAt.isBefore(earliest);
    }

    private static long pageNumber(@Nullable String rawQuery) {
        var matcher = PAGE_NUMBER.matcher(Objects.requireNonNullElse(rawQuery, ""));
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 1;
    }
}
