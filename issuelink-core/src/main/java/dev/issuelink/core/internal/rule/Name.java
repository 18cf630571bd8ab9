package dev.issuelink.core.internal.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An attribute that a condition or a fingerprint reads.
 *
 * @param path dotted; {@code []} stands for each item of a list, as in the catalogue of events
 * @param line where it begins
 * @param column where it begins
 */
record Name(String path, int line, int column) {
    /** Stands for each item of a list. */
    static final String ITEM = "[]";

    /** The paths alone, each once. */
    static Set<String> paths(List<Name> names) {
        var paths = new LinkedHashSet<String>();
        names.forEach(name -> paths.add(name.path()));
        return paths;
    }
}
