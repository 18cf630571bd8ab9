/** Finds providers and keeps the adapters of the configured trackers; for the engine only. */
@NullMarked
package dev.issuelink.core.internal.registry;

import org.jspecify.annotations.NullMarked;
