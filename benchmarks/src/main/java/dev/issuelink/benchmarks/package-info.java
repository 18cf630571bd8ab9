/** Measurements against plain code that does the same. */
@NullMarked
package dev.issuelink.benchmarks;

import org.jspecify.annotations.NullMarked;
