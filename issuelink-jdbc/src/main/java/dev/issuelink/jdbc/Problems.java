package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns what the database reports into the user's words. */
final class Problems {
    private final Dialect dialect;
    private final String where;

    /**
     * @param where the database as its user knows it
     */
    Problems(Dialect dialect, String where) {
        this.dialect = dialect;
        this.where = where;
    }

    Dialect.Failure failure(SQLException problem) {
        return dialect.failure(problem);
    }

    StoreException of(SQLException problem) {
        return new StoreException(
                "The store in %s failed and kept nothing: %s".formatted(where, words(problem)), problem);
    }

    StoreException ofCommit(SQLException problem) {
        if (failure(problem) != Dialect.Failure.LOST) {
            return of(problem);
        }
        return new StoreException(
                ("The connection to the store in %s was lost in the middle of a commit. All of the transaction was kept or"
                                + " nothing; look which it was before you do it again (%s)")
                        .formatted(where, said(problem)),
                problem);
    }

    StoreException ofJoined(SQLException problem) {
        return new StoreException(
                ("The store in %s failed within the host's transaction and kept nothing; roll that transaction back before"
                                + " you try again: %s")
                        .formatted(where, words(problem)),
                problem);
    }

    StoreException ofConflicts(int attempts, SQLException problem) {
        return new StoreException(
                ("Other transactions of the store in %s got in the way %d times; nothing was kept. Try again when there is"
                                + " less going on (%s)")
                        .formatted(where, attempts, said(problem)),
                problem);
    }

    StoreException ofMigration(@Nullable SQLException problem, RuntimeException failure) {
        var words = problem == null ? String.valueOf(failure.getMessage()) : words(problem);
        return new StoreException(
                "The tables of the store in %s could not be made or brought up to date: %s".formatted(where, words),
                problem == null ? failure : problem);
    }

    private String words(SQLException problem) {
        var words = switch (failure(problem)) {
            case CONFLICT -> "another transaction got in the way; try again";
            case LOST -> "the connection was lost; try again when the database can be reached";
            case LOCKED -> "another program holds it locked; try again when it has finished";
            case FULL -> "there is no space left; make some and try again";
            case READ_ONLY -> "nothing can be written to it; give this process the right to write";
            case UNREACHABLE -> "it cannot be reached or opened; check that it is there and running";
            case DAMAGED -> "it is no database or it is damaged; restore it from a backup";
            case FORBIDDEN -> "the database denies access; check the account and its rights";
            case NO_TABLE -> "a table is missing; open the stores again to make it, or restore a backup";
            case OTHER -> "the database reports an error";
        };
        return words + " (" + said(problem) + ")";
    }

    private static String said(SQLException problem) {
        return "%s, state %s, code %d".formatted(problem.getMessage(), problem.getSQLState(), problem.getErrorCode());
    }

    /** The database's own report within the failure of a library, or null. */
    static @Nullable SQLException reportIn(@Nullable Throwable failure) {
        var depth = 0;
        for (var cause = failure; cause != null && depth < 20; cause = cause.getCause()) {
            if (cause instanceof SQLException report) {
                return report;
            }
            depth++;
        }
        return null;
    }
}
