package dev.issuelink.jira;

import java.util.Map;

/** Panels of wiki markup have a title where others have a kind. */
final class WikiPanels {
    private static final Map<String, String> TYPES =
            Map.of("Note", "info", "Tip", "success", "Important", "note", "Warning", "warning", "Caution", "error");

    private WikiPanels() {}

    static String titleOf(String type) {
        return TYPES.entrySet().stream()
                .filter(each -> each.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Note");
    }

    /** The kind that a title stands for; empty if it is a title that somebody gave. */
    static String typeOf(String title) {
        return TYPES.getOrDefault(title, "");
    }
}
