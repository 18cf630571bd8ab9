package dev.issuelink.verify.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for secrets in an SQLite database: in each column of each row of each table, and in its files byte by byte. */
final class Traces {
    private final Path file;
    private final Map<String, String> forms = new LinkedHashMap<>();
    private int columns;
    private int files;

    Traces(Path file) {
        this.file = file;
    }

    /** Looks for a secret as it is, in Base64 wherever it begins, and in hexadecimal digits. */
    void lookFor(byte[] secret) {
        var name = new String(secret, ISO_8859_1);
        forms.put(name, name);
        forms.put(HexFormat.of().formatHex(secret), name);
        forms.put(HexFormat.of().withUpperCase().formatHex(secret), name);
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[shift + secret.length];
            System.arraycopy(secret, 0, shifted, shift, secret.length);
            var whole = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // What is the same whatever stands before and behind it.
            var core = whole.substring(shift == 0 ? 0 : shift + 1, shifted.length * 8 / 6);
            forms.put(core, name);
            forms.put(core.replace('+', '-').replace('/', '_'), name);
        }
    }

    int columns() {
        return columns;
    }

    int files() {
        return files;
    }

    /** Where any of them stands. */
    List<String> found() throws SQLException, IOException {
        var found = new ArrayList<String>();
        columns = 0;
        files = 0;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (var table : tables(connection)) {
                searchTable(connection, table, found);
            }
        }
        try (var beside = Files.list(file.toAbsolutePath().getParent())) {
            for (var each : beside.filter(Files::isRegularFile).toList()) {
                files++;
                search(each.getFileName().toString(), Files.readAllBytes(each), found);
            }
        }
        return found;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var names = statement.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }

    private void searchTable(Connection connection, String table, List<String> found) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
            var width = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= width; column++) {
                    columns++;
                    var value = rows.getObject(column);
                    if (value != null) {
                        var bytes = value instanceof byte[] blob
                                ? blob
                                : value.toString().getBytes(UTF_8);
                        search(table + "." + rows.getMetaData().getColumnName(column), bytes, found);
                    }
                }
            }
        }
    }

    private void search(String place, byte[] bytes, List<String> found) {
        var text = new String(bytes, ISO_8859_1);
        forms.forEach((form, name) -> {
            if (text.contains(form)) {
                found.add(place + " holds " + name);
            }
        });
    }
}
