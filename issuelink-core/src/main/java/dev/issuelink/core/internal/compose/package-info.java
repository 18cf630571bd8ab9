/** From events to texts: what stands in an issue, and what is advised. */
@NullMarked
package dev.issuelink.core.internal.compose;

import org.jspecify.annotations.NullMarked;
