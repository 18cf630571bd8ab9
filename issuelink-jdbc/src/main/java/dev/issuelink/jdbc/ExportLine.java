package dev.issuelink.jdbc;

import java.util.Map;

/** What a line of an export may say. */
sealed interface ExportLine permits ExportLine.Header, ExportLine.End, MovedRow {
    /** The first line: the version of the form, and that of the tables. */
    record Header(long version, long schema) implements ExportLine {}

    /** The last line: how many rows of each table came before, and SHA-256 over all lines before. */
    record End(Map<String, Long> rows, String hash) implements ExportLine {}

    /** A line that does not say what it should. */
    final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the end of a sentence that begins with the number of the line. */
        Unusable(String why) {
            super(why);
        }
    }
}
