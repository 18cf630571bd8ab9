package dev.issuelink.jdbc;

import dev.issuelink.jdbc.TestDatabase.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

/** Stores as a release left them, from dumps that were made then: tables, Flyway's history and {@link KnownContent}. */
final class ReleasedStores {
    private static final String PREFIX = "released_";

    private ReleasedStores() {}

    /** Makes the stores of the first schema under names that begin otherwise. */
    static void load(Kind kind, DataSource source, String prefix) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (var part : dump(kind).replace(PREFIX, prefix).split(";\n")) {
                statement.execute(part);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    private static String dump(Kind kind) {
        var name = "released1/" + kind.name().toLowerCase(Locale.ROOT) + ".sql";
        try (var file = ReleasedStores.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
