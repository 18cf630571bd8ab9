package dev.issuelink.jdbc;

import dev.issuelink.store.IssueLinkStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Stores that last, in a database of the host or in a file. They bring their own tables, made and brought up to date when
 * the stores are opened, and touch no others. All times of leases, delays and budgets go by the clock of the database, so
 * that nodes that share one need not agree on the time.
 *
 * <p>Threads: safe for all. Work is run again, up to 50 times, if the database finds that another transaction got in its
 * way, and up to twice if the connection was lost before the commit began. If it is lost in the midst of a commit, nobody
 * knows whether all was kept or nothing, and the {@link dev.issuelink.error.StoreException} says so.
 *
 * <p>An id of a link, or a fingerprint, of more than 1,000 bytes is refused with {@link IllegalArgumentException}, and so
 * is a time before 1678 or after 2262. Nothing else is limited but by the database.
 */
public final class JdbcStores implements IssueLinkStores {
    private final Transactions transactions;
    private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

    @SuppressWarnings("ThreadLocalUsage") // of these stores alone; emptied when the joining ends
    private final ThreadLocal<Connection> joined = new ThreadLocal<>();

    private final Surroundings surroundings;
    private boolean importing;
    private boolean closed;

    private JdbcStores(Surroundings surroundings, Connections connections, boolean importing) {
        this.surroundings = surroundings;
        this.transactions = new Transactions(surroundings, connections);
        this.importing = importing;
    }

    /**
     * Stores in an SQLite file of their own, for hosts of one process. Needs {@code org.xerial:sqlite-jdbc}.
     *
     * @param file the file; it is made if it is not there, its folder is not
     * @return the stores
     * @throws dev.issuelink.error.StoreException if the file cannot be opened
     */
    public static JdbcStores sqlite(Path file) {
        var dialect = new SqliteDialect();
        return open(dialect, SqliteFile.at(file), file.toString(), TableNames.DEFAULT, StoreClock.of(dialect));
    }

    /**
     * Stores in an SQLite database of the host. Write-ahead logging, and a busy timeout of some seconds, should be on.
     *
     * @param source where the connections come from, at least two at a time
     * @param tables how the names of all tables begin, such as {@code issuelink_}
     * @return the stores
     * @throws IllegalArgumentException if tables cannot be named so
     * @throws dev.issuelink.error.StoreException if the tables cannot be made
     */
    public static JdbcStores sqlite(DataSource source, String tables) {
        return host(new SqliteDialect(), source, tables);
    }

    /**
     * Stores in PostgreSQL 13 or later, for any number of nodes.
     *
     * @param source where the connections come from, at least two at a time
     * @param tables how the names of all tables begin, such as {@code issuelink_}, or {@code ops.issuelink_} for those of
     *     the schema {@code ops}; the schema is made if it is not there
     * @return the stores
     * @throws IllegalArgumentException if tables cannot be named so
     * @throws dev.issuelink.error.StoreException if the tables cannot be made
     */
    public static JdbcStores postgresql(DataSource source, String tables) {
        return host(new PostgresqlDialect(), source, tables);
    }

    /**
     * Stores in MariaDB 10.6 or MySQL 8, or later ones, for any number of nodes.
     *
     * @param source where the connections come from, at least two at a time
     * @param tables how the names of all tables begin, such as {@code issuelink_}, or {@code ops.issuelink_} for those of
     *     the database {@code ops}; that is made if it is not there
     * @return the stores
     * @throws IllegalArgumentException if tables cannot be named so
     * @throws dev.issuelink.error.StoreException if the tables cannot be made
     */
    public static JdbcStores mysql(DataSource source, String tables) {
        return host(new MysqlDialect(), source, tables);
    }

    private static JdbcStores host(Dialect dialect, DataSource source, String tables) {
        var connections = new HostConnections(Objects.requireNonNull(source, "source"));
        return open(dialect, connections, dialect.name(), tables, StoreClock.of(dialect));
    }

    static JdbcStores open(Dialect dialect, Connections connections, String where, String tables, StoreClock clock) {
        var surroundings = surroundings(dialect, where, tables, clock);
        new Migrations(dialect, surroundings.names()).run(connections.source(), surroundings.problems());
        return new JdbcStores(surroundings, connections, Import.isUnfinished(connections.source(), surroundings));
    }

    static Surroundings surroundings(Dialect dialect, String where, String tables, StoreClock clock) {
        return new Surroundings(dialect, TableNames.of(tables, dialect), clock, new Problems(dialect, where));
    }

