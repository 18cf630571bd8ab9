/**
 * A stateful fake of GitHub's REST API and webhooks that speaks real HTTP on the loopback address.
 * Start at {@link dev.issuelink.testkit.github.FakeGitHub}.
 */
@NullMarked
package dev.issuelink.testkit.github;

import org.jspecify.annotations.NullMarked;
