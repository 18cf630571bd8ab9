/** What a provider author implements to speak to one kind of tracker. */
@NullMarked
package dev.issuelink.spi;

import org.jspecify.annotations.NullMarked;
