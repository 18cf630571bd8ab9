/** The engine: builder, options and configuration reader. */
@NullMarked
package dev.issuelink.core;

import org.jspecify.annotations.NullMarked;
