package dev.issuelink.jdbc;

/** Says what time it is for leases, delays and budgets. In use it is the database's clock that all nodes share. */
@FunctionalInterface
interface StoreClock {
    /** Nanoseconds since 1970 in UTC. */
    long now(Session session);

    static StoreClock of(Dialect dialect) {
        return session -> session.first(dialect.now(), row -> row.number("now"))
                .orElseThrow(() -> new IllegalStateException("The database does not tell the time"));
    }
}
