package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as the stores see it: runs statements for the thread that it belongs to. After a failure of the
 * database it runs no more, since some databases have rolled back by then and would begin anew.
 */
final class Session {
    private final Thread owner = Thread.currentThread();
    private final Surroundings surroundings;
    private final Handle handle;
    private final Function<SQLException, StoreException> words;
    private @Nullable SQLException failure;
    private boolean ended;

    /** A transaction on that handle, whose failures are told in those words. */
    Session(Surroundings surroundings, Handle handle, Function<SQLException, StoreException> words) {
        this.surroundings = surroundings;
        this.handle = handle;
        this.words = words;
    }

    void check() {
        if (Thread.currentThread() != owner) {
            throw new IllegalStateException("A transaction belongs to the thread that runs its work");
        }
        if (ended) {
            throw new IllegalStateException("This transaction has ended; use it only within its work");
        }
    }

    void end() {
        ended = true;
    }

    /** The failure of the database that no later statement can heal, or null. */
    @Nullable
    SQLException failure() {
        return failure;
    }

    Dialect dialect() {
        return surroundings.dialect();
    }

    long now() {
        return surroundings.clock().now(this);
    }

    <T> List<T> list(String query, Row.Reader<T> reader, @Nullable Object... arguments) {
        return run(() -> {
            try (var statement = bind(handle.createQuery(fill(query)), arguments)) {
                return statement
                        .map((row, context) -> reader.read(new Row(row)))
                        .list();
            }
        });
    }

    <T> Optional<T> first(String query, Row.Reader<T> reader, @Nullable Object... arguments) {
        var found = list(query, reader, arguments);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    int update(String statement, @Nullable Object... arguments) {
        return run(() -> execute(statement, arguments));
    }

    /** Does the same change with each of several rows of arguments. */
    void batch(String statement, List<@Nullable Object[]> rows) {
        run(() -> {
            try (var batch = handle.prepareBatch(fill(statement))) {
                for (var row : rows) {
                    bind(batch, row).add();
                }
                return batch.execute().length;
            }
        });
    }

    /** Does a change; false if the database refuses it for that reason, which leaves the transaction as it was. */
    boolean updateUnless(Predicate<SQLException> reason, String statement, @Nullable Object... arguments) {
        return run(() -> {
            try {
                return execute(statement, arguments) > 0;
            } catch (JdbiException refusal) {
                var report = Problems.reportIn(refusal);
                if (report != null && reason.test(report)) {
                    return false;
                }
                throw refusal;
            }
        });
    }

    boolean insertIfAbsent(String insert, @Nullable Object... arguments) {
        return dialect().insertIfAbsent(this, insert, arguments);
    }

    /** Locks the place of a row that is not there; whoever inserts it does the same. */
    void lockPlace(String table, Key key) {
        dialect().lockPlace(this, Key.of(surroundings.names().toString(), table, Long.toString(key.number())));
    }

    private int execute(String statement, @Nullable Object... arguments) {
        try (var update = bind(handle.createUpdate(fill(statement)), arguments)) {
            return update.execute();
        }
    }

    private String fill(String statement) {
        return surroundings.names().fill(statement);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, @Nullable Object... arguments) {
        for (var place = 0; place < arguments.length; place++) {
            statement.bind(place, arguments[place]);
        }
        return statement;
    }

    // What Jdbi says of a failure holds the arguments, and those are nobody's business: only its cause is passed on.
    private <T> T run(Supplier<T> work) {
        check();
        if (failure != null) {
            throw words.apply(failure);
        }
        try {
            return work.get();
        } catch (JdbiException problem) {
            var report = Problems.reportIn(problem);
            failure = report == null ? new SQLException("No report of the database", problem.getCause()) : report;
            throw words.apply(failure);
        }
    }
}
