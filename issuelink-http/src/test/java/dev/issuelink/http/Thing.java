package dev.issuelink.http;

import org.jspecify.annotations.Nullable;

/** What the tests read. */
record Thing(long id, @Nullable String title, @Nullable String htmlUrl) {}
