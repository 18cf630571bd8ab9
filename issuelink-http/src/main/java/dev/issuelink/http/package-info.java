/** The REST kernel that providers build on. */
@NullMarked
package dev.issuelink.http;

import org.jspecify.annotations.NullMarked;
