package dev.issuelink.host;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The value of a secret, held for as long as one call needs it. It has no readable {@link #toString()}, is never equal
 * to anything but itself and cannot be serialised.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value.
     *
     * @param value the value
     * @return the secret
     */
    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "value"));
    }

    /**
     * Gives the value away. Use it where it is sent or computed with, and nowhere else.
     *
     * @return the value
     */
    public String reveal() {
        return value;
    }

    /**
     * The value as UTF-8, for signatures.
     *
     * @return a new array
     */
    public byte[] revealBytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
