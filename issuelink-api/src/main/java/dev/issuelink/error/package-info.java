/** Every exception that IssueLink throws on purpose, under one unchecked root. */
@NullMarked
package dev.issuelink.error;

import org.jspecify.annotations.NullMarked;
