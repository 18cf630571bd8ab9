package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.codec.Write;

/** A write that was freed of secrets. Only the {@link Sanitizer} makes one, and the outbox takes nothing else. */
public final class SafeDraft {
    private final Write write;
    private final int redactions;

    SafeDraft(Write write, int redactions) {
        this.write = write;
        this.redactions = redactions;
    }

    /** What is to be written. */
    public Write write() {
        return write;
    }

    /** How many secrets were removed. */
    public int redactions() {
        return redactions;
    }
}
