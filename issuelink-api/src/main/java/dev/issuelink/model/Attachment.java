package dev.issuelink.model;

import java.net.URI;
import java.util.Objects;

/**
 * A file of an issue, as its tracker keeps it.
 *
 * @param id the tracker's stable id of the file
 * @param name the file name
 * @param size its size in bytes
 * @param url where it is downloaded; it may need the tracker's credential
 */
public record Attachment(String id, String name, long size, URI url) {
    /** Checks the components. */
    public Attachment {
        Checks.notBlank(id, "id");
        Checks.notBlank(name, "name");
        Objects.requireNonNull(url, "url");
    }
}
