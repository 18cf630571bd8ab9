package dev.issuelink.core.internal.template;

import java.util.List;
import java.util.stream.Collectors;

/** A template cannot be used. It reports all faults that were found, each with its place. */
public final class TemplateFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<TemplateFault> faults;

    /** @param faults everything that is wrong, in the order of the text; at least one */
    public TemplateFaultException(String template, List<TemplateFault> faults) {
        super(faults.stream()
                .map(fault -> "\n  " + fault)
                .collect(Collectors.joining("", "The template \"" + template + "\" cannot be used:", "")));
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong. */
    public List<TemplateFault> faults() {
        return faults;
    }
}
