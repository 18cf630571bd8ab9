package dev.issuelink.model;

import java.util.regex.Pattern;

/**
 * A hidden mark in what we wrote, by which it is found again after an answer was lost. Unique for each intent.
 *
 * @param value 8 to 64 letters, digits, {@code -} and {@code _}
 */
public record Marker(String value) {
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    /** Checks the value. */
    public Marker {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("A marker is made of 8 to 64 letters, digits, - and _");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
