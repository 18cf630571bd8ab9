package dev.issuelink.model;

/**
 * How far a feed of changes was read. Opaque to everybody but the provider that made it; safe to store and to use again
 * after months, on another machine, with another credential.
 *
 * @param value the provider's own text; holds no secret
 */
public record Cursor(String value) {
    /** Checks the value. */
    public Cursor {
        Checks.notBlank(value, "value");
    }

    @Override
    public String toString() {
        return value;
    }
}
