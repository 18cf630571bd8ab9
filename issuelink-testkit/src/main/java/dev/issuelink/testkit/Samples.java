package dev.issuelink.testkit;

import dev.issuelink.model.IssueDraft;
import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.model.Marker;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.store.AuditRecord;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.store.InboxEntry;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Values that are good enough where a test needs any. Equal arguments give equal values. */
public final class Samples {
    /** The tracker that samples speak of. */
    public static final String TRACKER = "Tracker";

    private Samples() {}

    /**
     * A table.
     *
     * @param name its name in the schema {@code sales} of the database {@code shop}
     * @return the object
     */
    public static ObjectReference table(String name) {
        return ObjectReference.builder(ObjectType.TABLE, name)
                .database("shop")
                .schema("sales")
                .build();
    }

    /**
     * What an issue should say.
     *
     * @param title its title
     * @return a draft with a description and one label
     */
    public static IssueDraft draft(String title) {
        return IssueDraft.builder(title)
                .body("About **" + title + "**.")
                .labels(List.of("database"))
                .build();
    }

    /**
     * A marker.
     *
     * @param number any number that is not negative; others give other markers
     * @return the marker
     */
    public static Marker marker(long number) {
        return new Marker("sample-%08d".formatted(number));
    }

    /**
     * The identity of an issue of {@link #TRACKER}.
     *
     * @param id the id
     * @return the key
     */
    public static IssueKey issueKey(String id) {
        return new IssueKey(TRACKER, id);
    }

    /**
     * A reference to an issue of {@link #TRACKER}.
     *
     * @param id its id
     * @return the reference
     */
    public static IssueReference issueReference(String id) {
        return IssueReference.builder(
                        issueKey(id), "in-memory", "acme/app", "#" + id, URI.create("https://tracker.example/" + id))
                .title("Issue " + id)
                .build();
    }

    /**
     * A link between a table and an issue.
     *
     * @param id the link's id
     * @param table the table's name
     * @param issue the issue's id
     * @return the link
     */
    public static IssueLink link(String id, String table, String issue) {
        return IssueLink.builder(id, table(table), issueKey(issue))
                .createdBy("alice")
                .createdAt(MutableClock.START)
                .build();
    }

    /**
     * A snapshot of an issue.
     *
     * @param id the issue's id
     * @param document what was seen
     * @return the snapshot
     */
    public static IssueSnapshot snapshot(String id, String document) {
        return new IssueSnapshot(issueReference(id), document, MutableClock.START, false);
    }

    /**
     * A write that is wanted.
     *
     * @param id its id
     * @param target what it writes to
     * @return a pending entry
     */
    public static OutboxEntry write(String id, String target) {
        return OutboxEntry.pending(
                id,
                TRACKER,
                target,
                "CREATE_ISSUE",
                new Marker("marker-of-" + id),
                "payload of " + id,
                "alice",
                MutableClock.START);
    }

    /**
     * A notice that was received.
     *
     * @param tracker the configured name of the tracker
     * @param deliveryId the delivery's id
     * @return a pending entry
     */
    public static InboxEntry notice(String tracker, String deliveryId) {
        var payload = ("payload of " + deliveryId).getBytes(StandardCharsets.UTF_8);
        return InboxEntry.pending(tracker, deliveryId, "issues", payload, MutableClock.START);
    }

    /**
     * Something worth remembering.
     *
     * @param subject to what it happened
     * @return the record
     */
    public static AuditRecord auditRecord(String subject) {
        return new AuditRecord(MutableClock.START, "alice", "issue.created", subject, Map.of("tracker", TRACKER));
    }

    /**
     * A claim of a fingerprint whose issue is not open yet.
     *
     * @param fingerprint the fingerprint
     * @return the claim, by {@code Rule} for {@code W1}
     */
    public static FingerprintClaim claim(String fingerprint) {
        return FingerprintClaim.of(fingerprint, "Rule", "W1", MutableClock.START, "first");
    }
}
