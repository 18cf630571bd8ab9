package dev.issuelink.error;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration cannot be used. It reports all faults at once, each with its place. */
public final class ConfigurationException extends IssueLinkException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationFault> faults;

    /**
     * Creates the exception.
     *
     * @param faults everything that is wrong, in document order; at least one
     */
    public ConfigurationException(List<ConfigurationFault> faults) {
        super(describe(faults), null);
        this.faults = List.copyOf(faults);
    }

    /**
     * Everything that is wrong.
     *
     * @return the faults, in document order
     */
    public List<ConfigurationFault> faults() {
        return faults;
    }

    private static String describe(List<ConfigurationFault> faults) {
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("faults must not be empty");
        }
        var heading = faults.size() == 1 ? "The configuration has a fault:" : "The configuration has %d faults:";
        return faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining("", heading.formatted(faults.size()), ""));
    }
}
