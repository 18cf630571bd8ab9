package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.store.StoreTransaction;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Exports and imports that are broken off anywhere go on where they were, and end as if they had not been. */
class BrokenOffExportTest {
    @TempDir
    private Path folder;

    // A file that no other test uses is opened faster, and these tests open it often.
    private DataSource source(Kind kind) {
        return kind == Kind.SQLITE
                ? TestDatabase.sqlite(folder.resolve("own.db"), 10_000)
                : kind.database().source();
    }

    /** A database that fails with the statement of that number. */
    private DataSource failing(Kind kind, int number) {
        var executed = new AtomicInteger();
        return Interceptor.watched(source(kind), (connection, prepared) -> {
            if (executed.incrementAndGet() == number) {
                throw new SQLException("Struck down", "XX000", 1);
            }
        });
    }

    @Test
    void anExportThatWasBrokenOffAtAnyStatementGoesOn() throws IOException {
        var prefix = TestDatabase.newPrefix();
        var whole = folder.resolve("whole");
        try (var stores = Exported.stores(Kind.SQLITE, source(Kind.SQLITE), prefix)) {
            stores.inTransaction(KnownContent::fill);
            stores.exportTo(whole, 2);
        }
        var number = 0;
        boolean isBroken;
        do {
            number++;
            var file = folder.resolve("broken " + number);
            try (var stores = Exported.on(Kind.SQLITE, failing(Kind.SQLITE, number), prefix)) {
                isBroken = fails(() -> stores.exportTo(file, 2));
                if (isBroken) {
                    stores.exportTo(file, 2);
                }
            }
            assertThat(file).hasSameBinaryContentAs(whole);
        } while (isBroken);
        assertThat(number).isGreaterThan(20);
    }

    private static boolean fails(Runnable work) {
        try {
            work.run();
            return false;
        } catch (StoreException failure) {
            assertThat(failure).hasMessageContaining("Struck down");
            return true;
        }
    }

    @Test
    void anExportThatWasCutOffAtAnyByteGoesOn() throws IOException {
        var prefix = TestDatabase.newPrefix();
        var file = folder.resolve("export");
        try (var stores = Exported.stores(Kind.SQLITE, source(Kind.SQLITE), prefix)) {
            stores.inTransaction(KnownContent::fill);
            stores.exportTo(file);
            var whole = Files.readAllBytes(file);
            for (var size = 0; size < whole.length; size += 1 + size / 9) {
                Files.write(file, Arrays.copyOf(whole, size));
                stores.exportTo(file, 50);
                assertThat(Files.readAllBytes(file)).isEqualTo(whole);
            }
        }
    }

    @Test
    void anExportThatWasChangedMeanwhileDoesNotGoOn() throws IOException {
        var file = Exported.known(folder);
        var lines = Exported.lines(file);
        Exported.write(file, lines.subList(0, lines.size() - 1));
        Exported.change(file, 3, line -> line.replace("\"tracker\":", "\"traker\":"));
        try (var stores = Exported.stores(Kind.SQLITE)) {
            assertThatThrownBy(() -> stores.exportTo(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("line 3")
                    .hasMessageContaining("traker");
        }
    }

    @Test
    void twoExportsDoNotWriteTheSameFile() throws IOException {
        var file = folder.resolve("export");
        try (var stores = Exported.stores(Kind.SQLITE);
                var other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> stores.exportTo(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("being written");
        }
    }

    // Every statement on SQLite; on the servers some of each batch, for they take longer.
    @ParameterizedTest
    @EnumSource
    void anImportThatWasBrokenOffAtAnyStatementGoesOn(Kind kind) throws IOException {
        var file = Exported.known(folder);
        var prefix = TestDatabase.newPrefix();
        Exported.stores(kind, source(kind), prefix).close();
        var number = 1;
        while (breaksOffAndGoesOn(kind, prefix, number, file)) {
            number += kind == Kind.SQLITE ? 1 : 5;
        }
        assertThat(number).isGreaterThan(20);
    }

    private boolean breaksOffAndGoesOn(Kind kind, String prefix, int number, Path file) throws IOException {
        Exported.empty(source(kind), prefix);
        boolean isBroken;
        try (var stores = Exported.on(kind, failing(kind, number), prefix)) {
            isBroken = fails(() -> stores.importFrom(file, 7));
        }
        try (var stores = Exported.on(kind, source(kind), prefix)) {
            if (isBroken) {
                stores.importFrom(file, 5);
            }
            var again = folder.resolve(kind + " " + number);
            stores.exportTo(again);
            assertThat(again).hasSameBinaryContentAs(file);
            stores.inTransaction(KnownContent::workOn);
        }
        return isBroken;
    }

    @ParameterizedTest
    @EnumSource
    void storesAreOfNoUseUntilTheirImportIsFinished(Kind kind) {
        var file = Exported.known(folder);
        var prefix = TestDatabase.newPrefix();
        Exported.stores(kind, source(kind), prefix).close();
        try (var stores = Exported.on(kind, failing(kind, 30), prefix)) {
            assertThat(fails(() -> stores.importFrom(file, 1))).isTrue();
            assertUnfinished(stores);
        }
        try (var stores = Exported.stores(kind, source(kind), prefix)) {
            assertUnfinished(stores);
            assertThatThrownBy(() -> stores.exportTo(folder.resolve("none"))).hasMessageContaining("not finished");
            assertThatThrownBy(() -> stores.importFrom(otherExport()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("Another export");
            stores.importFrom(file);
            stores.inTransaction(KnownContent::assertHeld);
        }
    }

    private Path otherExport() {
        var other = folder.resolve("other");
        try (var stores = Exported.stores(Kind.SQLITE)) {
            stores.exportTo(other);
        }
        return other;
    }

    private static void assertUnfinished(JdbcStores stores) {
        assertThatThrownBy(() -> stores.inTransaction(StoreTransaction::links))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("store in here")
                .hasMessageContaining("not finished")
                .hasMessageContaining("Import the same file again");
    }

    @ParameterizedTest
    @EnumSource
    void anImportIntoStoresThatHoldSomethingIsRefused(Kind kind) {
        var file = Exported.known(folder);
        try (var stores = Exported.stores(kind)) {
            stores.importFrom(file);
            assertThatThrownBy(() -> stores.importFrom(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("not empty")
                    .hasMessageContaining("its table link");
            stores.inTransaction(KnownContent::assertHeld);
        }
    }
}
