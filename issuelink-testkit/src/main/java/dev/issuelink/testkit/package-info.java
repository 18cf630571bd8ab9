/** In-memory tracker and stores, wire-level fakes and a movable clock. */
@NullMarked
package dev.issuelink.testkit;

import org.jspecify.annotations.NullMarked;
