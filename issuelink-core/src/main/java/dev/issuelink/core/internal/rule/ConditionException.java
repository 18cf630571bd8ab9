package dev.issuelink.core.internal.rule;

/** A condition or a fingerprint cannot be used. */
public final class ConditionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ConditionFault fault;

    ConditionException(ConditionFault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    ConditionException(int line, int column, String problem) {
        this(new ConditionFault(line, column, problem));
    }

    /** What is wrong, and where. */
    public ConditionFault fault() {
        return fault;
    }
}
