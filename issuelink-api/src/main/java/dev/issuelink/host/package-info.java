/** What a host may implement: listeners, secret resolvers, redaction, access policy, its catalog of objects. */
@NullMarked
package dev.issuelink.host;

import org.jspecify.annotations.NullMarked;
