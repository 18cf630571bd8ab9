package dev.issuelink.core.internal;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes ids that never meet, on whatever node: 128 random bits. Sortable by nothing. Safe for several threads. */
public final class IdSource {
    private final RandomGenerator random;

    public IdSource(RandomGenerator random) {
        this.random = random;
    }

    /** A new id of 32 lower-case hexadecimal digits. */
    public String next() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
