/** The manager: the host's door to links, writes and synchronisation. */
@NullMarked
package dev.issuelink.core.internal.link;

import org.jspecify.annotations.NullMarked;
