/** Committing what happened, and telling the host afterwards, in one order. */
@NullMarked
package dev.issuelink.core.internal.commit;

import org.jspecify.annotations.NullMarked;
