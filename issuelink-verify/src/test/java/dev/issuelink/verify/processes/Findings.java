package dev.issuelink.verify.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.IssueReference;
import dev.issuelink.store.AuditEntry;
import dev.issuelink.store.IssueLinkStores;
import dev.issuelink.store.IssueSnapshot;
import dev.issuelink.store.OutboxEntry;
import dev.issuelink.testkit.github.FakeIssue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is found when all processes have ended: at the tracker, and in the store. */
final class Findings {
    private static final int ALL = 1_000_000;
    private static final Pattern MARKER = Pattern.compile("<!-- issuelink:([A-Za-z0-9_-]+) -->");

    private final Stage stage;
    private final List<OutboxEntry> done;
    private final List<OutboxEntry> stuck;
    private final List<IssueLink> links;
    private final List<AuditEntry> trail;
    private final Map<IssueKey, IssueReference> seen = new HashMap<>();

    /** Reads the store. */
    Findings(Stage stage) {
        this.stage = stage;
        try (var stores = Assembly.open(stage.store())) {
            this.done = writes(stores, OutboxEntry.State.DONE);
            this.stuck = Stream.of(OutboxEntry.State.PENDING, OutboxEntry.State.CLAIMED, OutboxEntry.State.FAILED)
                    .flatMap(state -> writes(stores, state).stream())
                    .toList();
            this.links = stores.inTransaction(transaction -> transaction.links().findAfter(null, ALL));
            this.trail = stores.inTransaction(transaction -> transaction.audit().read(0, ALL));
            links.forEach(link -> stores.inTransaction(
                            transaction -> transaction.snapshots().find(link.issue()))
                    .map(IssueSnapshot::reference)
                    .ifPresent(reference -> seen.put(link.issue(), reference)));
        }
    }

    private static List<OutboxEntry> writes(IssueLinkStores stores, OutboxEntry.State state) {
        return stores.inTransaction(transaction -> transaction.outbox().findByState(state, ALL));
    }

    int issues() {
        return (int) stage.issues().count();
    }

    int links() {
        return links.size();
    }

    /** The writes that were carried out, in the order in which they were wanted. */
    List<OutboxEntry> done() {
        return done;
    }

    /** How many writes were claimed more than once, most of them since a process died on them. */
    int repeated() {
        return (int) done.stream().filter(entry -> entry.attempts() > 1).count();
    }

    /** Every problem that was told of has one issue and one link, and there is nothing else. */
    void assertOneIssueAndLinkEach(int tables) {
        assertThat(stage.issues().map(issue -> Script.number(issue.now().title())))
                .as("the tables with issues")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, tables).boxed().toList());
        assertThat(links)
                .extracting(link -> link.object().key().qualifiedName())
                .as("the tables with links")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, tables).mapToObj(Host::table).toList());
        assertThat(links)
                .extracting(IssueLink::issue)
                .as("the issues with links")
                .containsExactlyInAnyOrderElementsOf(at().keySet());
    }

    private Map<IssueKey, FakeIssue> at() {
        var found = new HashMap<IssueKey, FakeIssue>();
        for (var tracker = 0; tracker < stage.repositories.size(); tracker++) {
            for (var issue : stage.repositories.get(tracker).issues()) {
                found.put(new IssueKey(Setting.name(tracker), Long.toString(issue.id())), issue);
            }
        }
        return found;
    }

    /** The audit trail is one chain. */
    void assertTrail() {
        @Nullable AuditEntry previous = null;
        for (var entry : trail) {
            assertThat(entry.follows(previous))
                    .as("%s follows %s", entry, previous)
                    .isTrue();
            previous = entry;
        }
    }

    /** Nothing waits, is held or was given up. */
    void assertNothingIsStuck() {
        assertThat(stuck).as("writes that did not come to their end").isEmpty();
    }

    /** Each issue and comment that we wanted was written once. */
    void assertEachMarkerOnce() {
        assertThat(markers(
                        stage.issues().map(issue -> String.valueOf(issue.now().body()))))
                .as("markers of issues")
                .containsExactlyInAnyOrderElementsOf(ids("CREATE_ISSUE"));
        assertThat(markers(stage.issues().flatMap(issue -> issue.now().comments().stream())))
                .as("markers of comments")
                .containsExactlyInAnyOrderElementsOf(ids("ADD_COMMENT"));
    }

    private List<String> ids(String operation) {
        return done.stream()
                .filter(entry -> entry.operation().equals(operation))
                .map(OutboxEntry::id)
                .toList();
    }

    private static List<String> markers(Stream<String> texts) {
        return texts.flatMap(text -> MARKER.matcher(text).results())
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    /** Each edit of a title arrived, in its order, and none came again after a later one. */
    void assertEditsInOrder(Map<Integer, Integer> edits) {
        var titles = new HashMap<Integer, List<String>>();
        stage.sent().stream()
                .filter(sent -> sent.method().equals("PATCH") && !sent.key().isEmpty())
                .forEach(sent -> {
                    var all = titles.computeIfAbsent(Script.number(sent.key()), number -> new ArrayList<>());
                    if (all.isEmpty() || !all.get(all.size() - 1).equals(sent.key())) {
                        all.add(sent.key());
                    }
                });
        var expected = new HashMap<Integer, List<String>>();
        edits.forEach((number, last) -> expected.put(
                number,
                IntStream.rangeClosed(1, last)
                        .mapToObj(edit -> Host.title(number, edit))
                        .toList()));
        assertThat(titles).isEqualTo(expected);
    }

    /** What the store knows of each issue is what the tracker says. */
    void assertInStep() {
        at().forEach((key, issue) -> {
            var now = issue.now();
            var known = seen.get(key);
            assertThat(known).as("what is known of %s", now.title()).isNotNull();
            assertThat(known.title()).contains(now.title());
            assertThat(known.labels()).containsExactlyInAnyOrderElementsOf(now.labels());
            assertThat(known.status().orElseThrow().isDone())
                    .as("whether %s is closed", now.title())
                    .isEqualTo(!now.open());
        });
    }
}
