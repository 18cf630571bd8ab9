package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.store.AuditAnchor;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.StoreTransaction;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever stores hold can be moved to others, of any database, and back. */
class ExportTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    @Test
    void movesThroughAllDatabasesAndGivesTheSameFile() throws IOException {
        var first = folder.resolve("0");
        try (var stores = Exported.stores(Kind.SQLITE)) {
            stores.inTransaction(KnownContent::fill);
            stores.exportTo(first);
        }
        var number = 0;
        for (var kind : List.of(Kind.POSTGRESQL, Kind.MARIADB, Kind.SQLITE)) {
            try (var stores = Exported.stores(kind)) {
                stores.importFrom(folder.resolve("" + number));
                number++;
                stores.exportTo(folder.resolve("" + number));
            }
            assertThat(Files.readString(folder.resolve("" + number))).isEqualTo(Files.readString(first));
        }
    }

    @ParameterizedTest
    @EnumSource
    void movedStoresHoldAllAndWorkOn(Kind kind) {
        var file = Exported.known(folder);
        try (var stores = Exported.stores(kind)) {
            var rows = stores.importFrom(file);
            assertThat(rows)
                    .containsEntry("link", 2L)
                    .containsEntry("outbox", 6L)
                    .containsEntry("audit", 3L);
            assertThat(rows.keySet())
                    .containsExactlyElementsOf(
                            MovedTable.ALL.stream().map(MovedTable::name).toList());
            stores.inTransaction(KnownContent::assertHeld);
            stores.inTransaction(KnownContent::workOn);
            stores.inTransaction(tx -> {
                assertThat(tx.outbox().complete("W8", 1, "done")).isTrue();
                return tx.audit().append(Samples.auditRecord("fifth"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesATrailWhoseBeginningWasForgotten(Kind kind) {
        var file = folder.resolve("export");
        AuditAnchor anchor;
        try (var stores = Exported.stores(Kind.SQLITE)) {
            stores.inTransaction(KnownContent::fill);
            stores.inTransaction(tx -> tx.audit().prune(MutableClock.START.plusSeconds(1), 2));
            anchor = stores.inTransaction(tx -> tx.audit().anchor());
            stores.exportTo(file);
        }
        try (var stores = Exported.stores(kind)) {
            stores.importFrom(file);
            assertThat(anchor.sequence()).isEqualTo(2);
            AuditAnchor moved = stores.inTransaction(tx -> tx.audit().anchor());
            assertThat(moved).isEqualTo(anchor);
            var kept = stores.inTransaction(tx -> tx.audit().read(0, 10));
            assertThat(anchor.precedes(kept.get(0))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void movesEmptyStores(Kind kind) throws IOException {
        var file = folder.resolve("export");
        try (var stores = Exported.stores(kind);
                var others = Exported.stores(kind)) {
            assertThat(stores.exportTo(file).get("link")).isZero();
            others.importFrom(file);
            others.exportTo(folder.resolve("again"));
            stores.inTransaction(tx -> tx.audit().append(Samples.auditRecord("first")));
            others.inTransaction(tx -> tx.audit().append(Samples.auditRecord("first")));
        }
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
    }

    @Test
    void movesSecretsAsTheyAreEncrypted() throws SQLException {
        var file = folder.resolve("export");
        var prefix = TestDatabase.newPrefix();
        try (var stores = Exported.stores(Kind.SQLITE, Kind.SQLITE.database().source(), prefix)) {
            Kind.SQLITE
                    .database()
                    .execute("INSERT INTO " + prefix + "secret (name_key, name, sealed, saves) VALUES (X'"
                            + "ab".repeat(32) + "', 'webhook', X'00ff10', 3)");
            stores.exportTo(file);
        }
        assertThat(Exported.lines(file).get(Exported.lineOf(file, "{\"table\":\"secret\"") - 1))
                .contains("\"sealed\":\"AP8Q\"");
        try (var stores = Exported.stores(Kind.MARIADB)) {
            stores.importFrom(file);
            stores.exportTo(folder.resolve("again"));
        }
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
    }

    @Property(tries = 15)
    void movesTextsOfAnyLetters(
            @ForAll @Size(min = 1, max = 5)
                    List<
                                    @NotEmpty
                                    @Chars({
                                        0, 0x1a, '0', 'a', '"', '\\', '\n', '\r', 0x7f, 0x85, '\u2028', '\ud83d',
                                        '\ude00', '\uffff'
                                    })
                                    String>
                            letters)
            throws IOException {
        // Names must not be blank.
        var texts = letters.stream().map("x"::concat).toList();
        var here = Files.createTempDirectory("texts");
        try (var stores = JdbcStores.sqlite(here.resolve("a.db"));
                var others = JdbcStores.sqlite(here.resolve("b.db"))) {
            stores.inTransaction(tx -> {
                texts.forEach(text -> write(tx, text));
                return true;
            });
            stores.exportTo(here.resolve("1"), 2);
            others.importFrom(here.resolve("1"), 2);
            others.exportTo(here.resolve("2"), 3);
            assertThat(Files.mismatch(here.resolve("1"), here.resolve("2"))).isEqualTo(-1);
            for (var text : texts) {
                var found = others.inTransaction(tx -> tx.links().findByIssue(new IssueKey("t", text)));
                assertThat(found).containsExactly(link(text));
            }
        } finally {
            delete(here);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void write(StoreTransaction tx, String text) {
        tx.links().saveIfAbsent(link(text));
        tx.snapshots().save(Samples.snapshot("" + text.hashCode(), text.repeat(1_000)));
        tx.audit().append(new AuditRecord(Instant.EPOCH, text, text, text, Map.of(text, text)));
    }

    private static IssueLink link(String text) {
        return IssueLink.builder(text, ObjectReference.of(ObjectType.TABLE, text), new IssueKey("t", text))
                .createdBy(text)
                .createdAt(Instant.EPOCH)
                .build();
    }

    @Test
    void movesManyRowsInSmallPortions() {
        var file = folder.resolve("export");
        try (var stores = JdbcStores.sqlite(folder.resolve("a.db"));
                var others = JdbcStores.sqlite(folder.resolve("b.db"))) {
            stores.inTransaction(tx -> {
                for (var number = 0; number < MANY; number++) {
                    tx.links().saveIfAbsent(Samples.link("L" + number, "table " + number, "" + number));
                }
                return true;
            });
            assertThat(stores.exportTo(file)).containsEntry("link", (long) MANY);
            assertThat(others.importFrom(file)).containsEntry("link", (long) MANY);
            var last = others.inTransaction(tx -> tx.links().findAfter("L99998", 10));
            assertThat(last).hasSize(1);
        }
    }

    @Test
    void letsOnlyTheOwnerReadTheFile() throws IOException {
        var file = Exported.known(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var empty = Files.createFile(folder.resolve("empty"));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rw-r--r--"));
        try (var stores = Exported.stores(Kind.SQLITE)) {
            stores.exportTo(empty);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(empty)))
                .isEqualTo("rw-------");
    }

    @Test
    void overwritesNothing() throws IOException {
        var whole = Exported.known(folder);
        var before = Files.readString(whole);
        var diary = Files.writeString(folder.resolve("diary"), "My diary");
        try (var stores = Exported.stores(Kind.SQLITE)) {
            assertThatThrownBy(() -> stores.exportTo(whole))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(whole.toString())
                    .hasMessageContaining("not overwritten");
            assertThatThrownBy(() -> stores.exportTo(diary))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("something else");
            assertThatThrownBy(() -> stores.exportTo(folder.resolve("missing/export")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("could not be written");
        }
        assertThat(whole).hasContent(before);
        assertThat(diary).hasContent("My diary");
    }

    @Test
    void refusesToMoveWithinATransactionAndAfterClosing() throws SQLException {
        var file = folder.resolve("export");
        var stores = Exported.stores(Kind.SQLITE);
        assertThatIllegalStateException().isThrownBy(() -> stores.inTransaction(tx -> stores.exportTo(file)));
        try (var connection = Kind.SQLITE.database().source().getConnection()) {
            connection.setAutoCommit(false);
            assertThatIllegalStateException()
                    .isThrownBy(() -> stores.joining(connection, () -> stores.importFrom(file)));
        }
        stores.close();
        assertThatIllegalStateException().isThrownBy(() -> stores.exportTo(file));
        assertThatIllegalStateException().isThrownBy(() -> stores.importFrom(file));
        assertThat(file).doesNotExist();
    }
}
