/** The configuration as plain immutable data; secrets appear as references only. */
@NullMarked
package dev.issuelink.config;

import org.jspecify.annotations.NullMarked;
