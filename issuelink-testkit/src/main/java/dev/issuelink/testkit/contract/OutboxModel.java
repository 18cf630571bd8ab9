package dev.issuelink.testkit.contract;

import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.OutboxEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The outbox in the plainest form that keeps its contract: one list, looked through from its beginning. */
final class OutboxModel {
    private record Row(OutboxEntry entry, Instant due) {}

    private final List<Row> rows;

    OutboxModel() {
        this(List.of());
    }

    private OutboxModel(List<Row> rows) {
        this.rows = new ArrayList<>(rows);
    }

    OutboxModel copy() {
        return new OutboxModel(rows);
    }

    void become(OutboxModel other) {
        rows.clear();
        rows.addAll(other.rows);
    }

    List<OutboxEntry> entries() {
        return rows.stream().map(Row::entry).toList();
    }

    void append(OutboxEntry entry, Instant now) {
        rows.add(new Row(entry, now));
    }

    Optional<OutboxEntry> claim(Instant now, Duration lease) {
        for (var place = 0; place < rows.size(); place++) {
            if (mayBeClaimed(place, now)) {
                var entry = rows.get(place).entry;
                var claimed = entry.with(
                        State.CLAIMED,
                        entry.attempts() + 1,
                        entry.fence() + 1,
                        entry.outcome().orElse(null));
                rows.set(place, new Row(claimed, now.plus(lease)));
                return Optional.of(claimed);
            }
        }
        return Optional.empty();
    }

    private boolean mayBeClaimed(int place, Instant now) {
        var row = rows.get(place);
        return live(row)
                && !row.due.isAfter(now)
                && rows.subList(0, place).stream().noneMatch(other -> live(other) && sameTarget(other, row))
                && rows.stream().noneMatch(other -> sameTarget(other, row) && held(other, now));
    }

    private static boolean sameTarget(Row one, Row other) {
        return one.entry.target().equals(other.entry.target());
    }

    private static boolean live(Row row) {
        return row.entry.state() == State.PENDING || row.entry.state() == State.CLAIMED;
    }

    private static boolean held(Row row, Instant now) {
        return row.entry.state() == State.CLAIMED && row.due.isAfter(now);
    }

    boolean finish(String id, long fence, State state, String outcome, Instant due) {
        for (var place = 0; place < rows.size(); place++) {
            var entry = rows.get(place).entry;
            if (entry.id().equals(id) && entry.state() == State.CLAIMED && entry.fence() == fence) {
                rows.set(place, new Row(entry.with(state, entry.attempts(), fence, outcome), due));
                return true;
            }
        }
        return false;
    }

    boolean requeue(String id, Instant now) {
        for (var place = 0; place < rows.size(); place++) {
            var entry = rows.get(place).entry;
            if (entry.id().equals(id) && entry.state() == State.FAILED) {
                var outcome = entry.outcome().orElse(null);
                rows.set(place, new Row(entry.with(State.PENDING, entry.attempts(), entry.fence(), outcome), now));
                return true;
            }
        }
        return false;
    }
}
