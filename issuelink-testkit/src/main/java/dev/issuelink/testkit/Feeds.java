package dev.issuelink.testkit;

import dev.issuelink.model.ChangePage;
import dev.issuelink.model.Cursor;
import dev.issuelink.model.Issue;
import dev.issuelink.model.SecurityAlert;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of the tracker in memory, in the order of its changes. When something changed, what came last before comes
 * again: readers have to bear that.
 */
final class Feeds {
    private static final String FORM = "change:";

    private record Entry<T>(long changed, List<T> item) {}

    private Feeds() {}

    static ChangePage<Issue> issues(
            TrackerState state, @Nullable Cursor cursor, int size, Function<Cursor, RuntimeException> unreadable) {
        var entries = state.rows(state.mainProject())
                .filter(IssueRow::present)
                .map(row -> new Entry<>(row.changed, row.intruder ? List.<Issue>of() : List.of(state.issue(row))));
        return page(entries, cursor, size, unreadable);
    }

    static ChangePage<SecurityAlert> alerts(
            TrackerState state, @Nullable Cursor cursor, int size, Function<Cursor, RuntimeException> unreadable) {
        var entries = state.alerts.values().stream().map(row -> new Entry<>(row.changed(), List.of(row.alert())));
        return page(entries, cursor, size, unreadable);
    }

    private static <T> ChangePage<T> page(
            Stream<Entry<T>> entries,
            @Nullable Cursor cursor,
            int size,
            Function<Cursor, RuntimeException> unreadable) {
        var position = cursor == null ? 0 : position(cursor, unreadable);
        var ordered = entries.sorted(Comparator.comparing(Entry<T>::changed)).toList();
        var fresh = (int)
                ordered.stream().filter(entry -> entry.changed <= position).count();
        if (fresh == ordered.size()) {
            return new ChangePage<>(List.of(), cursor == null ? new Cursor(FORM + position) : cursor, false, 0);
        }
        var end = Math.min(ordered.size(), fresh + size);
        return page(ordered.subList(Math.max(0, fresh - 1), end), end < ordered.size());
    }

    private static <T> ChangePage<T> page(List<Entry<T>> entries, boolean more) {
        var items = entries.stream().flatMap(entry -> entry.item.stream()).toList();
        var next = new Cursor(FORM + entries.get(entries.size() - 1).changed);
        return new ChangePage<>(items, next, more, entries.size() - items.size());
    }

    private static long position(Cursor cursor, Function<Cursor, RuntimeException> unreadable) {
        try {
            return Long.parseLong(cursor.value().substring(FORM.length()));
        } catch (NumberFormatException | StringIndexOutOfBoundsException unknown) {
            throw unreadable.apply(cursor);
        }
    }
}
