package dev.issuelink.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the real data beside the repository; the test is skipped where there is none. */
final class SharedData {
    private SharedData() {}

    static Path file(String name) {
        var found = folder().map(folder -> folder.resolve("data").resolve(name)).filter(Files::isReadable);
        assumeTrue(found.isPresent(), () -> "There is no ../shared/data/" + name + " beside the repository.");
        return found.get();
    }

    private static Optional<Path> folder() {
        var given = System.getProperty("issuelink.shared");
        return given != null ? Optional.of(Path.of(given)) : besideRepository();
    }

    private static Optional<Path> besideRepository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
