package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.IssueStatus;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.model.Priority;
import dev.issuelink.model.Resolution;
import dev.issuelink.model.StatusCategory;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.testkit.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text that databases do not take as it is, or take for something else. */
class OddTextTest {
    /** In the order of {@link String#compareTo}; databases would sort some of them otherwise, or take some for equal. */
    private static final List<String> ODD = Stream.of(
                    "a",
                    "a ",
                    "A",
                    "ä",
                    "a\u0308",
                    "a\0",
                    "a\ud83d",
                    "\ud83d\ude00",
                    "\uffee",
                    "ss",
                    "ß",
                    "\u001a",
                    "'",
                    "\\",
                    "%",
                    "?",
                    ":x")
            .sorted()
            .toList();

    private static JdbcStores open(Kind kind) {
        return kind.database().open(kind.database().source(), TestDatabase.newPrefix());
    }

    private static IssueLink link(String odd) {
        return IssueLink.builder(
                        odd,
                        ObjectReference.builder(ObjectType.TABLE, odd)
                                .schema(odd)
                                .versionHash(odd)
                                .build(),
                        new IssueKey(odd, odd))
                .createdBy(odd)
                .createdAt(Instant.ofEpochSecond(-1, 1))
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void linksAreToldApartAndSortedLetterByLetter(Kind kind) {
        try (var stores = open(kind)) {
            for (var odd : ODD) {
                boolean isNew = stores.inTransaction(tx -> tx.links().saveIfAbsent(link(odd)));
                assertThat(isNew).as(odd).isTrue();
            }
            var paged = new ArrayList<IssueLink>();
            var page = stores.inTransaction(tx -> tx.links().findAfter(null, 4));
            while (!page.isEmpty()) {
                paged.addAll(page);
                var last = page.get(page.size() - 1).id();
                page = stores.inTransaction(tx -> tx.links().findAfter(last, 4));
            }
            assertThat(paged)
                    .containsExactlyElementsOf(
                            ODD.stream().map(OddTextTest::link).toList());
            for (var odd : ODD) {
                var found = stores.inTransaction(tx -> tx.links().findByIssue(new IssueKey(odd, odd)));
                assertThat(found).containsExactly(link(odd));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStoreGivesItBackAsItWas(Kind kind) {
        try (var stores = open(kind)) {
            for (var odd : ODD) {
                var claim = FingerprintClaim.of(odd, odd, odd, Instant.EPOCH, odd);
                var snapshot = snapshot(odd);
                var record = new AuditRecord(Instant.ofEpochSecond(1, 999_999_999), odd, odd, odd, Map.of(odd, odd));
                stores.inTransaction(tx -> {
                    tx.fingerprints().claim(claim);
                    tx.snapshots().save(snapshot);
                    tx.leases().tryAcquire(odd, odd, Duration.ofHours(1));
                    return tx.audit().append(record);
                });
                assertThat(stores.inTransaction(tx -> tx.fingerprints().find(odd))
                                .orElseThrow())
                        .isEqualTo(claim);
                assertThat(stores.inTransaction(tx ->
                                        tx.snapshots().find(snapshot.reference().key()))
                                .orElseThrow())
                        .isEqualTo(snapshot);
                var entry = stores.inTransaction(tx -> tx.audit().findBySubject(odd, 0, 10))
                        .get(0);
                assertThat(entry.record()).isEqualTo(record);
                assertThat(stores.inTransaction(tx -> tx.leases().tryAcquire(odd, odd, Duration.ZERO))
                                .orElseThrow()
                                .fence())
                        .isEqualTo(1);
            }
        }
    }

    private static IssueSnapshot snapshot(String odd) {
        var reference = IssueReference.builder(
                        new IssueKey("tracker", odd), odd, odd, odd, URI.create("https://x.example"))
                .title(odd)
                .status(new IssueStatus(odd, StatusCategory.DONE, Optional.of(Resolution.values()[0])))
                .priority(odd.isBlank() ? null : new Priority(odd))
                .labels(List.of(odd, "", odd + "\n"))
                .assignee(odd)
                .createdAt(Instant.EPOCH)
                .updatedAt(Instant.ofEpochSecond(5, 7))
                .build();
        return new IssueSnapshot(reference, odd, Instant.EPOCH, true);
    }

    @ParameterizedTest
    @EnumSource
    void namesMayBeAsLongAsTheyLike(Kind kind) {
        var name = "x".repeat(20_000);
        try (var stores = open(kind)) {
            var link = IssueLink.builder("L1", ObjectReference.of(ObjectType.TABLE, name), new IssueKey("t", name))
                    .build();
            stores.inTransaction(tx -> {
                tx.links().saveIfAbsent(link);
                tx.outbox().append(Samples.write("W1", name));
                return tx.inbox().receive(Samples.notice(name, name));
            });
            var found = stores.inTransaction(
                    tx -> tx.links().findByObject(link.object().key()));
            assertThat(found).containsExactly(link);
            assertThat(stores.inTransaction(tx -> tx.outbox().findOpen(name))
                            .get(0)
                            .target())
                    .isEqualTo(name);
            assertThat(stores.inTransaction(tx -> tx.inbox().find(name, name)).isPresent())
                    .isTrue();
        }
    }
}
