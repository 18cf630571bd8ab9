/** Ways to read a text in which something may be hidden: unescaped, unwrapped, and what of it is to be covered. */
@NullMarked
package dev.issuelink.core.internal.guard.text;

import org.jspecify.annotations.NullMarked;
