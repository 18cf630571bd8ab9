/** What is known of the events of a fingerprint and of the issue that stands for them. */
@NullMarked
package dev.issuelink.core.internal.claim;

import org.jspecify.annotations.NullMarked;
