package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import dev.issuelink.model.IssueLink;
import dev.issuelink.model.ObjectKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Links in memory, indexed by id, pair, object and issue. */
final class InMemoryLinkStore implements LinkStore {
    private static final Comparator<IssueLink> OLDEST_FIRST =
            Comparator.comparing(IssueLink::createdAt).thenComparing(IssueLink::id);

    private record Pair(ObjectKey object, IssueKey issue) {
        static Pair of(IssueLink link) {
            return new Pair(link.object().key(), link.issue());
        }
    }

    static final class Rows {
        private final NavigableMap<String, IssueLink> byId = new TreeMap<>();
        private final Map<Pair, IssueLink> byPair = new HashMap<>();
        private final Index<ObjectKey, IssueLink> byObject = new Index<>(OLDEST_FIRST);
        private final Index<IssueKey, IssueLink> byIssue = new Index<>(OLDEST_FIRST);
    }

    private final Session session;
    private final Rows rows;

    InMemoryLinkStore(Session session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    @Override
    public boolean saveIfAbsent(IssueLink link) {
        session.check();
        if (rows.byPair.containsKey(Pair.of(link))) {
            return false;
        }
        if (rows.byId.containsKey(link.id())) {
            throw new IllegalArgumentException("There is a link with the id " + link.id() + " already");
        }
        insert(link);
        return true;
    }

    @Override
    public Optional<IssueLink> find(String id) {
        session.check();
        return Optional.ofNullable(rows.byId.get(id));
    }

    @Override
    public Optional<IssueLink> find(ObjectKey object, IssueKey issue) {
        session.check();
        return Optional.ofNullable(rows.byPair.get(new Pair(object, issue)));
    }

    @Override
    public List<IssueLink> findByObject(ObjectKey object) {
        session.check();
        return rows.byObject.get(object);
    }

    @Override
    public List<IssueLink> findByIssue(IssueKey issue) {
        session.check();
        return rows.byIssue.get(issue);
    }

    @Override
    public List<IssueLink> findAfter(@Nullable String afterId, int limit) {
        session.check();
        Limits.check(limit);
        var rest = afterId == null ? rows.byId : rows.byId.tailMap(afterId, false);
        return rest.values().stream().limit(limit).toList();
    }

    @Override
    public boolean remove(String id) {
        session.check();
        var link = rows.byId.get(id);
        if (link != null) {
            delete(link);
        }
        return link != null;
    }

    @Override
    public void moveIssue(IssueKey from, IssueKey to) {
        session.check();
        if (from.equals(to)) {
            return;
        }
        for (var link : rows.byIssue.get(from)) {
            delete(link);
            saveIfAbsent(link.toBuilder(to).build());
        }
    }

    private void insert(IssueLink link) {
        session.put(rows.byId, link.id(), link);
        session.put(rows.byPair, Pair.of(link), link);
        rows.byObject.add(session, link.object().key(), link);
        rows.byIssue.add(session, link.issue(), link);
    }

    private void delete(IssueLink link) {
        session.remove(rows.byId, link.id());
        session.remove(rows.byPair, Pair.of(link));
        rows.byObject.remove(session, link.object().key(), link);
        rows.byIssue.remove(session, link.issue(), link);
    }
}
