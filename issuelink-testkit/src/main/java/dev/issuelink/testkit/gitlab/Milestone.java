package dev.issuelink.testkit.gitlab;

/** A milestone of a project. */
record Milestone(long id, int iid, String title) {}
