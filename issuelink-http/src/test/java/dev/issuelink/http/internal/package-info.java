/** Tests of the kernel's small tools. */
@NullMarked
package dev.issuelink.http.internal;

import org.jspecify.annotations.NullMarked;
