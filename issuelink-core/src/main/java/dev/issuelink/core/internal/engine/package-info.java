/** Puts the parts of an engine together. */
@NullMarked
package dev.issuelink.core.internal.engine;

import org.jspecify.annotations.NullMarked;
