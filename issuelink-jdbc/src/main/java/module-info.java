/** Stores in SQLite, PostgreSQL, MariaDB and MySQL; for host applications. */
module dev.issuelink.jdbc {
    requires transitive dev.issuelink.api;
    requires transitive java.sql;
    requires flyway.core;
    requires org.jdbi.v3.core;
    requires static org.jspecify;
    requires static org.xerial.sqlitejdbc;
    requires tools.jackson.core;

    exports dev.issuelink.jdbc;
}
