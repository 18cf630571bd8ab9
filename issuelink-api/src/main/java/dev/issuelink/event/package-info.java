/** What happened in the host: events that rules turn into issues. */
@NullMarked
package dev.issuelink.event;

import org.jspecify.annotations.NullMarked;
