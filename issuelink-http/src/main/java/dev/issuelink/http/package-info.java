/**
 * What a provider says about its tracker's HTTP API: calls, credentials, and how errors, limits and pages read. The
 * kernel does the rest: retry, rate gate, redirects, conditional requests, decoding and redaction.
 */
@NullMarked
package dev.issuelink.http;

import org.jspecify.annotations.NullMarked;
