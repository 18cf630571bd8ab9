/** What the engine keeps in the store as text, and how it is read back. */
@NullMarked
package dev.issuelink.core.internal.codec;

import org.jspecify.annotations.NullMarked;
