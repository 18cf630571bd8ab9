package dev.issuelink.error;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong in a configuration.
 *
 * @param pointer where: a JSON pointer (RFC 6901) such as {@code /trackers/0/type}; empty for the whole document
 * @param problem what is wrong and what was expected, one sentence; never holds the offending value of a secret
 * @param nearest the nearest known name, if the fault is an unknown one and a name is near
 */
public record ConfigurationFault(String pointer, String problem, Optional<String> nearest) {
    /** Checks that no component is null. */
    public ConfigurationFault {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(nearest, "nearest");
    }

    /**
     * A fault without a suggestion.
     *
     * @param pointer where
     * @param problem what is wrong and what was expected
     * @return the fault
     */
    public static ConfigurationFault of(String pointer, String problem) {
        return new ConfigurationFault(pointer, problem, Optional.empty());
    }

    @Override
    public String toString() {
        var place = pointer.isEmpty() ? "(document)" : pointer;
        return place + ": " + problem
                + nearest.map(name -> " Did you mean \"" + name + "\"?").orElse("");
    }
}
