/** Events become issues: exactly one each, whatever happens on the way. */
@NullMarked
package dev.issuelink.verify.events;

import org.jspecify.annotations.NullMarked;
