/** Templates: from facts and the host's own words to safe Markdown. */
@NullMarked
package dev.issuelink.core.internal.template;

import org.jspecify.annotations.NullMarked;
