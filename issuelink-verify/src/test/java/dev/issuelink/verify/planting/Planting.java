package dev.issuelink.verify.planting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.verify.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One bug: a place in the sources of an adapter, or of the kernel below it, that is written otherwise.
 *
 * @param bug what is wrong, in words
 * @param suite which adapter is then tried, and by which part of the contract
 * @param file the source file, below the module's folder of sources
 * @param edits what is written otherwise
 * @param caughtBy the test of the contract that must fail
 */
record Planting(String bug, Suite suite, String file, List<Edit> edits, String caughtBy) {
    /**
     * A text that is written otherwise.
     *
     * @param right as it is; stands once in the file
     * @param wrong as it becomes
     */
    record Edit(String right, String wrong) {}

    /**
     * A part of an adapter's contract.
     *
     * @param module the adapter's module, without the prefix of the project
     * @param test the simple name of the class that binds the adapter to the contract
     * @param part the simple name of the nested class that is run
     */
    record Suite(String module, String test, String part) {}

    static Planting of(String bug, Suite suite, String file, String caughtBy) {
        return new Planting(bug, suite, file, List.of(), caughtBy);
    }

    Planting instead(String right, String wrong) {
        var more = new ArrayList<>(edits);
        more.add(new Edit(right, wrong));
        return new Planting(bug, suite, file, List.copyOf(more), caughtBy);
    }

    /** The source with the bug in it. */
    String planted() {
        var source = read(source());
        for (var edit : edits) {
            assertThat(source.split(Pattern.quote(edit.right), -1))
                    .as("places in %s that read \"%s\": the planting \"%s\" needs one", file, edit.right, bug)
                    .hasSize(2);
            source = source.replace(edit.right, edit.wrong);
        }
        return source;
    }

    /** The file of the kernel says so by its folder; all others are the adapter's. */
    Path source() {
        var module = file.startsWith("dev/issuelink/http/") ? "http" : suite.module;
        return Project.sources(module).resolve(path());
    }

    /** The path of the file below the folder of sources. */
    String path() {
        return file.contains("/") ? file : "dev/issuelink/" + suite.module + "/" + file;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return suite.module + ": " + bug;
    }
}
