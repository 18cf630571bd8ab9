/** Stores in SQLite, PostgreSQL, MariaDB and MySQL; for host applications. */
module dev.issuelink.jdbc {
    requires transitive dev.issuelink.api;
    requires transitive java.sql;
    requires flyway.core;
    // Jdbi needs it; being an automatic module, it cannot say so.
    requires io.leangen.geantyref;
    requires org.jdbi.v3.core;
    requires static org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires tools.jackson.core;

    exports dev.issuelink.jdbc;
}
