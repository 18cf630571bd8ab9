package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Cursor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cursors of feeds. */
public abstract class CursorStoreContract extends StoreContract {
    /** For authors of stores. */
    protected CursorStoreContract() {}

    private void save(String tracker, String feed, String cursor) {
        in(tx -> {
            tx.cursors().save(tracker, feed, new Cursor(cursor));
            return true;
        });
    }

    private Optional<Cursor> cursor(String tracker, String feed) {
        return in(tx -> tx.cursors().find(tracker, feed));
    }

    @Test
    void findsNoCursorOfAFeedThatWasNeverRead() {
        assertThat(cursor("Tracker", "issues")).isEmpty();
    }

    @Test
    void keepsTheLatestCursorOfAFeed() {
        save("Tracker", "issues", "first");
        save("Tracker", "issues", "second");
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("second"));
    }

    @Test
    void tellsFeedsAndTrackersApart() {
        save("Tracker", "issues", "a");
        save("Tracker", "alerts", "b");
        save("Another", "issues", "c");
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("a"));
        assertThat(cursor("Tracker", "alerts")).contains(new Cursor("b"));
        assertThat(cursor("Another", "issues")).contains(new Cursor("c"));
    }

    @Test
    void keepsLongCursors() {
        save("Tracker", "issues", "x".repeat(3_000));
        assertThat(cursor("Tracker", "issues")).contains(new Cursor("x".repeat(3_000)));
    }

    @Test
    void forgetsACursorAlone() {
        save("Tracker", "issues", "a");
        save("Tracker", "alerts", "b");
        for (var round = 0; round < 2; round++) {
            in(tx -> {
                tx.cursors().clear("Tracker", "issues");
                return true;
            });
        }
        assertThat(cursor("Tracker", "issues")).isEmpty();
        assertThat(cursor("Tracker", "alerts")).isPresent();
    }
}
