/** The provider for GitLab issues. */
@NullMarked
package dev.issuelink.gitlab;

import org.jspecify.annotations.NullMarked;
