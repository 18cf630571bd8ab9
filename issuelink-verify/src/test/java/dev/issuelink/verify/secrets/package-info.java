/** Secrets that trackers exchange, at rest. */
@NullMarked
package dev.issuelink.verify.secrets;

import org.jspecify.annotations.NullMarked;
