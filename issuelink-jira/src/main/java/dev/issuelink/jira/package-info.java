/** The provider for Jira Cloud and Jira Data Center. */
@NullMarked
package dev.issuelink.jira;

import org.jspecify.annotations.NullMarked;
