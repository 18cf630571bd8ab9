package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.issuelink.model.IssueKey;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Snapshots and old identities. */
public abstract class SnapshotStoreContract extends StoreContract {
    /** For authors of stores. */
    protected SnapshotStoreContract() {}

    private void save(IssueSnapshot snapshot) {
        in(tx -> {
            tx.snapshots().save(snapshot);
            return true;
        });
    }

    private void alias(String from, String to) {
        in(tx -> {
            tx.snapshots().addAlias(Samples.issueKey(from), Samples.issueKey(to));
            return true;
        });
    }

    private Optional<IssueSnapshot> find(String id) {
        return in(tx -> tx.snapshots().find(Samples.issueKey(id)));
    }

    private IssueKey resolve(String id) {
        return in(tx -> tx.snapshots().resolve(Samples.issueKey(id)));
    }

    @Test
    void keepsAllThatWasSeen() {
        var snapshot =
                new IssueSnapshot(Samples.issueReference("1"), "{\"text\": \"größe 表 🚀\"}", MutableClock.START, true);
        save(snapshot);
        assertThat(find("1")).contains(snapshot);
    }

    @Test
    void keepsLongDocuments() {
        var snapshot = Samples.snapshot("1", "words 表 ".repeat(50_000));
        save(snapshot);
        assertThat(find("1")).contains(snapshot);
    }

    @Test
    void findsNothingThatWasNeverSeen() {
        assertThat(find("1")).isEmpty();
    }

    @Test
    void keepsTheLatestInPlaceOfTheOneBefore() {
        save(Samples.snapshot("1", "first"));
        save(Samples.snapshot("1", "second"));
        assertThat(find("1")).map(IssueSnapshot::document).contains("second");
    }

    @Test
    void tellsTrackersApart() {
        save(Samples.snapshot("1", "here"));
        assertThat(resultOf(tx -> tx.snapshots().find(new IssueKey("Another", "1")))
                        .get())
                .isEmpty();
    }

    @Test
    void findsSeveralInOneGoByTheIdentitiesThatWereAskedFor() {
        save(Samples.snapshot("1", "one"));
        save(Samples.snapshot("3", "three"));
        alias("2", "3");
        var asked = Stream.of("1", "2", "3", "4").map(Samples::issueKey).toList();
        var found = in(tx -> tx.snapshots().findAll(asked));
        assertThat(found).containsOnlyKeys(asked.get(0), asked.get(1), asked.get(2));
        assertThat(found.get(asked.get(1))).isEqualTo(found.get(asked.get(2)));
    }

    @Test
    void findsNoneIfNoneIsAskedFor() {
        assertThat(resultOf(tx -> tx.snapshots().findAll(List.of())).get()).isEmpty();
    }

    @Test
    void resolvesAnIssueThatNeverMovedToItself() {
        assertThat(resolve("1")).isEqualTo(Samples.issueKey("1"));
    }

    @Test
    void findsASnapshotByAnOldIdentity() {
        save(Samples.snapshot("2", "there"));
        alias("1", "2");
        assertThat(find("1")).map(IssueSnapshot::document).contains("there");
    }

    @Test
    void forgetsTheSnapshotOfTheOldIdentity() {
        save(Samples.snapshot("1", "here"));
        alias("1", "2");
        assertThat(find("1")).isEmpty();
        assertThat(find("2")).isEmpty();
    }

    @Test
    void keepsNoSnapshotThatBearsAnOldIdentity() {
        save(Samples.snapshot("2", "there"));
        alias("1", "2");
        save(Samples.snapshot("1", "late"));
        assertThat(find("1")).map(IssueSnapshot::document).contains("there");
        assertThat(find("2")).map(IssueSnapshot::document).contains("there");
    }

    @Test
    void followsChainsToTheirEnd() {
        for (var number = 0; number < 20; number++) {
            alias("" + number, "" + (number + 1));
        }
        assertThat(resolve("0")).isEqualTo(Samples.issueKey("20"));
        assertThat(resolve("13")).isEqualTo(Samples.issueKey("20"));
    }

    @Test
    void followsChainsThatWereJoinedInTheMiddle() {
        alias("2", "3");
        alias("1", "2");
        assertThat(resolve("1")).isEqualTo(Samples.issueKey("3"));
    }

    @Test
    void bearsTheSameMoveTwice() {
        alias("1", "2");
        alias("1", "2");
        assertThat(resolve("1")).isEqualTo(Samples.issueKey("2"));
    }

    @Test
    void remembersTheLaterMoveOfOneIdentity() {
        alias("1", "2");
        alias("1", "3");
        assertThat(resolve("1")).isEqualTo(Samples.issueKey("3"));
    }

    @Test
    void refusesAMoveToItself() {
        assertThatIllegalArgumentException().isThrownBy(() -> alias("1", "1"));
    }

    @Test
    void refusesAMoveBack() {
        alias("1", "2");
        assertThatIllegalArgumentException().isThrownBy(() -> alias("2", "1"));
        assertThat(resolve("1")).isEqualTo(Samples.issueKey("2"));
        assertThat(resolve("2")).isEqualTo(Samples.issueKey("2"));
    }

    @Test
    void refusesAChainThatBitesItsTail() {
        alias("1", "2");
        alias("2", "3");
        alias("3", "4");
        assertThatIllegalArgumentException().isThrownBy(() -> alias("4", "1"));
        assertThat(resolve("4")).isEqualTo(Samples.issueKey("4"));
    }
}
