package dev.issuelink.testkit.jira;

/** A version of a project. */
record Version(long id, String name) {}
