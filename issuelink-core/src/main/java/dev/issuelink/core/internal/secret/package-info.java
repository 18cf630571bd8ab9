/** Keeps the secrets that trackers exchange: sealed, in the store, one exchange at a time; for the engine only. */
@NullMarked
package dev.issuelink.core.internal.secret;

import org.jspecify.annotations.NullMarked;
