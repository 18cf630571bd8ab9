package dev.issuelink.core.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A condition or a fingerprint cannot be used. */
public final class ConditionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConditionFault> faults;

    /** @param faults what is wrong, in the order of the text; at least one */
    ConditionException(List<ConditionFault> faults) {
        super(faults.stream().map(ConditionFault::toString).collect(Collectors.joining(" It ")));
        this.faults = List.copyOf(faults);
    }

    ConditionException(int line, int column, String problem) {
        this(List.of(new ConditionFault(line, column, problem, Optional.empty())));
    }

    /** What is wrong, in the order of the text: all unknown names, or the first fault that hides the rest. */
    public List<ConditionFault> faults() {
        return faults;
    }
}
