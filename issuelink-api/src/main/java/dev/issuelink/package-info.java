/** What a host calls: links, writes, synchronisation, inbound webhooks and the audit trail. */
@NullMarked
package dev.issuelink;

import org.jspecify.annotations.NullMarked;
