package dev.issuelink.store;

import java.util.Objects;

/**
 * The right to do what only one may do at a time, until it ends.
 *
 * @param name what may be done
 * @param owner who may do it
 * @param fence a number that rises with every new holder; work under a lower one is to be refused
 */
public record Lease(String name, String owner, long fence) {
    /** Checks the components. */
    public Lease {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(owner, "owner");
    }
}
