package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import dev.issuelink.store.IssueLinkStores.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs work in transactions of its own, again if the database asks for it, or within one of the host. */
final class Transactions {
    private static final int MOST_ATTEMPTS = 50;
    private static final int MOST_RECONNECTIONS = 2;

    /** The work of a transaction failed in a way that allows to do it again. */
    private static final class Again extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient SQLException problem;

        private Again(SQLException problem) {
            super(problem);
            this.problem = problem;
        }
    }

    private final Surroundings surroundings;
    private final Connections connections;
    private final Bindings bindings = new Bindings();
    private final ReentrantLock oneWriter = new ReentrantLock(true);

    Transactions(Surroundings surroundings, Connections connections) {
        this.surroundings = surroundings;
        this.connections = connections;
    }

    /** Runs work in a transaction of its own. */
    <T> T run(Work<T> work) {
        return with(session -> work.run(new JdbcTransaction(session)));
    }

    /** Does something with the tables in a transaction of its own; it may be done again. */
    <T> T with(Function<Session, T> work) {
        if (!dialect().hasOneWriter()) {
            return repeat(work);
        }
        oneWriter.lock();
        try {
            return repeat(work);
        } finally {
            oneWriter.unlock();
        }
    }

    private <T> T repeat(Function<Session, T> work) {
        var reconnections = 0;
        for (var attempt = 1; ; attempt++) {
            try {
                return attempt(work);
            } catch (Again again) {
                var isLost = problems().failure(again.problem) == Dialect.Failure.LOST;
                if (isLost && ++reconnections > MOST_RECONNECTIONS) {
                    throw problems().of(again.problem);
                }
                if (attempt == MOST_ATTEMPTS) {
                    throw problems().ofConflicts(attempt, again.problem);
                }
            }
        }
    }

    private <T> T attempt(Function<Session, T> work) throws Again {
        var taken = take();
        var broken = true;
        try {
            begin(taken.connection());
            var result = perform(taken.connection(), work);
            commit(taken.connection());
            broken = false;
            return result;
        } finally {
            give(taken, broken && !rollBack(taken.connection()));
        }
    }

    private Connections.Taken take() {
        try {
            return connections.take();
        } catch (SQLException problem) {
            throw problems().of(problem);
        }
    }

    private void begin(Connection connection) throws Again {
        try {
            dialect().begin(connection);
        } catch (SQLException problem) {
            throw againOr(problem, problems().of(problem));
        }
    }

    private void commit(Connection connection) throws Again {
        try {
            dialect().commit(connection);
        } catch (SQLException problem) {
            if (problems().failure(problem) == Dialect.Failure.CONFLICT) {
                throw new Again(problem);
            }
            throw problems().ofCommit(problem);
        }
    }

    private <T> T perform(Connection connection, Function<Session, T> work) throws Again {
        try (var handle = bindings.open(connection)) {
            var session = new Session(surroundings, handle, problems()::of);
            var returned = false;
            try {
                var result = work.apply(session);
                returned = true;
                return result;
            } finally {
                session.end();
                weigh(session.failure(), returned);
            }
        }
    }

    // A failure of the database counts even if the work bears it: the transaction may be gone by then.
    @SuppressWarnings("Finally")
    private void weigh(@Nullable SQLException failure, boolean returned) throws Again {
        if (failure == null) {
            return;
        }
        var problem = problems().of(failure);
        if (isWorthAnother(failure)) {
            throw new Again(failure);
        }
        if (returned) {
            throw problem;
        }
    }

    private Again againOr(SQLException problem, StoreException otherwise) {
        if (isWorthAnother(problem)) {
            return new Again(problem);
        }
        throw otherwise;
    }

    private boolean isWorthAnother(SQLException problem) {
        var failure = problems().failure(problem);
        return failure == Dialect.Failure.CONFLICT || failure == Dialect.Failure.LOST;
    }

    private boolean rollBack(Connection connection) {
        try {
            dialect().rollback(connection);
            return true;
        } catch (SQLException alreadyGone) {
            return false;
        }
    }

    // What was done is kept or undone by then; a connection that cannot be given back changes nothing.
    private static void give(Connections.Taken taken, boolean broken) {
        try {
            taken.give(broken);
        } catch (SQLException closing) {
            return;
        }
    }

    /** Runs work within the host's open transaction; undoes its part alone if it throws. */
    <T> T join(Connection connection, Work<T> work) {
        try {
            var before = connection.setSavepoint();
            var returned = false;
            try (var handle = bindings.open(connection)) {
                var session = new Session(surroundings, handle, problems()::ofJoined);
                try {
                    dialect().join(session);
                    var result = work.run(new JdbcTransaction(session));
                    returned = session.failure() == null;
                    return kept(session, result);
                } finally {
                    session.end();
                }
            } finally {
                if (returned) {
                    connection.releaseSavepoint(before);
                } else {
                    connection.rollback(before);
                }
            }
        } catch (SQLException problem) {
            throw problems().ofJoined(problem);
        }
    }

    StoreException problemOfJoined(SQLException problem) {
        return problems().ofJoined(problem);
    }

    private <T> T kept(Session session, T result) {
        var failure = session.failure();
        if (failure != null) {
            throw problems().ofJoined(failure);
        }
        return result;
    }

    void close() {
        oneWriter.lock();
        try {
            connections.close();
        } catch (SQLException problem) {
            throw problems().of(problem);
        } finally {
            oneWriter.unlock();
        }
    }

    private Dialect dialect() {
        return surroundings.dialect();
    }

    private Problems problems() {
        return surroundings.problems();
    }
}
