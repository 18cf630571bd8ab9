/** Reading SQL of the major dialects as far as it takes to know whose values its literals are. */
@NullMarked
package dev.issuelink.core.internal.guard.sql;

import org.jspecify.annotations.NullMarked;
