package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTemplatesTest {
    private static final String RULE = """
            {"auto_issue_rules": [
              {"name": "r", "event": "a.b", "tracker": "t", "template": "%s"}],
             "templates": [%s]}""";

    private final ConfigurationReader reader = ConfigurationReader.forProviders(List.of());

    @TempDir
    private Path directory;

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static List<String> faults(ThrowingCallable work) {
        return catchThrowableOfType(ConfigurationException.class, work).faults().stream()
                .map(ConfigurationFault::toString)
                .toList();
    }

    @Test
    void templatesOfADirectoryAreThoseOfTheConfiguration() throws IOException {
        file("backup_failed.md", "# Backup of {{object.name}} failed\r\n\r\n**Error**: {{error}}\r\n- x\r\n");
        file("schema_change.md", "\uFEFF# Ours\nbody");
        file("notes.txt", "no template");
        Files.createDirectory(directory.resolve("inner.md"));

        var configuration = reader.withTemplates(directory).read(RULE.formatted("backup_failed", ""));

        assertThat(configuration.templates())
                .containsExactly(
                        new IssueTemplate(
                                "backup_failed", "Backup of {{object.name}} failed", "\n**Error**: {{error}}\n- x\n"),
                        new IssueTemplate("schema_change", "Ours", "body"));
    }

    @Test
    void aTemplateOfTheDocumentStandsInPlaceOfAFile() throws IOException {
        file("one.md", "# file\nfile");
        file("two.md", "# file\nfile");
        var own = "{\"name\": \"one\", \"title\": \"document\", \"body\": \"document\"}";

        var configuration = reader.withTemplates(directory).read(RULE.formatted("two", own));

        assertThat(configuration.templates())
                .containsExactly(
                        new IssueTemplate("one", "document", "document"), new IssueTemplate("two", "file", "file"));
    }

    @Test
    void aReaderKnowsTheTemplatesOfSeveralPlacesAndTheOldReaderDoesNot() throws IOException {
        var other = Files.createDirectory(directory.resolve("other"));
        file("one.md", "# first\nx");
        Files.writeString(other.resolve("one.md"), "# second\nx");
        Files.writeString(other.resolve("two.md"), "# second\nx");

        var both = reader.withTemplates(directory).withTemplates(other);

        assertThat(both.read("{}").templates()).extracting(IssueTemplate::title).containsExactly("second", "second");
        assertThat(reader.read("{}").templates()).isEmpty();
        assertThat(faults(() -> reader.read(RULE.formatted("two", ""))))
                .singleElement()
                .asString()
                .startsWith("/auto_issue_rules/0/template: names no known template");
    }

    @Test
    void templatesOfTheClassPathAreReadByName() throws IOException {
        Files.createDirectories(directory.resolve("issue-templates"));
        file("issue-templates/one.md", "# title\nbody");
        try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null)) {
            for (var folder : List.of("issue-templates", "issue-templates/")) {
                assertThat(reader.withTemplates(loader, folder, List.of("one"))
                                .read("{}")
                                .templates())
                        .containsExactly(new IssueTemplate("one", "title", "body"));
            }
            assertThat(faults(() -> reader.withTemplates(loader, "", List.of("two", " three"))))
                    .containsExactly(
                            "(document): The template two.md of the class path cannot be read; see that it exists and may be"
                                    + " read.",
                            "(document): The template  three.md of the class path has no good name: write NAME.md, with at"
                                    + " most 200 characters and no spaces around them.");
        }
    }

    @Test
    void allFaultsOfAllFilesAreReportedWithTheirPlaces() throws IOException {
        file("a.md", "# x {{{y}}}\n\nok\n- {{foo bar}}\n{{#if z}}");
        file("b.md", "no title\nx");
        file("c.md", "# title only");
        file("d.md", "# title\n" + "x".repeat(256 * 1024));
        Files.write(directory.resolve("e.md"), new byte[] {'#', ' ', (byte) 0xC3, '\n', 'x'});
        file("f.md", "");
        file("g.md", "#\nx");

        assertThat(faults(() -> reader.withTemplates(directory)))
                .map(fault -> fault.replace(directory.toString(), "dir"))
                .containsExactly(
                        "(document): The template file dir/a.md, line 1, column 5: {{{ would show a value without making it"
                                + " safe. Write {{name}}; for a brace as text, put a space between.",
                        "(document): The template file dir/a.md, line 4, column 3: There is no such helper. Known are bytes,"
                                + " date, duration_ms, percent, time.",
                        "(document): The template file dir/a.md, line 5, column 1: The block is not closed. Write {{/if}}"
                                + " behind it.",
                        "(document): The template file dir/b.md, line 1, column 1: The first line is no title; write # and a"
                                + " space and the title.",
                        "(document): The template file dir/c.md, line 2, column 1: There is no description; write it below"
                                + " the title.",
                        "(document): The template file dir/d.md is larger than the 256 KiB that a template may have.",
                        "(document): The template file dir/e.md is not UTF-8; save it in that encoding.",
                        "(document): The template file dir/f.md, line 1, column 1: The first line is no title; write # and a"
                                + " space and the title.",
                        "(document): The template file dir/g.md, line 1, column 1: The first line is no title; write # and a"
                                + " space and the title.");
    }

    @Test
    void aDirectoryThatCannotBeReadIsAFault() {
        assertThat(faults(() -> reader.withTemplates(directory.resolve("none"))))
                .singleElement()
                .asString()
                .endsWith("none cannot be read; give one that exists and may be read.");
    }

    @Test
    void templatesOfTheDocumentAreCheckedWhileItIsRead() {
        var document = """
                {"templates": [
                  {"name": "one", "title": "{{a}", "body": "x\\n{{> y}}\\n{{/if}}"},
                  {"name": "two", "title": "{{a}}", "body": "{{a}}"},
                  {"title": "{{{a}}}", "body": " "}]}""";

        assertThat(faults(() -> reader.read(document)))
                .containsExactly(
                        "/templates/0/title: line 1, column 1: The tag is not closed. Write }} behind it.",
                        "/templates/0/body: line 2, column 1: Tags with > are not allowed. Write the text here; a template"
                                + " cannot take in another.",
                        "/templates/0/body: line 3, column 1: No block of this name is open. Take this tag away, or open the"
                                + " block.",
                        "/templates/2: needs \"name\": the unique name of the template.",
                        "/templates/2/title: line 1, column 1: {{{ would show a value without making it safe. Write"
                                + " {{name}}; for a brace as text, put a space between.",
                        "/templates/2/body: must not be blank.");
    }

    @Test
    void aFileMayBeAsLargeAsTheLimit() throws IOException {
        var title = "# t\n";
        file("x.md", title + "é".repeat((256 * 1024 - title.length()) / 2));
        assertThat(Files.size(directory.resolve("x.md"))).isEqualTo(256 * 1024);
        assertThat(reader.withTemplates(directory).read("{}").templates()).hasSize(1);
        assertThat(new String(Files.readAllBytes(directory.resolve("x.md")), StandardCharsets.UTF_8))
                .endsWith("é");
    }
}
