package dev.issuelink.testkit.jira;

import java.util.List;

/** A way from one status to another, and the fields that its screen wants. */
record Transition(String id, String name, String from, String to, List<String> required) {}
