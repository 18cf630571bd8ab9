/** Tests of engine, adapter and a fake GitHub together. */
@NullMarked
package dev.issuelink.verify.github;

import org.jspecify.annotations.NullMarked;
