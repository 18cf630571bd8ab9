package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.ExportLine.Unusable;
import dev.issuelink.jdbc.ExportLines.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads an export into empty stores. The whole file is checked before anything is written. Then each batch of rows is
 * one transaction that also notes the place in the file, so that an import that was broken off goes on there.
 */
final class Import {
    /** How many rows, or how many bytes of the file, are in memory at a time. */
    static final int BATCH = 500;

    private static final int BATCH_BYTES = 4 << 20;

    private record Note(String identity, Place place) {}

    private record Batch(List<MovedRow> rows, Place from, Place to) {}

    private final ExportFormat format = new ExportFormat();
    private final Transactions transactions;
    private final String where;
    private final int batch;

    Import(Transactions transactions, String where, int batch) {
        this.transactions = transactions;
        this.where = where;
        this.batch = batch;
    }

    /** Whether an import was begun and is not finished. */
    static boolean isUnfinished(DataSource source, Surroundings surroundings) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(surroundings.names().fill("SELECT id FROM {import}"))) {
            return found.next();
        } catch (SQLException problem) {
            throw surroundings.problems().of(problem);
        }
    }

    static StoreException unfinished(String where) {
        return new StoreException(
                "An import into the store in " + where + " was begun and is not finished. Import the same file again to"
                        + " finish it, or remove the store's tables to begin anew",
                null);
    }

    /** Imports all, or what is left of it; tells when the stores are no longer empty. */
    Map<String, Long> from(Path file, Runnable begun) {
        try {
            var whole = check(file);
            var place = transactions.with(session -> {
                var from = begin(session, whole.identity(), file);
                begun.run();
                return from;
            });
            write(file, whole.identity(), place);
            return whole.rows();
        } catch (IOException problem) {
            throw new StoreException(
                    "The export in " + file + " could not be read (" + problem
                            + "). See to it that it can, and import it again",
                    problem);
        }
    }

    private ExportCheck check(Path file) throws IOException {
        var check = new ExportCheck(true);
        try (var lines = ExportLines.of(file, Place.START)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                accept(check, line, file, lines.place().line());
            }
            if (!check.isWhole() || lines.isBrokenOff()) {
                throw new StoreException(
                        "The export in " + file + " is not whole: it ends after line "
                                + lines.place().line()
                                + " without its end mark. Nothing was imported. Finish the export, or take another one",
                        null);
            }
        }
        return check;
    }

    private static void accept(ExportCheck check, byte[] line, Path file, long number) {
        try {
            check.accept(line);
        } catch (Unusable why) {
            throw unusable(file, number, why);
        }
    }

    private static StoreException unusable(Path file, long number, Unusable why) {
        return new StoreException(
                "The export in " + file + " cannot be imported: line " + number + " " + why.getMessage()
                        + ". Nothing was imported. Take another export",
                why);
    }

    private Place begin(Session session, String identity, Path file) {
        var note = note(session);
        if (note == null) {
            requireEmpty(session);
            var isNew = session.insertIfAbsent(
                    "INSERT INTO {import} (id, identity, line, place) VALUES (1, ?, 0, 0)", identity);
            return isNew ? Place.START : begin(session, identity, file);
        }
        if (!note.identity.equals(identity)) {
            throw new StoreException(
                    "Another export than " + file + " was begun to be imported into the store in " + where
                            + ". Import that one again to finish it, or remove the store's tables to begin anew",
                    null);
        }
        return note.place;
    }

    private static @Nullable Note note(Session session) {
        return session.first(
                        "SELECT identity, line, place FROM {import} WHERE id = 1 {for update}",
                        row -> new Note(row.text("identity"), new Place(row.number("line"), row.number("place"))))
                .orElse(null);
    }

    private void requireEmpty(Session session) {
        for (var table : MovedTable.ALL) {
            if (!table.isEmpty(session)) {
                throw new StoreException(
                        "The store in " + where + " is not empty: there are rows in its table " + table.name()
                                + ". An export can only be imported into an empty one; nothing was imported",
                        null);
            }
        }
    }

    private void write(Path file, String identity, Place from) throws IOException {
        try (var lines = ExportLines.of(file, from)) {
            for (var next = read(lines, file); !next.rows.isEmpty(); next = read(lines, file)) {
                var rows = next;
                transactions.with(session -> write(session, rows, identity, file));
            }
            transactions.with(session -> end(session, identity));
        }
    }

    private Batch read(ExportLines lines, Path file) throws IOException {
        var from = lines.place();
        var rows = new ArrayList<MovedRow>();
        while (rows.size() < batch && lines.place().offset() - from.offset() < BATCH_BYTES) {
            var line = lines.next();
            if (line == null) {
                break;
            }
            try {
                if (format.read(line) instanceof MovedRow row) {
                    rows.add(row);
                }
            } catch (Unusable why) {
                throw unusable(file, lines.place().line(), why);
            }
        }
        return new Batch(rows, from, lines.place());
    }

    private boolean write(Session session, Batch next, String identity, Path file) {
        var noted = session.update(
                "UPDATE {import} SET line = ?, place = ? WHERE id = 1 AND identity = ? AND place = ?",
                next.to.line(),
                next.to.offset(),
                identity,
                next.from.offset());
        if (noted == 0) {
            throw new StoreException(
                    "Another process imports " + file + " into the store in " + where + "; leave it to that one", null);
        }
        for (var start = 0; start < next.rows.size(); ) {
            var table = next.rows.get(start).table();
            var end = start;
            while (end < next.rows.size() && next.rows.get(end).table().equals(table)) {
                end++;
            }
            table.write(session, next.rows.subList(start, end));
            start = end;
        }
        return true;
    }

    private static boolean end(Session session, String identity) {
        MovedTable.ALL.stream()
                .filter(MovedTable::isNumbered)
                .forEach(table -> session.dialect().continueNumbering(session, table.name()));
        return session.update("DELETE FROM {import} WHERE id = 1 AND identity = ?", identity) > 0;
    }
}
