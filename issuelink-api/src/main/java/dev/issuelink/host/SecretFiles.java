package dev.issuelink.host;

import dev.issuelink.config.SecretReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Secrets that stand in files, as container platforms mount them. */
final class SecretFiles {
    private static final String SCHEME = "file:";

    /** Room for a large private key; a longer file is not a secret. */
    private static final int MOST_BYTES = 64 * 1024;

    private SecretFiles() {}

    static Optional<Secret> resolve(SecretReference reference) {
        if (!reference.name().startsWith(SCHEME)) {
            return Optional.empty();
        }
        return path(reference.name().substring(SCHEME.length()))
                .filter(Files::isRegularFile)
                .map(SecretFiles::read)
                .map(Secret::of);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalStateException("The secret's file " + file + " is larger than 64 KiB");
            }
            return withoutLineEnd(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IOException e) {
            throw new IllegalStateException("The secret's file " + file + " cannot be read, or is not UTF-8", e);
        }
    }

    private static String withoutLineEnd(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }
}
