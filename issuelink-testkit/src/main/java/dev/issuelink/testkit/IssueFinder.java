package dev.issuelink.testkit;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Issue;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.SearchQuery;
import dev.issuelink.testkit.PagedListing.Slot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds issues of the tracker in memory. Whoever uses it holds the state's lock. */
final class IssueFinder {
    private static final Pattern KEY = Pattern.compile("(?:(?<project>[^#\\s]+))?#?(?<number>\\d{1,9})");

    private final TrackerState state;
    private final CallGate gate;

    IssueFinder(TrackerState state, CallGate gate) {
        this.state = state;
        this.gate = gate;
    }

    Optional<IssueRow> row(IssueReference issue) {
        return state.find(issue.key().id());
    }

    /** The issue, or empty; one that was deleted is told apart. */
    Optional<IssueRow> find(String operation, IssueReference issue) {
        var row = row(issue).filter(found -> !found.intruder);
        if (row.isPresent() && row.get().deleted) {
            throw gate.failure(ErrorCode.GONE, operation, "The issue " + issue + " was deleted.");
        }
        return row;
    }

    IssueRow require(String operation, IssueReference issue) {
        return find(operation, issue)
                .orElseThrow(() -> gate.failure(ErrorCode.NOT_FOUND, operation, "There is no issue " + issue + "."));
    }

    Optional<IssueRow> findByKey(@Nullable String project, String displayKey) {
        var key = KEY.matcher(displayKey.strip());
        if (!key.matches()) {
            return Optional.empty();
        }
        var named = key.group("project");
        var where = named != null ? named : project != null ? project : state.mainProject();
        return state.find(where, Integer.parseInt(key.group("number"))).filter(IssueRow::issue);
    }

    Stream<IssueRow> rows(@Nullable String project) {
        return state.rows(project == null ? state.mainProject() : project);
    }

    List<Slot<Issue>> byLabel(String label) {
        return rows(null)
                .filter(row -> row.present() && row.labels.contains(label))
                .map(row ->
                        new Slot<>(row.number, row.intruder ? Optional.<Issue>empty() : Optional.of(state.issue(row))))
                .toList();
    }

    List<Slot<Issue>> search(SearchQuery query) {
        var found = rows(query.project().orElse(null))
                .filter(row -> row.issue() && matches(row, query))
                .sorted(order(query))
                .map(state::issue)
                .toList();
        return IntStream.range(0, found.size())
                .mapToObj(place -> new Slot<>(place, Optional.of(found.get(place))))
                .toList();
    }

    private static Comparator<IssueRow> order(SearchQuery query) {
        return switch (query.order()) {
            case CREATED -> Comparator.<IssueRow>comparingInt(row -> row.number).reversed();
            case UPDATED ->
                Comparator.<IssueRow>comparingLong(row -> row.changed).reversed();
            case RELEVANCE -> Comparator.comparingInt(row -> row.number);
        };
    }

    private static boolean matches(IssueRow row, SearchQuery query) {
        return inState(row, query.state())
                && row.labels.containsAll(query.labels())
                && query.text().map(text -> holds(row, text)).orElse(true)
                && query.assignee().map(row.assignees::contains).orElse(true)
                && query.author().map(row.author.username()::equals).orElse(true)
                && query.updatedSince()
                        .map(since -> !row.updatedAt.isBefore(since))
                        .orElse(true);
    }

    private static boolean inState(IssueRow row, SearchQuery.State wanted) {
        return wanted == SearchQuery.State.ANY || (wanted == SearchQuery.State.CLOSED) == row.status.isDone();
    }

    private static boolean holds(IssueRow row, String text) {
        var words = (row.title + "\n" + row.body).toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+")).allMatch(words::contains);
    }
}
