/** What a store author implements, and the store in memory that is used when a host names no other. */
@NullMarked
package dev.issuelink.store;

import org.jspecify.annotations.NullMarked;
