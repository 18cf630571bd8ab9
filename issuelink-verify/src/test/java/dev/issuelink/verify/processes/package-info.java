/** Engines in processes of their own, which are killed at any moment. */
@NullMarked
package dev.issuelink.verify.processes;

import org.jspecify.annotations.NullMarked;
