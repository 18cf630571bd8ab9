package dev.issuelink.jdbc;

import dev.issuelink.jdbc.TestDatabase.Kind;
import dev.issuelink.testkit.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What tests of exports share. */
final class Exported {
    private Exported() {}

    /** Stores whose clock stands still, under names that no others have. */
    static JdbcStores stores(Kind kind) {
        return stores(kind, kind.database().source(), TestDatabase.newPrefix());
    }

    static JdbcStores stores(Kind kind, DataSource source, String prefix) {
        return JdbcStores.open(
                kind.database().dialect(),
                new HostConnections(source),
                "here",
                prefix,
                TestDatabase.of(MutableClock.create()));
    }

    /** Stores in tables that are there, on connections of the test. */
    static JdbcStores on(Kind kind, DataSource source, String prefix) {
        var surroundings = JdbcStores.surroundings(
                kind.database().dialect(), "here", prefix, TestDatabase.of(MutableClock.create()));
        return JdbcStores.on(surroundings, new HostConnections(source));
    }

    /** Empties the tables of stores. */
    static void empty(DataSource source, String prefix) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var table : MovedTable.ALL) {
                if (!table.holdsOneRow()) {
                    statement.execute("DELETE FROM " + prefix + table.name());
                }
            }
            statement.execute("UPDATE " + prefix + "audit_end SET sequence = 0");
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** A whole export of the known content. */
    static Path known(Path folder) {
        var name = TestDatabase.newPrefix();
        var source = TestDatabase.sqlite(folder.resolve(name + ".db"), 10_000);
        try (var stores = stores(Kind.SQLITE, source, "il_")) {
            stores.inTransaction(KnownContent::fill);
            stores.exportTo(folder.resolve("known " + name));
        }
        return folder.resolve("known " + name);
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Writes other lines, each with its end. */
    static Path write(Path file, List<String> lines) {
        try {
            return Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The number of the first line that begins so, from 1 on. */
    static int lineOf(Path file, String beginning) {
        var lines = lines(file);
        for (var place = 0; place < lines.size(); place++) {
            if (lines.get(place).startsWith(beginning)) {
                return place + 1;
            }
        }
        throw new AssertionError("No line begins with " + beginning);
    }

    /** Changes a line of a file. */
    static void change(Path file, int number, UnaryOperator<String> change) {
        var lines = new ArrayList<>(lines(file));
        lines.set(number - 1, change.apply(lines.get(number - 1)));
        write(file, lines);
    }
}
