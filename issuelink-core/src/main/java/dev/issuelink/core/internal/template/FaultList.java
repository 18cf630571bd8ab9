package dev.issuelink.core.internal.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one text. Not for several threads. */
final class FaultList {
    private static final int MOST = 20;

    private final TemplateFault.Part part;
    private final String text;
    private final List<TemplateFault> faults = new ArrayList<>();

    FaultList(TemplateFault.Part part, String text) {
        this.part = part;
        this.text = text;
    }

    void add(int index, String problem, String advice) {
        if (faults.size() >= MOST) {
            return;
        }
        var lineStart = text.lastIndexOf('\n', index - 1) + 1;
        var line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        faults.add(new TemplateFault(part, line, 1 + text.codePointCount(lineStart, index), problem, advice));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** The faults in the order of the text. */
    List<TemplateFault> all() {
        return faults.stream()
                .sorted(Comparator.comparingInt(TemplateFault::line).thenComparingInt(TemplateFault::column))
                .toList();
    }
}
