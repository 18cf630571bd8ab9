package dev.issuelink.testkit.gitlab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that exists, and the one lock under which it is read and changed. */
final class World {
    final Settings settings;
    final Map<Long, Project> projects = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, FakeGitLabToken> tokens = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    // Beyond the range of int, as on GitLab.com.
    private final AtomicLong lastId = new AtomicLong(3_000_000_000L);

    World(Settings settings) {
        this.settings = settings;
    }

    /** What a started fake keeps to. */
    record Settings(
            Clock clock, String version, FakeGitLab.Tier tier, String under, int notesPerMinute, int callsPerMinute) {
        boolean atLeast(int major, int minor) {
            var parts = version.split("[.-]", -1);
            var ours = Integer.parseInt(parts[0]) * 1_000 + Integer.parseInt(parts[1]);
            return ours >= major * 1_000 + minor;
        }

        boolean isFree() {
            return tier == FakeGitLab.Tier.FREE;
        }

        boolean isUltimate() {
            return tier == FakeGitLab.Tier.ULTIMATE;
        }
    }

    <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    void listening(int number) {
        port.complete(number);
    }

    String host() {
        return "http://127.0.0.1:" + port.join();
    }

    String web() {
        return host() + settings.under();
    }

    void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    Instant now() {
        return settings.clock().instant().plus(ahead.get());
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    /** Looks like a UUID and is the same in every run. */
    String uuid() {
        return "00000000-0000-4000-8000-%012d".formatted(nextId());
    }

    Account account(String username) {
        return Objects.requireNonNull(accounts.computeIfAbsent(
                username.toLowerCase(Locale.ROOT), key -> new Account(nextId(), username, username + " by name")));
    }

    @Nullable
    Account knownAccount(String username) {
        return accounts.get(username.toLowerCase(Locale.ROOT));
    }

    @Nullable
    Account account(long id) {
        return accounts.values().stream()
                .filter(account -> account.id() == id)
                .findFirst()
                .orElse(null);
    }

    String issue(FakeGitLabToken token) {
        account(token.username());
        var secret = "glpat-" + "%020d".formatted(nextId());
        tokens.put(secret, token);
        return secret;
    }

    void revoke(String secret) {
        tokens.remove(secret);
    }

    /** The token, or null if it is unknown or has ended. */
    @Nullable
    FakeGitLabToken token(String secret) {
        var token = tokens.get(secret);
        var today = LocalDate.ofInstant(now(), ZoneOffset.UTC);
        return token == null || (token.expiresOn() != null && !today.isBefore(token.expiresOn())) ? null : token;
    }

    Project addProject(String path) {
        if (projects.values().stream().anyMatch(project -> project.path.equals(path))) {
            throw new IllegalArgumentException("There is already a project " + path + ".");
        }
        var project = new Project(nextId(), path);
        projects.put(project.id, project);
        return project;
    }

    /** By number, or by path in any case. */
    @Nullable
    Project project(String id) {
        return projects.values().stream()
                .filter(project -> String.valueOf(project.id).equals(id) || project.path.equalsIgnoreCase(id))
                .findFirst()
                .orElse(null);
    }

    /** A project that had this path before. */
    @Nullable
    Project renamed(String path) {
        return projects.values().stream()
                .filter(project -> project.oldPaths.stream().anyMatch(path::equalsIgnoreCase))
                .findFirst()
                .orElse(null);
    }
}
