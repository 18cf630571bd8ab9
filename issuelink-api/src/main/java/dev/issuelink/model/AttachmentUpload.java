package dev.issuelink.model;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file to be attached to an issue. It is streamed, never held in memory as a whole.
 *
 * @param name the file name that people see; no path
 * @param mediaType its media type such as {@code image/png}
 * @param content where the bytes are read from, when the upload happens
 * @param description what it shows; may be empty
 */
public record AttachmentUpload(String name, String mediaType, Path content, String description) {
    /** Checks the components. */
    public AttachmentUpload {
        Checks.notBlank(name, "name");
        Checks.notBlank(mediaType, "mediaType");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(description, "description");
        if (name.contains("/") || name.contains("\\")) {
            throw new IllegalArgumentException("An attachment's name must not be a path: " + name);
        }
    }
}
