package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where own transactions get their connections from. */
interface Connections {
    /** A connection that is in use by one thread. */
    interface Taken {
        Connection connection();

        /** Gives it back as it was taken; a broken one is not used again. */
        void give(boolean broken) throws SQLException;
    }

    /** A connection for the calling thread alone, without a transaction; waits for one if need be. */
    Taken take() throws SQLException;

    /** Where the migrations get theirs from. */
    DataSource source();

    /** Closes what is ours. */
    void close() throws SQLException;
}
