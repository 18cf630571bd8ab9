package dev.issuelink.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the project and its archives are. */
public final class Project {
    /** The published modules, without the prefix of the project. */
    public static final List<String> MODULES =
            List.of("api", "http", "core", "github", "gitlab", "jira", "jdbc", "testkit");

    /** The modules that each speak one kind of tracker. */
    public static final List<String> PROVIDERS = List.of("github", "gitlab", "jira");

    private Project() {}

    /** The published modules, for tests that are run for each. */
    public static Stream<String> modules() {
        return MODULES.stream();
    }

    /** The providers, for tests that are run for each. */
    public static Stream<String> providers() {
        return PROVIDERS.stream();
    }

    /** The root of the project. */
    public static Path root() {
        var configured = System.getProperty("issuelink.root");
        if (configured != null) {
            return Path.of(configured);
        }
        return ancestors(Path.of("").toAbsolutePath())
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow();
    }

    /** The folder with the archives that an application has at run time. */
    public static Path archives() {
        return Path.of(Objects.requireNonNullElseGet(
                System.getProperty("issuelink.modulePath"),
                () -> root().resolve("issuelink-verify/target/modules").toString()));
    }

    /** The archives of an application. */
    public static List<Path> jars() {
        try (var files = Files.list(archives())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sources of a published module. */
    public static Path sources(String module) {
        return root().resolve("issuelink-" + module).resolve("src/main/java");
    }

    /** A file of the data that lies beside the project, where there is any. */
    public static Optional<Path> shared(String name) {
        var configured = Optional.ofNullable(System.getProperty("issuelink.shared")).map(Path::of).stream();
        var beside = ancestors(root()).map(folder -> folder.resolveSibling("shared"));
        return Stream.concat(configured, beside)
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static Stream<Path> ancestors(Path start) {
        return Stream.iterate(start, folder -> folder.getParent() != null, Path::getParent);
    }
}
