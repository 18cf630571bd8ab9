package dev.issuelink.jira;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/** Labels as Jira takes them: no blanks, and at most 255 characters. */
final class JiraLabels {
    private static final int LONGEST = 255;

    private JiraLabels() {}

    /** A label as Jira can keep it. */
    static String written(String label) {
        return label.strip().replaceAll("[\\p{Cntrl}\\p{Z}]+", "_");
    }

    /** Those that can be written, each once; what becomes of the others is told. */
    static List<String> written(Collection<String> labels, JiraDrops drops) {
        var written = new LinkedHashSet<String>();
        for (var label : labels) {
            var one = written(label);
            if (one.length() > LONGEST || one.isEmpty()) {
                drops.add("labels", label, "Jira takes labels of at most 255 characters.");
                continue;
            }
            if (!one.equals(label)) {
                drops.add("labels", label, "Jira takes no blanks in labels; it became \"" + one + "\".");
            }
            written.add(one);
        }
        return new ArrayList<>(written);
    }
}
