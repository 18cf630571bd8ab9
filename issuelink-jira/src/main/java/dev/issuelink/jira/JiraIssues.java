package dev.issuelink.jira;

import dev.issuelink.http.HttpCall;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Listing;
import dev.issuelink.model.Marker;
import dev.issuelink.model.Page;
import dev.issuelink.model.SearchQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads issues: by id, which is always right, and through the index, which lags behind. */
final class JiraIssues {
    /** By how much our clock and Jira's may differ. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** How long the index may lag behind a write. */
    static final Duration INDEX_LAG = Duration.ofMinutes(5);

    private static final int MOST_WORDS = 30;
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}-\\d{1,18}");
    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");
    private static final Pattern ADDRESS =
            Pattern.compile("https?://\\S{1,2000}/browse/(" + KEY.pattern() + ")(?:\\?\\S{0,2000})?");

    private final JiraConnection connection;
    private final JiraSearch search;

    JiraIssues(JiraConnection connection) {
        this.connection = connection;
        this.search = new JiraSearch(connection);
    }

    /** The issue by its id, which survives moves. */
    Optional<Issue> getIssue(IssueReference issue) {
        var id = issue.key().id();
        return id.matches("\\d{1,18}") ? read("getIssue", id, id) : Optional.empty();
    }

    /** An issue of which only the id is known. */
    Optional<Issue> byId(String id) {
        return read("normalise", id, id);
    }

    /** Jira finds an issue under the keys that it had before, too. */
    Optional<Issue> findIssue(@Nullable String project, String displayKey) {
        var text = displayKey.strip();
        var address = ADDRESS.matcher(text);
        var number = NUMBER.matcher(text);
        if (address.matches()) {
            text = address.group(1);
        } else if (number.matches()) {
            text = connection.project(Optional.ofNullable(project), "findIssue") + "-" + number.group(1);
        }
        return KEY.matcher(text).matches() ? read("findIssue", text.toUpperCase(Locale.ROOT), null) : Optional.empty();
    }

    /** The issue as it is now; it must be there. */
    JsonNode require(String operation, String id) {
        return connection.http().read(call(operation, id).build());
    }

    private Optional<Issue> read(String operation, String idOrKey, @Nullable String id) {
        var reply = connection.http().send(call(operation, idOrKey).expect(404).build());
        return reply.body().map(wire -> connection.mapper().issue(wire, id));
    }

    private HttpCall.Builder call(String operation, String idOrKey) {
        return connection
                .http()
                .get(operation, "issue", idOrKey)
                .query("fields", String.join(",", search.fields()))
                .query("properties", JiraMarkers.PROPERTY);
    }

    Listing<Issue> searchIssues(SearchQuery query) {
        var project = connection.project(query.project(), "searchIssues");
        var words = query.text().map(text -> JiraJql.words(text, MOST_WORDS));
        if (words.filter(String::isEmpty).isPresent()) {
            return Listing.of(List.of());
        }
        return list("searchIssues", () -> jql(query, project, words), issue -> isSince(issue, query));
    }

    private JiraJql jql(SearchQuery query, String project, Optional<String> words) {
        var jql = JiraJql.ofProject(project);
        words.map(JiraJql::quote).ifPresent(text -> jql.and("(summary ~ " + text + " OR description ~ " + text + ")"));
        switch (query.state()) {
            case OPEN -> jql.and("statusCategory != Done");
            case CLOSED -> jql.and("statusCategory = Done");
            case ANY -> {}
        }
        query.labels().forEach(label -> jql.is("labels", JiraLabels.written(label)));
        query.assignee().ifPresent(name -> jql.is("assignee", account(name)));
        query.author().ifPresent(name -> jql.is("creator", account(name)));
        query.updatedSince().ifPresent(time -> jql.since("updated", time.minus(CLOCK_SKEW), connection.now()));
        return switch (query.order()) {
            case RELEVANCE -> jql;
            case CREATED -> jql.orderedBy("created DESC, key DESC");
            case UPDATED -> jql.orderedBy("updated DESC, key DESC");
        };
    }

    private String account(String name) {
        return connection.settings().words().users().getOrDefault(name, name);
    }

    private static boolean isSince(Issue issue, SearchQuery query) {
        return query.updatedSince()
                .map(time -> issue.reference()
                        .updatedAt()
                        .filter(at -> !at.isBefore(time))
                        .isPresent())
                .orElse(true);
    }

    /** Jira compares labels without regard to case here and there; we do not. */
    Listing<Issue> getIssuesByLabel(String label) {
        var written = JiraLabels.written(label);
        return list(
                "getIssuesByLabel",
                () -> JiraJql.ofProject(connection.settings().project())
                        .is("labels", written)
                        .orderedBy("created ASC, key ASC"),
                issue -> issue.labels().stream().anyMatch(one -> one.name().equals(written)));
    }

    /**
     * By the label, then, where a project has no labels on its screens, among what we opened lately. The oldest wins:
     * whoever copies a marker into another issue does it later.
     */
    Optional<Issue> findByMarker(Marker marker, Instant notBefore, @Nullable String project) {
        var operation = "findByMarker";
        var key = connection.project(Optional.ofNullable(project), operation);
        Supplier<JiraJql> labelled = () ->
                JiraJql.ofProject(key).is("labels", JiraMarkers.label(marker)).orderedBy("created ASC, key ASC");
        Supplier<JiraJql> own = () -> JiraJql.ofProject(key)
                .and("creator = currentUser()")
                .since("created", notBefore.minus(CLOCK_SKEW), connection.now())
                .orderedBy("created ASC, key ASC");
        return marked(operation, labelled, marker)
                .or(() -> connection.settings().isAnonymous() ? Optional.empty() : marked(operation, own, marker));
    }

    /** What the index found is read again, since it may say what was true before. */
    private Optional<Issue> marked(String operation, Supplier<JiraJql> query, Marker marker) {
        return strictly(operation, search.list(operation, query, List.of("created")))
                .filter(issue -> issue.marker().filter(marker::equals).isPresent())
                .findFirst();
    }

    private Stream<Issue> strictly(String operation, Listing<JsonNode> found) {
        Iterator<Page<JsonNode>> pages = found.pages();
        return Stream.iterate(pages, Iterator::hasNext, same -> same)
                .flatMap(same -> new JiraBulk(connection, search)
                        .read(operation, same.next().items()).stream());
    }

    private Listing<Issue> list(String operation, Supplier<JiraJql> query, Predicate<Issue> wanted) {
        var found = search.list(operation, query, search.fields());
        return () -> {
            var pages = found.pages();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return pages.hasNext();
                }

                @Override
                public Page<Issue> next() {
                    var page = pages.next();
                    var issues = connection.mapper().issues(page.items()).stream()
                            .filter(wanted)
                            .toList();
                    return new Page<>(issues, page.next(), 0);
                }
            };
        };
    }
}
