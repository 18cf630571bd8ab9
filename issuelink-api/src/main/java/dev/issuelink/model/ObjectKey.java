package dev.issuelink.model;

import java.util.Objects;

/**
 * The identity of a host's object: two references with equal keys speak of the same object.
 *
 * @param type what kind of thing it is
 * @param qualifiedName its full name within the host, case-sensitive
 */
public record ObjectKey(ObjectType type, String qualifiedName) {
    /** Checks the components. */
    public ObjectKey {
        Objects.requireNonNull(type, "type");
        Checks.notBlank(qualifiedName, "qualifiedName");
    }

    @Override
    public String toString() {
        return type + ":" + qualifiedName;
    }
}
