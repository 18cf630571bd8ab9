package dev.issuelink.core.internal.config;

import dev.issuelink.config.IssueTemplate;
import dev.issuelink.core.internal.template.TemplateEngine;
import dev.issuelink.core.internal.template.TemplateFault;
import dev.issuelink.core.internal.template.TemplateFaultException;
import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the host's own templates from files of their own: {@code NAME.md}, in UTF-8, of which the first line is
 * {@code #} and the template of the title, and the others are the template of the description. Not for several threads.
 */
public final class TemplateFiles {
    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final String SUFFIX = ".md";
    private static final int MOST_FILES = 1_000;

    private final Map<String, IssueTemplate> templates = new TreeMap<>();
    private final List<ConfigurationFault> faults = new ArrayList<>();

    private TemplateFiles() {}

    /** A way to open a file. */
    private interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Reads all templates of a directory, but not of directories in it.
     *
     * @param directory where files end with {@code .md}; others are passed over
     * @return the templates by name
     * @throws ConfigurationException with everything that is wrong
     */
    public static Map<String, IssueTemplate> of(Path directory) {
        var files = new TemplateFiles();
        for (var file : files.list(directory)) {
            files.read(name(file), "The template file " + file, () -> Files.newInputStream(file));
        }
        return files.all();
    }

    /**
     * Reads templates from the class path.
     *
     * @param loader which finds them
     * @param folder where they are, with slashes between names; empty for the root
     * @param names the names of the templates, without {@code .md}
     * @return the templates by name
     * @throws ConfigurationException with everything that is wrong
     */
    public static Map<String, IssueTemplate> of(ClassLoader loader, String folder, List<String> names) {
        var files = new TemplateFiles();
        for (var name : names) {
            var resource = (folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/") + name + SUFFIX;
            files.read(name, "The template " + resource + " of the class path", () -> {
                var in = loader.getResourceAsStream(resource);
                if (in == null) {
                    throw new IOException("not found");
                }
                return in;
            });
        }
        return files.all();
    }

    private Map<String, IssueTemplate> all() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return Map.copyOf(templates);
    }

    private List<Path> list(Path directory) {
        try (var entries = Files.list(directory)) {
            var files = entries.filter(
                            file -> String.valueOf(file.getFileName()).endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .limit(MOST_FILES + 1)
                    .toList();
            if (files.size() > MOST_FILES) {
                fault("The directory of templates " + directory, " holds more than 1,000 templates.");
            }
            return files;
        } catch (IOException e) {
            fault("The directory of templates " + directory, " cannot be read; give one that exists and may be read.");
            return List.of();
        }
    }

    private static String name(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private void read(String name, String what, Source source) {
        if (name.isBlank() || name.length() > Values.LONGEST_NAME || !name.equals(name.strip())) {
            fault(what, " has no good name: write NAME.md, with at most 200 characters and no spaces around them.");
            return;
        }
        text(what, source).flatMap(text -> template(name, what, text)).ifPresent(template -> {
            templates.put(name, template);
            check(what, template);
        });
    }

    private Optional<String> text(String what, Source source) {
        try (var in = source.open()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                fault(what, " is larger than the 256 KiB that a template may have.");
                return Optional.empty();
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(text.toString().replace("\r\n", "\n"));
        } catch (CharacterCodingException e) {
            fault(what, " is not UTF-8; save it in that encoding.");
        } catch (IOException e) {
            fault(what, " cannot be read; see that it exists and may be read.");
        }
        return Optional.empty();
    }

    private Optional<IssueTemplate> template(String name, String what, String text) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var end = content.indexOf('\n');
        var first = end < 0 ? content : content.substring(0, end);
        if (!first.startsWith("# ") || first.substring(1).isBlank()) {
            fault(what, ", line 1, column 1: The first line is no title; write # and a space and the title.");
            return Optional.empty();
        }
        var body = end < 0 ? "" : content.substring(end + 1);
        if (body.isBlank()) {
            fault(what, ", line 2, column 1: There is no description; write it below the title.");
            return Optional.empty();
        }
        return Optional.of(new IssueTemplate(name, first.substring(2), body));
    }

    private void check(String what, IssueTemplate template) {
        try {
            new TemplateEngine().compile(template);
        } catch (TemplateFaultException e) {
            e.faults().forEach(fault -> {
                var isTitle = fault.part() == TemplateFault.Part.TITLE;
                // The title stands behind two characters, the description below one line.
                var line = isTitle ? 1 : fault.line() + 1;
                var column = isTitle ? fault.column() + 2 : fault.column();
                fault(what, ", " + TemplateReader.words(line, column, fault));
            });
        }
    }

    private void fault(String what, String problem) {
        faults.add(ConfigurationFault.of("", what + problem));
    }
}
