/** Tests of what the adapter for Jira sends, against what Atlassian describes. */
@NullMarked
package dev.issuelink.verify.jira;

import org.jspecify.annotations.NullMarked;
