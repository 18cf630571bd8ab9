/** The way in: webhooks, polling and manual synchronisation, and the one place where what they say is applied. */
@NullMarked
package dev.issuelink.core.internal.inbound;

import org.jspecify.annotations.NullMarked;
