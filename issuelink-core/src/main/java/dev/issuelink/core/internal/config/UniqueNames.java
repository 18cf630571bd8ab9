package dev.issuelink.core.internal.config;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads names that must differ from each other. */
final class UniqueNames {
    private final Values values;
    private final String what;
    private final Set<String> names = new LinkedHashSet<>();

    /** @param what what has the names, for the message */
    UniqueNames(Faults faults, String what) {
        this.values = new Values(faults);
        this.what = what;
    }

    Optional<String> read(Section section) {
        return section.need("name", "the unique name of the " + what + ".").flatMap(this::take);
    }

    /** Takes a name that stands elsewhere than under {@code name}. */
    Optional<String> take(Node node) {
        return values.name(node)
                .filter(name -> values.accept(
                        node, names.add(name), "is the name of another " + what + " too; names must be unique."));
    }

    /** All names so far. */
    Set<String> all() {
        return Collections.unmodifiableSet(names);
    }
}
