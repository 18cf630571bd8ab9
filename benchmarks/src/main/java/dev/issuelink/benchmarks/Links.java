package dev.issuelink.benchmarks;

import dev.issuelink.jdbc.JdbcStores;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The links that are stored: every object has two, and every issue has two. */
final class Links {
    private static final String PREFIX = "link-";
    private static final String TRACKER = "Company Jira";
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AT_ONCE = 10_000;

    private Links() {}

    /** A link of its own for each number, from 0 on. */
    static IssueLink link(long number) {
        var name = "table_" + number / 2;
        var object = ObjectReference.builder(ObjectType.TABLE, name)
                .database("shop")
                .schema("sales")
                .qualifiedName("shop.sales." + name)
                .build();
        return IssueLink.builder(id(number), object, new IssueKey(TRACKER, Long.toString((number + 1) / 2)))
                .createdBy("alice")
                .createdAt(BEGIN.plusSeconds(number))
                .build();
    }

    private static String id(long number) {
        return PREFIX + "%012d".formatted(number);
    }

    /** The number of a link, by its id as the column has it. */
    static long number(byte[] storedId) {
        return Long.parseLong(new String(storedId, StandardCharsets.UTF_8).substring(PREFIX.length()));
    }

    /** The same link as plain code has it. */
    static PlainJdbc.Row row(long number) {
        var link = link(number);
        var object = link.object();
        return new PlainJdbc.Row(
                storedId(number),
                object.type().name(),
                object.database().orElse(null),
                object.schema().orElse(null),
                object.name(),
                object.qualifiedName(),
                null,
                0,
                link.issue().tracker(),
                link.issue().id(),
                link.type().name(),
                link.createdBy(),
                link.createdAt().getEpochSecond() * 1_000_000_000,
                link.direction().name());
    }

    /** The id as its column has it. */
    static byte[] storedId(long number) {
        return id(number).getBytes(StandardCharsets.UTF_8);
    }

    /** Stores the links of all numbers from one on up to another. */
    static void load(JdbcStores stores, long from, long to) {
        for (var begin = from; begin < to; begin += AT_ONCE) {
            var first = begin;
            stores.inTransaction(transaction -> {
                for (var number = first; number < Math.min(first + AT_ONCE, to); number++) {
                    transaction.links().saveIfAbsent(link(number));
                }
                return true;
            });
        }
    }
}
