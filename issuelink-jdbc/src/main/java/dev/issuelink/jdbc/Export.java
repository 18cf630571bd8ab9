package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes all rows of the stores into a file, page by page, each page read in a transaction of its own. */
final class Export {
    /** How many rows are in memory at a time, and fewer of those that may hold megabytes. */
    static final int PAGE = 200;

    private static final int PAGE_OF_LARGE_ROWS = 4;

    private final Transactions transactions;
    private final int page;

    Export(Transactions transactions, int page) {
        this.transactions = transactions;
        this.page = page;
    }

    Map<String, Long> to(Path file) {
        try (var out = ExportFile.open(file)) {
            var last = out.last();
            for (var table : MovedTable.ALL) {
                if (last == null || table.place() >= last.table().place()) {
                    var isBegun = last != null && table.equals(last.table());
                    write(table, isBegun ? last : null, out);
                }
            }
            return out.end();
        } catch (IOException problem) {
            throw new StoreException(
                    "The export could not be written to " + file + " (" + problem
                            + "). See to it that it can, and export to the same file again: it goes on where it is",
                    problem);
        }
    }

    private void write(MovedTable table, @Nullable MovedRow from, ExportFile out) throws IOException {
        var limit = table.name().equals("inbox") ? Math.min(page, PAGE_OF_LARGE_ROWS) : page;
        var last = from;
        List<MovedRow> rows;
        do {
            var after = last == null ? null : last.key();
            rows = transactions.with(session -> table.page(session, after, limit));
            out.append(rows);
            last = rows.isEmpty() ? last : rows.get(rows.size() - 1);
        } while (rows.size() == limit);
    }
}
