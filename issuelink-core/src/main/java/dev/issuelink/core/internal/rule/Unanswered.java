package dev.issuelink.core.internal.rule;

/** The facts do not allow an answer. Thrown often, so it has no stack trace; never leaves {@link Condition#test}. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param reason why, a sentence without its full stop; holds no value of an event */
    Unanswered(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
