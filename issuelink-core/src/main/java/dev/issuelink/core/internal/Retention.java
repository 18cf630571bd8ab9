package dev.issuelink.core.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a store keeps what came to its end.
 *
 * @param finished how long writes and notices that are done
 * @param audit how long entries of the audit trail; empty for ever
 */
public record Retention(Duration finished, Optional<Duration> audit) {}
