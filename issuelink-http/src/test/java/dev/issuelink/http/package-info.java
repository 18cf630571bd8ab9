/** Tests of the HTTP kernel, over real loopback. */
@NullMarked
package dev.issuelink.http;

import org.jspecify.annotations.NullMarked;
