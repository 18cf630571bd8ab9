package dev.issuelink.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where own transactions get their connections from. */
interface Connections {
    /** A connection for the calling thread alone; waits for one if need be. */
    Connection take() throws SQLException;

    /** Gives it back; a broken one is not used again. */
    void give(Connection connection, boolean broken) throws SQLException;

    /** Where the migrations get theirs from. */
    DataSource source();

    /** Closes what is ours. */
    void close() throws SQLException;
}
