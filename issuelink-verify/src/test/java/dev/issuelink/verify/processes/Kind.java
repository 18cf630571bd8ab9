package dev.issuelink.verify.processes;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** Where processes keep what must outlive them. */
enum Kind {
    SQLITE,
    POSTGRESQL;

    /** A store that is empty, and what has to be closed after it. */
    record Place(String store, AutoCloseable server) {}

    /** Skips the test where there is no such database. */
    void require() {
        var platform = (System.getProperty("os.name") + " " + System.getProperty("os.arch")).toLowerCase(Locale.ROOT);
        Assumptions.assumeTrue(
                this == SQLITE || platform.equals("linux amd64") || platform.equals("linux x86_64"),
                () -> "There are no binaries of PostgreSQL for " + platform + " among the test dependencies");
    }

    /** Makes an empty store, in that folder if it is a file. */
    Place open(Path folder) {
        if (this == SQLITE) {
            return new Place(folder.resolve("stores.db").toString(), () -> {});
        }
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            return new Place(server.getJdbcUrl("postgres", "postgres"), server);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
