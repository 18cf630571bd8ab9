package dev.issuelink.model;

/** Argument checks that the values of this package share. */
final class Checks {
    private Checks() {}

    static String notBlank(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return value;
    }
}
