package dev.issuelink.host;

import dev.issuelink.event.DatabaseEvent;
import java.util.Optional;

/**
 * Gives advice to be shown in an issue: from a language model, a rule base, wherever the host has it. It is bounded in
 * time, and its failure never keeps an issue from being opened. Its text is untrusted and goes through the sanitiser.
 */
@FunctionalInterface
public interface SuggestionSource {
    /**
     * Gives advice on an event.
     *
     * @param event what happened
     * @return advice in Markdown, or empty if there is none
     */
    Optional<String> suggest(DatabaseEvent event);
}
