/** What the wire-level fakes share; not exported. */
@NullMarked
package dev.issuelink.testkit.internal;

import org.jspecify.annotations.NullMarked;
