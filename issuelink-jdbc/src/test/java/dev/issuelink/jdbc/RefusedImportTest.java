package dev.issuelink.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A file that is no whole export changes nothing, and the user learns where its fault lies. */
class RefusedImportTest {
    private static final String LINK = "{\"table\":\"link\"";
    private static final String OUTBOX = "{\"table\":\"outbox\"";
    private static final String AUDIT = "{\"table\":\"audit\"";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void export() {
        file = Exported.known(folder);
    }

    private void assertRefused(String... words) {
        var again = folder.resolve("empty " + TestDatabase.newPrefix());
        try (var stores = JdbcStores.sqlite(folder.resolve("empty.db"))) {
            assertThatThrownBy(() -> stores.importFrom(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("Nothing was imported")
                    .hasMessageContainingAll(words);
            assertThat(stores.exportTo(again).values())
                    .as("one row each of anchor and end")
                    .containsOnly(0L, 1L);
        }
    }

    /** A change of the first line that begins so, and what is said of it. */
    private record Fault(String beginning, String before, String after, String words) {}

    @TestFactory
    Stream<DynamicTest> aLineThatIsFaultyIsNamed() {
        var whole = Exported.lines(file);
        return Stream.of(
                        new Fault(LINK, "{", "", "is no JSON object"),
                        new Fault(LINK, "}", "", "is no JSON object"),
                        new Fault(LINK, "}", "}{}", "more than one object"),
                        new Fault(LINK, "\"table\"", "\"tabel\"", "is none of an export"),
                        new Fault(LINK, "\"link\"", "\"lnk\"", "table that is not known: lnk"),
                        new Fault(LINK, "\"tracker\":\"Tracker\",", "", "lacks the column tracker"),
                        new Fault(LINK, "\"tracker\":", "\"x\":1,\"tracker\":", "does not have: x"),
                        new Fault(LINK, "\"tracker\":", "\"tracker\":\"a\",\"tracker\":", "tracker twice"),
                        new Fault(LINK, "\"tracker\":\"Tracker\"", "\"tracker\":null", "column tracker does not take"),
                        new Fault(LINK, "\"tracker\":\"Tracker\"", "\"tracker\":7", "column tracker does not take"),
                        new Fault(LINK, "\"tracker\":\"Tracker\"", "\"tracker\":[]", "column tracker does not take"),
                        new Fault(LINK, "\"Tracker\"", "\"a\\u0000\"", "column tracker does not take"),
                        new Fault(LINK, "\"Tracker\"", "\"\\ud83d\"", "column tracker does not take"),
                        new Fault(LINK, "\"object_key\":\"", "\"object_key\":\"!", "column object_key does not take"),
                        new Fault(OUTBOX, "\"sequence\":1", "\"sequence\":7", "is not in its place"),
                        new Fault(OUTBOX, "\"attempts\":1", "\"attempts\":5000000000", "column attempts does not take"),
                        new Fault(AUDIT, "\"alice\"", "\"mallory\"", "audit trail that was changed"),
                        new Fault(AUDIT, "\"details\":\"", "\"details\":\"x", "audit trail that was changed"),
                        new Fault(AUDIT, "\\n\"", "\"", "audit trail that was changed"),
                        new Fault(
                                "{\"table\":\"audit_end\"", "\"sequence\":3", "\"sequence\":4", "ends the audit trail"),
                        new Fault("{\"format\"", "\"version\":1", "\"version\":2", "by a later release"),
                        new Fault("{\"format\"", "\"schema\":2", "\"schema\":3", "by a later release"),
                        new Fault("{\"format\"", "issuelink-stores", "other", "does not begin an export of IssueLink"),
                        new Fault("{\"end\"", "\"link\":2", "\"link\":3", "counts other rows"),
                        new Fault("{\"end\"", "\"sha256\":\"", "\"sha256\":\"0", "were changed"))
                .map(fault -> DynamicTest.dynamicTest(fault.after + " " + fault.words, () -> {
                    Exported.write(file, whole);
                    var number = Exported.lineOf(file, fault.beginning);
                    Exported.change(file, number, line -> {
                        var place = fault.before.equals("}") ? line.length() - 1 : line.indexOf(fault.before);
                        assertThat(place).isNotNegative();
                        return line.substring(0, place) + fault.after + line.substring(place + fault.before.length());
                    });
                    // The line after a number that is too high is the one out of place.
                    var named = fault.words.contains("its place") ? number + 1 : number;
                    assertRefused("line " + named + " ", fault.words);
                }));
    }

    @Test
    void aFileThatEndsAnywhereBeforeItsEndIsRefused() throws IOException {
        var whole = Files.readAllBytes(file);
        for (var size : List.of(0, 1, 100, whole.length / 2, whole.length - 2, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, size));
            assertRefused("is not whole", "without its end mark");
        }
    }

    @Test
    void linesThatAreMissingDoubledOrMovedAreFound() {
        var lines = Exported.lines(file);
        var audit = Exported.lineOf(file, AUDIT) - 1;
        var without = new ArrayList<>(lines);
        without.remove(audit + 1);
        Exported.write(file, without);
        assertRefused("line " + (audit + 2), "audit trail");
        var doubled = new ArrayList<>(lines);
        doubled.add(2, lines.get(1));
        Exported.write(file, doubled);
        assertRefused("line 3", "stands there twice");
        var moved = new ArrayList<>(lines);
        moved.add(1, moved.remove(audit));
        Exported.write(file, moved);
        assertRefused("line 3", "not in its place");
        var more = new ArrayList<>(lines);
        more.add(lines.get(1));
        Exported.write(file, more);
        assertRefused("line " + more.size(), "after the end");
    }

    @Test
    void aTextThatWasChangedIsFoundByTheEndMark() {
        Exported.change(file, Exported.lineOf(file, LINK), line -> line.replace("alice", "mallory"));
        assertRefused("line " + Exported.lines(file).size(), "lines before it were changed");
    }

    @Test
    void aFileThatIsNotThereOrNoExportIsRefused() throws IOException {
        Files.writeString(file, "My diary\n");
        assertRefused("line 1", "is no JSON object");
        try (var stores = JdbcStores.sqlite(folder.resolve("empty.db"))) {
            assertThatThrownBy(() -> stores.importFrom(folder.resolve("missing")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("could not be read");
        }
    }
}
