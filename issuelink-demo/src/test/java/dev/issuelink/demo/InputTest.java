package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive and the objects, as they are read from files. */
class InputTest {
    private static final String ARCHIVE = """
            {"repo": "acme/shop", "labels": [{"name": "bug", "description": null, "color": "fc2929"}],
             "issues": [{"number": 3, "title": "T", "body": "B", "state": "CLOSED", "author": "ann",
               "assignees": ["bob"], "labels": ["bug"], "createdAt": "2020-01-01T00:00:00Z",
               "updatedAt": "2020-01-03T00:00:00Z", "closedAt": "2020-01-02T00:00:00Z",
               "comments": [{"author": "eve", "body": "C", "createdAt": "2020-01-01T12:00:00Z"}]}],
             "pulls": [{"number": 4, "state": "MERGED", "closedAt": "2020-01-02T00:00:00Z"}]}
            """;

    @TempDir
    Path folder;

    private final Recorder seen = new Recorder();

    @Test
    void readsAnArchiveInItsOrder() throws IOException {
        new Archive(text(ARCHIVE)).read(seen);
        assertThat(seen.told).containsExactly("acme/shop", "bug fc2929", "#3", "#4");
        var issue = seen.issues.get(0);
        assertThat(issue.pull()).isFalse();
        assertThat(issue.title()).isEqualTo("T");
        assertThat(issue.body()).isEqualTo("B");
        assertThat(issue.author()).isEqualTo("ann");
        assertThat(issue.closedAt()).map(Object::toString).contains("2020-01-02T00:00:00Z");
        assertThat(issue.updatedAt()).hasToString("2020-01-03T00:00:00Z");
        assertThat(issue.assignees()).containsExactly("bob");
        assertThat(issue.labels()).containsExactly("bug");
        assertThat(issue.comments()).extracting(ArchivedIssue.Comment::author).containsExactly("eve");
        assertThat(seen.issues.get(1).pull()).isTrue();
        assertThat(seen.issues.get(1).title()).isEqualTo("(no title)");
    }

    @Test
    void knowsAPackedArchiveByItsBytes() throws IOException {
        new Archive(bytes(packed(ARCHIVE))).read(seen);
        assertThat(seen.told).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"issues\": 7}",
                "{\"issues\": []",
                "{\"issues\": [] x",
                "{\"issues\": []} {}",
                "null",
                "{\"issues\": [}",
                "{\"pulls\": []}"
            })
    void refusesWhatIsNoArchive(String json) {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> new Archive(text(json)).read(seen))
                .withMessageStartingWith(folder.resolve("input").toString())
                .withMessageEndingWith(".");
    }

    @Test
    void refusesADamagedPackage() throws IOException {
        var whole = packed(ARCHIVE);
        var half = Arrays.copyOf(whole, whole.length / 2);
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> new Archive(bytes(half)).read(seen))
                .withMessageContaining("is damaged or incomplete");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> new Archive(bytes(new byte[] {0x1F, (byte) 0x8B, 1, 2, 3})).read(seen))
                .withMessageContaining("is damaged or incomplete");
    }

    @Test
    void namesWhatCannotBeRead() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> new Archive(Input.of(Optional.of(folder), "")).read(seen))
                .withMessage(folder + " cannot be read: it is a directory.");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ObjectsFile.read(Input.of(Optional.of(Path.of("nowhere")), "")))
                .withMessage("nowhere cannot be read: there is no such file.");
    }

    @Test
    void readsObjectsAndPassesCommentsOver() throws IOException {
        var objects =
                ObjectsFile.read(text("\uFEFF# kind\tname\n\ntable\torders\r\nhost-thing\ta b \ntable\torders\n"));
        assertThat(objects)
                .containsExactly(
                        ObjectReference.of(ObjectType.TABLE, "orders"),
                        ObjectReference.of(ObjectType.of("HOST_THING"), "a b"));
    }

    @Test
    void namesTheLineOfAnObjectThatIsNone() throws IOException {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ObjectsFile.read(text("table\torders\norders\n")))
                .withMessageContaining(", line 2: expected a kind, a tab and a name");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ObjectsFile.read(text("tä\torders\n")))
                .withMessageContaining(", line 1: \"tä\" is no kind");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ObjectsFile.read(text("# nothing\n")))
                .withMessageEndingWith(" names no object.");
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> ObjectsFile.read(bytes(new byte[] {'t', '\t', (byte) 0xFF})))
                .withMessageEndingWith(" cannot be read: it is not UTF-8.");
    }

    private Input text(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Input bytes(byte[] bytes) throws IOException {
        return Input.of(Optional.of(Files.write(folder.resolve("input"), bytes)), "");
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static final class Recorder implements Archive.Visitor {
        private final List<String> told = new ArrayList<>();
        private final List<ArchivedIssue> issues = new ArrayList<>();

        @Override
        public void repository(String owner, String name) {
            told.add(owner + "/" + name);
        }

        @Override
        public void label(String name, String color, String description) {
            told.add(name + " " + color);
        }

        @Override
        public void issue(ArchivedIssue issue) {
            told.add("#" + issue.number());
            issues.add(issue);
        }
    }
}
