package dev.issuelink.jdbc;

/** What all transactions of the same stores share. */
record Surroundings(Dialect dialect, TableNames names, StoreClock clock, Problems problems) {}
