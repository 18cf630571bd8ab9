package dev.issuelink.core;

import dev.issuelink.config.IssueLinkConfiguration;
import dev.issuelink.core.internal.config.DocumentReader;
import dev.issuelink.core.internal.config.JsonText;
import dev.issuelink.core.internal.config.TemplateFiles;
import dev.issuelink.core.internal.registry.ProviderRegistry;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.spi.IssueTrackerProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Reads the configuration: one JSON object with {@code trackers}, {@code auto_issue_rules} and {@code templates}, each
 * of which may be left out. What a tracker may have under {@code config} is its provider's business, so the reader must
 * know the providers. Immutable, and safe for several threads.
 *
 * <p>The JSON is strict (RFC 8259, UTF-8, at most 1 MiB and 32 levels): no comments, no trailing commas, no
 * {@code null}, no name twice in an object. A byte order mark at the beginning and a {@code $schema} at the top are
 * ignored. Unknown names are faults, never overlooked.
 *
 * <p>Secrets are written {@code ${NAME}} and only as references; they stay references here and are looked up when they
 * are used. A secret written out is a fault, and no message repeats it, nor any other value of the document save names
 * of trackers and templates. A pointer shows {@code (hidden)} for a member's name that looks like a credential.
 *
 * <p>Conditions and fingerprints of rules are compiled to see that they can be. Of a type of event that
 * {@link dev.issuelink.event.EventCatalogue} describes, they may read what it describes and nothing else.
 *
 * <p>Rules may stand in a document of their own: where {@code trackers} is left out, the names of trackers in rules are
 * checked when the engine starts. Templates may stand in files of their own, see {@link #withTemplates(Path)}; all are
 * checked while they are read. A disabled tracker may be of a type that is not installed; then its settings are not
 * kept.
 */
public final class ConfigurationReader {
    private static final String SCHEMA = "issuelink-configuration.schema.json";

    private final DocumentReader reader;

    private ConfigurationReader(DocumentReader reader) {
        this.reader = reader;
    }

    /**
     * A reader for given providers and no others.
     *
     * @param providers the providers, with different types
     * @return the reader
     * @throws ConfigurationException if two have the same type, or a type is not well formed
     */
    public static ConfigurationReader forProviders(Collection<? extends IssueTrackerProvider> providers) {
        return new ConfigurationReader(
                new DocumentReader(ProviderRegistry.of(providers).catalog()));
    }

    /**
     * A reader for the providers that {@link java.util.ServiceLoader} finds, with the calling thread's context class
     * loader if it has one.
     *
     * @return the reader
     * @throws ConfigurationException if two installed providers have the same type
     */
    public static ConfigurationReader withInstalledProviders() {
        var context = Thread.currentThread().getContextClassLoader();
        var loader = context == null ? ConfigurationReader.class.getClassLoader() : context;
        return new ConfigurationReader(
                new DocumentReader(ProviderRegistry.discover(List.of(), loader).catalog()));
    }

    /**
     * A reader whose configurations also have the templates of a directory. Each stands in a file {@code NAME.md} in UTF-8
     * of at most 256 KiB: the first line is {@code #}, a space and the template of the title, the others are the template
     * of the description. The files are read now, once. A template of the configuration itself with the same name is used
     * instead of the file; a file with the name of a built-in template is used instead of that.
     *
     * @param directory where the files are; other files and directories in it are passed over
     * @return a reader that knows these templates, too
     * @throws ConfigurationException with everything that is wrong in the files, each with file, line and column
     */
    public ConfigurationReader withTemplates(Path directory) {
        return new ConfigurationReader(reader.withTemplates(TemplateFiles.of(directory)));
    }

    /**
     * Like {@link #withTemplates(Path)}, with files from the class path.
     *
     * @param loader which finds them; in a named module, it finds what is in a folder whose name is no package's, such as
     *     {@code issue-templates}
     * @param folder where they are, with slashes between names; empty for the root
     * @param names the names of the templates, without {@code .md}
     * @return a reader that knows these templates, too
     * @throws ConfigurationException with everything that is wrong in the files, each with file, line and column
     */
    public ConfigurationReader withTemplates(ClassLoader loader, String folder, List<String> names) {
        return new ConfigurationReader(reader.withTemplates(TemplateFiles.of(loader, folder, names)));
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the configuration
     * @throws ConfigurationException with all faults, in document order; also if the file cannot be read
     */
    public IssueLinkConfiguration read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return reader.read(JsonText.read(in));
        } catch (IOException e) {
            var reason = e instanceof NoSuchFileException
                    ? "it does not exist"
                    : e.getClass().getSimpleName();
            throw new ConfigurationException(
                    List.of(ConfigurationFault.of("", "The file " + file + " cannot be read: " + reason + ".")));
        }
    }

    /**
     * Reads a stream to its end.
     *
     * @param in UTF-8; not closed here
     * @return the configuration
     * @throws ConfigurationException with all faults, in document order
     * @throws UncheckedIOException if the stream fails
     */
    public IssueLinkConfiguration read(InputStream in) {
        try {
            return reader.read(JsonText.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration could not be read", e);
        }
    }

    /**
     * Reads a text.
     *
     * @param json the text
     * @return the configuration
     * @throws ConfigurationException with all faults, in document order
     */
    public IssueLinkConfiguration read(String json) {
        return reader.read(JsonText.check(json));
    }

    /**
     * The JSON Schema (2020-12) of configurations, for editors. It knows what all trackers share; the settings of the
     * single providers are open in it.
     *
     * @return the schema
     */
    public static String jsonSchema() {
        try (var in = Objects.requireNonNull(ConfigurationReader.class.getResourceAsStream(SCHEMA), SCHEMA)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema could not be read from the jar", e);
        }
    }
}
