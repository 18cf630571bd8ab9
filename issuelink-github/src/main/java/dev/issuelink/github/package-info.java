/** The provider for GitHub issues. */
@NullMarked
package dev.issuelink.github;

import org.jspecify.annotations.NullMarked;
