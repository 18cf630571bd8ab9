/** Rules: which of them an event meets, and what tells the problems apart that it speaks of. */
@NullMarked
package dev.issuelink.core.internal.rule;

import org.jspecify.annotations.NullMarked;