    /** Stores in tables that are there and up to date. */
    static JdbcStores on(Surroundings surroundings, Connections connections) {
        return new JdbcStores(surroundings, connections, false);
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        Objects.requireNonNull(work, "work");
        refuseNesting();
        inUse.readLock().lock();
        try {
            requireUsable();
            var host = joined.get();
            return host == null ? transactions.run(work) : transactions.join(host, work);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private void requireUsable() {
        requireOpen();
        if (importing) {
            throw Import.unfinished(surroundings.problems().where());
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("These stores are closed");
        }
    }

    /**
     * Writes all that these stores hold into a file, from which {@link #importFrom} fills others, also in a database of
     * another kind: links, snapshots, writes and notices with their places and claims, cursors, leases, fingerprints,
     * budgets, the audit trail, and secrets as they are encrypted. The file is JSON, a line for each row, and holds the
     * texts of issues: only its owner may read it.
     *
     * <p>If this was broken off, call it again with the same file, and it goes on after the last whole line. Rows are read
     * in small portions, whatever the size of the stores. Transactions of these stores wait until it has ended; what other
     * processes change meanwhile may be in the file by halves, so stop their engines first, and all engines if it was
     * broken off. The same rows give the same file.
     *
     * @param file where to; not there yet, empty, or begun by this method. Its folder must be there
     * @return how many rows of each table are in the file
     * @throws dev.issuelink.error.StoreException if the file holds anything else, a whole export among it, or cannot be
     *     written, or if the store failed, or an import into it is not finished
     * @throws IllegalStateException if called from within a transaction of these stores or the host's, or after
     *     {@link #close}
     */
    public Map<String, Long> exportTo(Path file) {
        return exportTo(file, Export.PAGE);
    }

    Map<String, Long> exportTo(Path file, int page) {
        return alone(() -> {
            requireUsable();
            return new Export(transactions, page).to(file);
        });
    }

    /**
     * Fills these stores, which must be empty, with all that {@link #exportTo} wrote. The whole file is checked first, each
     * hash of the audit trail too, so that one that was changed or cut off changes nothing here.
     *
     * <p>If this was broken off, call it again with the same file, and it goes on where it was. Until it has ended, the
     * stores are of no use: transactions fail, also after opening them anew. Open them in one process alone, and start
     * engines afterwards; the engines that worked with the stores of the export must not work on.
     *
     * @param file from where
     * @return how many rows of each table were in the file
     * @throws dev.issuelink.error.StoreException if the file cannot be read or is no whole export, with the number of the
     *     line, or was written by a later release; if these stores are not empty, or hold the beginning of another
     *     import; if the store failed
     * @throws IllegalStateException if called from within a transaction of these stores or the host's, or after
     *     {@link #close}
     */
    public Map<String, Long> importFrom(Path file) {
        return importFrom(file, Import.BATCH);
    }

    Map<String, Long> importFrom(Path file, int batch) {
        return alone(() -> {
            requireOpen();
            var rows =
                    new Import(transactions, surroundings.problems().where(), batch).from(file, () -> importing = true);
            importing = false;
            return rows;
        });
    }

    private Map<String, Long> alone(Supplier<Map<String, Long>> work) {
        refuseNesting();
        if (joined.get() != null) {
            throw new IllegalStateException("This thread has joined a transaction of the host; leave that first");
        }
        inUse.writeLock().lock();
        try {
            return work.get();
        } finally {
            inUse.writeLock().unlock();
        }
    }

    /**
     * Does something within the host's own open transaction: whatever the calling thread then does with these stores is
     * kept or vanishes with that transaction, which the host commits or rolls back itself. So an event that is published
     * here is published if, and only if, the host's own change is kept.
     *
     * <p>The connection must lead to the database of these stores and have its automatic commit switched off. What a
     * transaction of these stores did is undone alone if its work throws; the host's transaction may go on. Work is not
     * run again: what the database would have run again for becomes a {@link dev.issuelink.error.StoreException}, and the
     * host has to roll back. Rows that were written, the end of the audit trail among them, stay locked for others until
     * the host's transaction ends, so publish last and commit soon.
     *
     * @param connection the host's connection; neither committed nor closed here
     * @param action what is to be done
     * @param <T> what it returns
     * @return what the action returned
     * @throws IllegalArgumentException if the connection has no open transaction
     * @throws IllegalStateException if this thread has joined one already or is within a transaction of these stores
     * @throws dev.issuelink.error.StoreException if the connection is broken
     */
    public <T> T joining(Connection connection, Supplier<T> action) {
        Objects.requireNonNull(action, "action");
        refuseNesting();
        if (joined.get() != null) {
            throw new IllegalStateException("This thread has joined a transaction of the host already");
        }
        requireTransaction(connection);
        joined.set(connection);
        try {
            return action.get();
        } finally {
            joined.remove();
        }
    }

    private void requireTransaction(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "There is no transaction to join: switch the connection's automatic commit off first");
            }
        } catch (SQLException problem) {
            throw transactions.problemOfJoined(problem);
        }
    }

    /** Gives up connections and files of its own; a data source of the host stays open. */
    @Override
    public void close() {
        refuseNesting();
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                transactions.close();
            }
        } finally {
            inUse.writeLock().unlock();
        }
    }

    private void refuseNesting() {
        if (inUse.getReadHoldCount() > 0) {
            throw new IllegalStateException("This thread is within a transaction of these stores already");
        }
    }
}
