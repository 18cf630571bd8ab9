package dev.issuelink.core.internal.guard;

import dev.issuelink.event.DatabaseEvent;

/**
 * An event, the texts of which were freed of secrets, for filling templates. Its object may have another name than the
 * host's; link the one of the event that was given.
 *
 * @param event the event
 * @param redactions how many values were hidden
 */
public record SafeEvent(DatabaseEvent event, int redactions) {}
