package dev.issuelink.testkit.gitlab;

/** A label of a project. */
record Label(long id, String name, String color, String description) {}
