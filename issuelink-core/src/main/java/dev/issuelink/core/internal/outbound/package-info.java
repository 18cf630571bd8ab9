/** The way out: the outbox, and the dispatcher that carries its writes out. */
@NullMarked
package dev.issuelink.core.internal.outbound;

import org.jspecify.annotations.NullMarked;
