package dev.issuelink.jira;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Recordings and contracts that stand beside the repository, where they are there. */
final class SharedFiles {
    private SharedFiles() {}

    /** The folder {@code shared} beside the repository's root, or where the system property says. */
    static Optional<Path> find(String below) {
        var named = System.getProperty("issuelink.shared");
        if (named != null) {
            return Optional.of(Path.of(named, below)).filter(Files::exists);
        }
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var found = at.resolve("shared").resolve(below);
            if (Files.exists(found)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    static List<Path> list(String below, String ending) throws IOException {
        var folder = find(below);
        if (folder.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(folder.get())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
