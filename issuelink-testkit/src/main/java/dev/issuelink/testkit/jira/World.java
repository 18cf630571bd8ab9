package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All that the fake knows, and the one lock that guards it. */
final class World {

    /** Where Jira and its users live: not in UTC, as times in queries show. */
    static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    static final String CLOUD_ID = "11223344-a1b2-3b33-c444-def123456789";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
            .withZone(ZONE);
    private static final long FIRST_ID = 10_000;

    final Clock clock;
    final String version;
    final int pageSize;
    final Map<String, Account> accounts = new LinkedHashMap<>();
    final Map<String, Project> projects = new LinkedHashMap<>();
    final Map<Long, Issue> issues = new TreeMap<>();
    final Map<String, Long> keys = new LinkedHashMap<>();
    final Credentials credentials = new Credentials();
    final Index index;
    final FakeWebhooks webhooks;
    private final boolean cloud;
    private final AtomicLong lastId = new AtomicLong(FIRST_ID);
    private String siteUrl = "";

    World(Clock clock, boolean cloud, String version, int pageSize, Duration searchLag) {
        this.clock = clock;
        this.cloud = cloud;
        this.version = version;
        this.pageSize = pageSize;
        this.index = new Index(this, searchLag);
        this.webhooks = new FakeWebhooks(this);
    }

    boolean cloud() {
        return cloud;
    }

    synchronized <T> T locked(Supplier<T> work) {
        return work.get();
    }

    void listening(String url) {
        siteUrl = url;
    }

    String siteUrl() {
        return siteUrl;
    }

    String restUrl() {
        return siteUrl + "/rest/api/2";
    }

    Instant now() {
        return clock.instant();
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    Account account(String name) {
        var account = accounts.get(name);
        if (account != null) {
            return account;
        }
        var number = String.format(Locale.ROOT, "%012d", accounts.size() + 1);
        var made = new Account(
                cloud ? "712020:00000000-0000-4000-8000-" + number : "JIRAUSER" + (10_100 + accounts.size()),
                name,
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Person");
        accounts.put(name, made);
        return made;
    }

    /** Somebody by what writes and queries name them. */
    Optional<Account> named(@Nullable Object name) {
        return accounts.values().stream()
                .filter(account -> (cloud ? account.id() : account.name()).equals(name))
                .findFirst();
    }

    Optional<Project> project(String idOrKey) {
        return projects.values().stream()
                .filter(project ->
                        project.key.equals(idOrKey) || Long.toString(project.id).equals(idOrKey))
                .findFirst();
    }

    /** An issue by its id, or by a key that it has or had. */
    Optional<Issue> issue(String idOrKey) {
        if (idOrKey.matches("\\d{1,18}")) {
            return Optional.ofNullable(issues.get(Long.valueOf(idOrKey)));
        }
        return Optional.ofNullable(keys.get(idOrKey.toUpperCase(Locale.ROOT))).map(issues::get);
    }

    Issue open(Project project, String type, String summary, Account creator) {
        var key = project.key + "-" + project.lastNumber.incrementAndGet();
        return put(new Issue(nextId(), project, key, type, summary, creator, now()));
    }

    /** Takes in an issue that brings its number and its time along. */
    Issue open(Project project, int number, String summary, Account creator, Instant created) {
        var key = project.key + "-" + number;
        if (keys.containsKey(key)) {
            throw new IllegalArgumentException("The key " + key + " is already in use.");
        }
        project.lastNumber.accumulateAndGet(number, Math::max);
        return put(new Issue(nextId(), project, key, "Task", summary, creator, created));
    }

    private Issue put(Issue issue) {
        issues.put(issue.id, issue);
        keys.put(issue.key, issue.id);
        return issue;
    }

    /** Something of an issue changed. */
    void touch(Issue issue) {
        issue.updated = now();
        index.changed(issue);
    }

    void remove(Issue issue) {
        issues.remove(issue.id);
        index.removed(issue);
    }

    /** Moves an issue along a transition. */
    void enter(Issue issue, Status status, @Nullable String resolution) {
        if (!issue.status.category().equals(status.category())) {
            issue.categoryChanged = now();
        }
        issue.status = status;
        if (!status.done()) {
            issue.resolution = null;
            issue.resolved = null;
        } else if (issue.resolution == null || resolution != null) {
            issue.resolution = resolution == null ? "Done" : resolution;
            issue.resolved = now();
        }
    }

    static Map<String, @Nullable Object> change(String field, @Nullable Object from, @Nullable Object to) {
        return Json.object(
                "field",
                field,
                "fieldtype",
                "jira",
                "fieldId",
                field,
                "from",
                null,
                "fromString",
                from,
                "to",
                null,
                "toString",
                to);
    }

    static List<Map<String, @Nullable Object>> changes(Map<String, @Nullable Object> change) {
        var changes = new ArrayList<Map<String, @Nullable Object>>();
        changes.add(change);
        return changes;
    }
}
