/**
 * A stateful fake of GitLab's REST API, its GraphQL and its webhooks that speaks real HTTP on the loopback address.
 * Start at {@link dev.issuelink.testkit.gitlab.FakeGitLab}.
 */
@NullMarked
package dev.issuelink.testkit.gitlab;

import org.jspecify.annotations.NullMarked;
