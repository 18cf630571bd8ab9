package dev.issuelink.verify.processes;

import dev.issuelink.SyncRequest;
import dev.issuelink.core.IssueLinkEngine;
import dev.issuelink.error.TrackerException;
import dev.issuelink.event.DatabaseEvent;
import dev.issuelink.event.EventAttributes;
import dev.issuelink.event.EventType;
import dev.issuelink.model.IssueChanges;
import dev.issuelink.model.ObjectReference;
import dev.issuelink.model.ObjectType;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.store.StoreTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a process does: it carries orders out with its engine. Each may be given again to another process. */
final class Host implements AutoCloseable {
    static final String DONE = "done";
    static final String NOTHING = "nothing";
    static final String BUSY = "busy";
    static final String QUIET = "quiet";

    private final IssueLinkStores stores;
    private final IssueLinkEngine engine;
    private final int trackers;

    private Host(IssueLinkStores stores, IssueLinkEngine engine, int trackers) {
        this.stores = stores;
        this.engine = engine;
        this.trackers = trackers;
    }

    /** Starts an engine, whose claims and writes are told of as they come. */
    static Host open(Setting setting, Consumer<String> teller) {
        var assembly = new Assembly(setting, teller);
        return new Host(assembly.stores(), assembly.start(), setting.trackers());
    }

    /** The name of a table, by which its issue is known. */
    static String table(int number) {
        return "table_" + number;
    }

    /** Tells of a problem of a table. The same words tell of the same event. */
    static String publish(int number, int occurrence, Instant at) {
        return "publish " + number + " " + occurrence + " " + at.toEpochMilli();
    }

    /** Changes the title of a table's issue, if it has one. */
    static String edit(int number, int edit) {
        return "edit " + number + " " + edit;
    }

    /** The title that an edit gives. */
    static String title(int number, int edit) {
        return table(number) + " drifted, edit " + edit;
    }

    /** Reads what changed in a tracker. */
    static String sync(int tracker) {
        return "sync " + tracker;
    }

    /** Hands in what a tracker delivers. */
    static String deliver(int tracker, Map<String, String> headers, byte[] body) {
        var lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return "deliver " + tracker + " " + encode(lines.toString().getBytes(StandardCharsets.UTF_8)) + " "
                + encode(body);
    }

    /** Asks whether anything is left to be done. */
    static String rest() {
        return "rest";
    }

    /** Checks the audit trail, and says how long it is. */
    static String verify() {
        return "verify";
    }

    String answer(String order) {
        var words = order.split(" ", -1);
        return switch (words[0]) {
            case "publish" -> published(number(words[1]), number(words[2]), Long.parseLong(words[3]));
            case "edit" -> edited(number(words[1]), number(words[2]));
            case "sync" -> synchronised(number(words[1]));
            case "deliver" -> delivered(number(words[1]), decode(words[2]), decode(words[3]));
            case "rest" -> stores.inTransaction(Host::left);
            case "verify" -> verified();
            default -> throw new IllegalArgumentException(order);
        };
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }

    private String published(int number, int occurrence, long at) {
        var attributes = Map.of("environment", Map.of("name", "env" + number % trackers), "number", occurrence);
        var event = new DatabaseEvent(
                EventType.DRIFT_DETECTED, object(number), EventAttributes.of(attributes), Instant.ofEpochMilli(at));
        engine.manager().publish(event);
        return DONE;
    }

    private String edited(int number, int edit) {
        var issues = engine.manager().getLinkedIssues(object(number));
        if (issues.isEmpty()) {
            return NOTHING;
        }
        var changes = IssueChanges.builder().title(title(number, edit)).build();
        engine.manager().updateIssue(issues.get(0), changes);
        return DONE;
    }

    private static ObjectReference object(int number) {
        return ObjectReference.of(ObjectType.TABLE, table(number));
    }

    private String synchronised(int tracker) {
        try {
            var report = engine.manager().sync(SyncRequest.of(Setting.name(tracker)));
            return report.issuesChanged() == 0 && report.linksCreated() == 0 && report.complete() ? QUIET : DONE;
        } catch (IllegalStateException running) {
            return BUSY;
        } catch (TrackerException failure) {
            return BUSY + " " + failure.code();
        }
    }

    private String delivered(int tracker, byte[] headers, byte[] body) {
        var given = new TreeMap<String, List<String>>();
        new String(headers, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(": ", 2))
                .forEach(parts -> given.put(parts[0], List.of(parts[1])));
        return engine.webhooks()
                .receive(Setting.name(tracker), WebhookRequest.of(given, body))
                .outcome()
                .name();
    }

    /** How much is left to be done in a store. */
    static String left(StoreTransaction transaction) {
        var writes = Stream.of(OutboxEntry.State.PENDING, OutboxEntry.State.CLAIMED)
                .mapToInt(
                        state -> transaction.outbox().findByState(state, 10_000).size())
                .sum();
        var isQuiet = writes == 0
                && transaction.inbox().untilNextDue().isEmpty()
                && transaction.fingerprints().nextDue().isEmpty();
        return isQuiet ? QUIET : writes + " writes";
    }

    private String verified() {
        var verification = engine.audit().verify();
        return (verification.intact() ? "intact " : "broken ") + verification.entries();
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decode(String word) {
        return Base64.getDecoder().decode(word);
    }

    @Override
    public void close() {
        engine.close();
        stores.close();
    }
}
