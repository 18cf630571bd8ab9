/** What secrets look like: the formats of vendors, the places where passwords stand, and the configured ones. */
@NullMarked
package dev.issuelink.core.internal.guard.secret;

import org.jspecify.annotations.NullMarked;
