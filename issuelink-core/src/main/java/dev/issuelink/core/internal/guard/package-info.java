/** What stands between the host and everything outside: access, and the redaction of secrets. */
@NullMarked
package dev.issuelink.core.internal.guard;

import org.jspecify.annotations.NullMarked;
