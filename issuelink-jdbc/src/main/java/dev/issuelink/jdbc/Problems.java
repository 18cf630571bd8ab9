package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Turns what the database reports into the user's words. */
final class Problems {
    private static final int MOST_SAID = 300;
    private static final int MOST_CAUSES = 20;

    private final Dialect dialect;
    private final String where;

    /** Problems of the database that its user knows by that name. */
    Problems(Dialect dialect, String where) {
        this.dialect = dialect;
        this.where = where;
    }

    /** The name by which the user knows the database. */
    String where() {
        return where;
    }

    Dialect.Failure failure(SQLException problem) {
        return dialect.failure(problem);
    }

    StoreException of(SQLException problem) {
        return exception("The store in %s failed and kept nothing: %s", words(problem), problem);
    }

    StoreException ofCommit(SQLException problem) {
        var failure = failure(problem);
        if (failure != Dialect.Failure.LOST && failure != Dialect.Failure.DISK) {
            return of(problem);
        }
        return exception(
                "The store in %s was lost in the middle of a commit. All of the transaction was kept or nothing; look which it"
                        + " was before you do it again (%s)",
                said(problem), problem);
    }

    StoreException ofJoined(SQLException problem) {
        return exception(
                "The store in %s failed within the host's transaction and kept nothing; roll that transaction back before you"
                        + " try again: %s",
                words(problem), problem);
    }

    StoreException ofConflicts(int attempts, SQLException problem) {
        return exception(
                "Other transactions of the store in %s got in the way each of " + attempts
                        + " times; nothing was kept. Try again when there is less going on (%s)",
                said(problem),
                problem);
    }

    StoreException ofMigration(RuntimeException failure) {
        var sentence = "The tables of the store in %s could not be made or brought up to date: %s";
        var problem = reportIn(failure);
        return problem == null
                ? new StoreException(sentence.formatted(where, failure.getMessage()), failure)
                : exception(sentence, words(problem), problem);
    }

    StoreException ofLaterSchema(String found, int known) {
        return new StoreException(
                ("The store in %s was made by a later release: its tables are of version %s, and this release knows them up"
                                + " to version %d. Nothing was changed. Use that release or a later one, or restore a backup"
                                + " of before")
                        .formatted(where, found, known),
                null);
    }

    private StoreException exception(String sentence, String words, SQLException problem) {
        return new StoreException(sentence.formatted(where, words), scrubbed(problem));
    }

    // Databases add what stood in the row, in further lines or further causes: that is nobody's business.
    private static SQLException scrubbed(SQLException problem) {
        var scrubbed = new SQLException(firstLine(problem), problem.getSQLState(), problem.getErrorCode());
        scrubbed.setStackTrace(problem.getStackTrace());
        return scrubbed;
    }

    private String words(SQLException problem) {
        var words = switch (failure(problem)) {
            case CONFLICT -> "another transaction got in the way; try again";
            case LOST -> "the connection was lost; try again when the database can be reached";
            case LOCKED -> "another program holds it locked; try again when it has finished";
            case FULL -> "there is no space left; make some and try again";
            case DISK -> "reading or writing its file failed; check the disk and try again";
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
        return "%s, state %s, code %d".formatted(firstLine(problem), problem.getSQLState(), problem.getErrorCode());
    }

    private static String firstLine(SQLException problem) {
        var line = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        return line.length() <= MOST_SAID ? line : line.substring(0, MOST_SAID) + "...";
    }

    /** The database's own report within the failure of a library, or null. */
    static @Nullable SQLException reportIn(@Nullable Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException report) {
                return report;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
