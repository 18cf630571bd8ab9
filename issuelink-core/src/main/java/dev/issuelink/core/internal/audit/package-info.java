/** The audit trail. */
@NullMarked
package dev.issuelink.core.internal.audit;

import org.jspecify.annotations.NullMarked;
