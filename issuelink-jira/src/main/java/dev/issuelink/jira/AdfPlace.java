package dev.issuelink.jira;

import java.util.Set;

/** What of our Markdown may stand where in Jira's format; the rest becomes text there. */
enum AdfPlace {
    DOCUMENT,
    ITEM,
    QUOTE,
    PANEL;

    private static final Set<String> IN_DOCUMENT =
            Set.of("heading", "rule", "blockquote", "panel", "table", "taskList");
    private static final Set<String> IN_PANEL = Set.of("heading", "rule", "taskList");

    /** Paragraphs, code and lists may stand everywhere. */
    boolean allows(String type) {
        return switch (this) {
            case DOCUMENT -> IN_DOCUMENT.contains(type);
            case PANEL -> IN_PANEL.contains(type);
            case ITEM -> type.equals("taskList");
            case QUOTE -> false;
        };
    }
}
