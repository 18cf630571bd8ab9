package dev.issuelink.event;

import org.jspecify.annotations.Nullable;

/** What the typed facts have in common: they are a front of attributes, and are equal if these are. */
abstract class Facts {
    private final EventAttributes attributes;

    Facts(EventAttributes attributes) {
        this.attributes = attributes;
    }

    /**
     * These facts as attributes.
     *
     * @return the tree, with the names by which rules and templates know them
     */
    public final EventAttributes attributes() {
        return attributes;
    }

    @Override
    @SuppressWarnings("EqualsGetClass") // The types of facts are final.
    public boolean equals(@Nullable Object other) {
        return other != null && other.getClass() == getClass() && attributes.equals(((Facts) other).attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + attributes.asMap().keySet();
    }
}
