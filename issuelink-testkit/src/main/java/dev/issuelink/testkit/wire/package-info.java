/** What the fakes share: JSON, requests and answers, and the server that carries them. Not for users. */
@NullMarked
package dev.issuelink.testkit.wire;

import org.jspecify.annotations.NullMarked;
