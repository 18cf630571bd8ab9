/** Reads the configuration and finds the secrets it names; for the engine only. */
@NullMarked
package dev.issuelink.core.internal.config;

import org.jspecify.annotations.NullMarked;
