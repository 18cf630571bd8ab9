package dev.issuelink.jdbc;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Makes the tables, and brings those of an earlier release up to date, by Flyway with a history table of their own. */
final class Migrations {
    /** The files of all dialects, in order. One that was released never changes. */
    private static final List<String> FILES = List.of("V1__stores.sql", "V2__retention_and_secrets.sql");

    /** The schema that this release makes. */
    static final int SCHEMA = FILES.size();

    // Nodes that start together may get into each other's way; whoever comes second finds the work done.
    private static final int MOST_ATTEMPTS = 3;

    private final Dialect dialect;
    private final TableNames names;

    Migrations(Dialect dialect, TableNames names) {
        this.dialect = dialect;
        this.names = names;
    }

    void run(DataSource source, Problems problems) {
        var failures = new ArrayList<FlywayException>();
        while (!attempt(source, failures, problems)) {
            if (failures.size() == MOST_ATTEMPTS) {
                throw problems.ofMigration(failures.get(0));
            }
        }
    }

    private boolean attempt(DataSource source, List<FlywayException> failures, Problems problems) {
        try {
            var flyway = flyway(source);
            refuseLater(flyway, problems);
            if (!failures.isEmpty() && dialect.migratesInSteps() && isBrokenOff(flyway)) {
                flyway.repair();
            }
            flyway.migrate();
            return true;
        } catch (FlywayException failure) {
            failures.add(failure);
            return false;
        }
    }

    // Only then: a repair would also hide that a migration was changed since.
    private static boolean isBrokenOff(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState().isFailed());
    }

    // Flyway itself would leave the tables of a later release as they are and let us work on them.
    private static void refuseLater(Flyway flyway, Problems problems) {
        var known = MigrationVersion.fromVersion(Integer.toString(SCHEMA));
        for (var migration : flyway.info().applied()) {
            if (migration.getVersion() != null && migration.getVersion().compareTo(known) > 0) {
                throw problems.ofLaterSchema(migration.getVersion().getVersion(), SCHEMA);
            }
        }
    }

    private Flyway flyway(DataSource source) {
        var configuration = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(source)
                .table(names.prefix() + "history")
                .placeholders(Map.of("p", names.prefix()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(new OwnFiles(dialect))
                .locations(new String[0]);
        var schema = names.schema();
        return (schema == null ? configuration : configuration.schemas(schema)).load();
    }

    /** Our files alone: nothing of the host's is looked for. */
    private static final class OwnFiles implements ResourceProvider {
        private final Dialect dialect;

        private OwnFiles(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return FILES.contains(name) ? new OwnFile(dialect, name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return FILES.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> (LoadableResource) new OwnFile(dialect, name))
                    .toList();
        }
    }

    private static final class OwnFile extends LoadableResource {
        private final String path;
        private final String name;

        private OwnFile(Dialect dialect, String name) {
            this.path = dialect.folder() + "/" + name;
            this.name = name;
        }

        @Override
        public Reader read() {
            var file = Migrations.class.getResourceAsStream(path);
            return new InputStreamReader(Objects.requireNonNull(file, path), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return path;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return path;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return path;
        }
    }
}
