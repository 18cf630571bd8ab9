/** What stands between an adapter and a tracker, to see what is sent. */
@NullMarked
package dev.issuelink.verify.wire;

import org.jspecify.annotations.NullMarked;
