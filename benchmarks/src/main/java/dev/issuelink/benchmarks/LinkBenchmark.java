package dev.issuelink.benchmarks;

import dev.issuelink.jdbc.JdbcStores;
import dev.issuelink.model.IssueLink;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Inserting a link and both look-ups among many links, each in a transaction of its own: by our stores, and by plain JDBC.
 * Plain JDBC has its keys at hand and hands rows out as they are; our stores compute keys, and make links of rows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LinkBenchmark {
    private static final int SAMPLE = 10_000;

    /** One of {@link Database}. */
    @Param({"SQLITE", "POSTGRESQL"})
    String database = "";

    /** Where it is. */
    @Param("")
    String place = "";

    /** How many links are in it at the beginning. */
    @Param("1000000")
    long links;

    private final SplittableRandom random = new SplittableRandom(42);
    private final List<IssueLink> sample = new ArrayList<>();
    private final List<PlainJdbc.Keys> keys = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // in open()
    private JdbcStores stores;

    @SuppressWarnings("NullAway.Init") // in open()
    private PlainJdbc plain;

    private long next;

    /** Opens both ways and chooses the links that are looked up. */
    @Setup
    public void open() throws SQLException {
        var kind = Database.valueOf(database);
        stores = kind.stores(place);
        plain = kind.plain(place);
        for (var number = 0; number < SAMPLE; number++) {
            var chosen = random.nextLong(links);
            sample.add(Links.link(chosen));
            keys.add(plain.keysOf(Links.storedId(chosen)));
        }
        next = Links.number(plain.highestId()) + 1;
    }

    /** Closes both ways. */
    @TearDown
    public void close() throws SQLException {
        plain.close();
        stores.close();
    }

    private PlainJdbc.Keys newKeys() {
        var object = new byte[32];
        var issue = new byte[32];
        random.nextBytes(object);
        random.nextBytes(issue);
        return new PlainJdbc.Keys(object, issue);
    }

    /** Inserts by our stores. */
    @Benchmark
    public boolean insertByStores() {
        var link = Links.link(next++);
        return stores.inTransaction(transaction -> transaction.links().saveIfAbsent(link));
    }

    /** Inserts by plain JDBC. */
    @Benchmark
    public int insertByJdbc() throws SQLException {
        return plain.insert(Links.row(next++), newKeys());
    }

    /** Looks up by object, by our stores. */
    @Benchmark
    public List<IssueLink> findByObjectByStores() {
        var object = sample.get(random.nextInt(SAMPLE)).object().key();
        return stores.inTransaction(transaction -> transaction.links().findByObject(object));
    }

    /** Looks up by object, by plain JDBC. */
    @Benchmark
    public List<PlainJdbc.Row> findByObjectByJdbc() throws SQLException {
        return plain.byObject(keys.get(random.nextInt(SAMPLE)));
    }

    /** Looks up by issue, by our stores. */
    @Benchmark
    public List<IssueLink> findByIssueByStores() {
        var issue = sample.get(random.nextInt(SAMPLE)).issue();
        return stores.inTransaction(transaction -> transaction.links().findByIssue(issue));
    }

    /** Looks up by issue, by plain JDBC. */
    @Benchmark
    public List<PlainJdbc.Row> findByIssueByJdbc() throws SQLException {
        return plain.byIssue(keys.get(random.nextInt(SAMPLE)));
    }
}
