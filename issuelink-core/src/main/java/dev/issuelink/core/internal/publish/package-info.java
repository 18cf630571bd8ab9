/** From events to decisions and writes, exactly once. */
@NullMarked
package dev.issuelink.core.internal.publish;

import org.jspecify.annotations.NullMarked;
