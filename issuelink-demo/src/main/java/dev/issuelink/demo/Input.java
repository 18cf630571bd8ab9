package dev.issuelink.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file that the user named, or one of the demo's own.
 *
 * @param name what the user calls it
 * @param file where it is; empty for a resource
 * @param resource the resource; not looked at if there is a file
 */
record Input(String name, Optional<Path> file, String resource) {
    private static final int GZIP_MAGIC = 0x1F8B;

    static Input of(Optional<Path> file, String resource) {
        return new Input(file.map(Path::toString).orElse("the demo's own " + resource), file, resource);
    }

    /** Opens it, unpacked if it is packed by gzip. */
    InputStream open() throws IOException {
        var raw = new BufferedInputStream(file.isPresent() ? Files.newInputStream(file.get()) : openResource());
        try {
            raw.mark(2);
            var magic = raw.read() << 8 | raw.read();
            raw.reset();
            return magic == GZIP_MAGIC ? new GZIPInputStream(raw) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The sentence about a failure to read it. */
    DemoFailure unreadable(IOException problem) {
        return new DemoFailure(name + " cannot be read: " + reason(problem) + ".", problem);
    }

    private InputStream openResource() {
        return Objects.requireNonNull(Input.class.getResourceAsStream(resource), resource);
    }

    private String reason(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (problem instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (problem instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (file.filter(Files::isDirectory).isPresent()) {
            return "it is a directory";
        }
        return "it is damaged or incomplete (" + problem.getMessage() + ")";
    }
}
