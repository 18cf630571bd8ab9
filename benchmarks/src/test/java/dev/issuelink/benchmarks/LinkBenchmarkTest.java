package dev.issuelink.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.IssueLink;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both ways do the same; how fast is not asked here. */
class LinkBenchmarkTest {
    @TempDir
    Path folder;

    private final LinkBenchmark benchmark = new LinkBenchmark();

    @BeforeEach
    void open() throws SQLException {
        benchmark.database = "SQLITE";
        benchmark.place = folder.resolve("links.db").toString();
        benchmark.links = 100;
        try (var stores = Database.SQLITE.stores(benchmark.place)) {
            Links.load(stores, 0, 100);
        }
        benchmark.open();
    }

    @AfterEach
    void close() throws SQLException {
        benchmark.close();
    }

    @Test
    void bothInsert() throws SQLException {
        assertThat(benchmark.insertByStores()).isTrue();
        assertThat(benchmark.insertByJdbc()).isEqualTo(1);
    }

    @Test
    void bothFindTheSame() throws SQLException {
        try (var plain = Database.SQLITE.plain(benchmark.place);
                var stores = Database.SQLITE.stores(benchmark.place)) {
            var link = Links.link(11);
            var keys = plain.keysOf(Links.storedId(11));
            assertThat(plain.byObject(keys).stream().map(row -> new String(row.id())))
                    .containsExactlyElementsOf(ids(stores.inTransaction(
                            tx -> tx.links().findByObject(link.object().key()))))
                    .hasSize(2);
            assertThat(plain.byIssue(keys).stream().map(row -> new String(row.id())))
                    .containsExactlyElementsOf(
                            ids(stores.inTransaction(tx -> tx.links().findByIssue(link.issue()))))
                    .hasSize(2);
        }
    }

    @Test
    void plainCodeInsertsWhatTheStoresInsert() throws SQLException {
        try (var plain = Database.SQLITE.plain(benchmark.place)) {
            var stored = plain.byObject(plain.keysOf(Links.storedId(11))).get(1);
            assertThat(stored).usingRecursiveComparison().isEqualTo(Links.row(11));
        }
    }

    private static List<String> ids(List<IssueLink> links) {
        return links.stream().map(IssueLink::id).toList();
    }
}
