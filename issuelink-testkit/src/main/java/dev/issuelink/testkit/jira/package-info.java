/**
 * A stateful fake of Jira Cloud and Jira Data Center that speaks real HTTP on the loopback address. Start at
 * {@link dev.issuelink.testkit.jira.FakeJira}.
 */
@NullMarked
package dev.issuelink.testkit.jira;

import org.jspecify.annotations.NullMarked;
