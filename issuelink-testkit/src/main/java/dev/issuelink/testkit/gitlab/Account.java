package dev.issuelink.testkit.gitlab;

/** A user, or the bot of a project's or group's token. */
record Account(long id, String username, String name) {}
