package dev.issuelink.core.internal.rule;

import java.util.Objects;

/**
 * What became of a condition.
 *
 * @param verdict whether the event meets it
 * @param reason why there is no answer, for the audit trail: one sentence that holds no value of the event; empty if
 *     there is one
 */
public record Outcome(Verdict verdict, String reason) {
    /** The three things that can become of a condition. */
    public enum Verdict {
        /** The event meets it. */
        MET,
        /** The event does not meet it. */
        UNMET,
        /** The event does not have what the condition asks for, so nobody knows. */
        FAILED
    }

    private static final Outcome MET = new Outcome(Verdict.MET, "");
    private static final Outcome UNMET = new Outcome(Verdict.UNMET, "");

    /** Checks the components. */
    public Outcome {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }

    static Outcome of(boolean met) {
        return met ? MET : UNMET;
    }

    static Outcome failed(String reason) {
        return new Outcome(Verdict.FAILED, reason);
    }

    /** Whether an issue may be opened. */
    public boolean met() {
        return verdict == Verdict.MET;
    }

    /** Whether there is no answer. */
    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
