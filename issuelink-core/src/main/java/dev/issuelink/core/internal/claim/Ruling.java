package dev.issuelink.core.internal.claim;

import dev.issuelink.Verdict;

/** What an event comes to, and why, in words without anything of its texts. */
public record Ruling(Verdict verdict, String reason) {}
