package dev.issuelink.core.internal.template;

import java.util.Objects;

/**
 * What an issue is opened with.
 *
 * @param title one line of plain text, never blank
 * @param body Markdown
 */
public record RenderedText(String title, String body) {
    public RenderedText {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
    }
}
