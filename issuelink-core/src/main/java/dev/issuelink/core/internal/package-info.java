/** What the parts of the engine share. */
@NullMarked
package dev.issuelink.core.internal;

import org.jspecify.annotations.NullMarked;
