package dev.issuelink.testkit.gitlab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A webhook of a project, and what became of its deliveries. */
final class Hook {
    static final List<String> SWITCHES = List.of(
            "push_events",
            "tag_push_events",
            "merge_requests_events",
            "issues_events",
            "confidential_issues_events",
            "note_events",
            "confidential_note_events",
            "vulnerability_events");

    private static final int FAILURES_FOR_A_WHILE = 4;
    private static final int FAILURES_FOR_GOOD = 40;
    private static final Duration LONGEST = Duration.ofHours(24);

    final long id;
    final String uuid;
    final Instant createdAt;
    final Map<String, Boolean> switches = new TreeMap<>();
    final List<FakeGitLabDelivery> log = new ArrayList<>();
    final Map<String, String> config = new TreeMap<>();
    final AtomicInteger failures = new AtomicInteger();

    @Nullable
    Instant disabledUntil;

    Hook(long id, String uuid, Instant now) {
        this.id = id;
        this.uuid = uuid;
        this.createdAt = now;
        SWITCHES.forEach(name -> switches.put(name, false));
        // GitLab's own default, which surprises.
        switches.put("push_events", true);
    }

    String url() {
        return config.getOrDefault("url", "");
    }

    String token() {
        return config.getOrDefault("token", "");
    }

    String signingToken() {
        return config.getOrDefault("signing_token", "");
    }

    boolean wants(String event) {
        return switches.getOrDefault(event, false);
    }

    String status(Instant now) {
        if (failures.get() >= FAILURES_FOR_GOOD) {
            return "disabled";
        }
        return disabledUntil != null && now.isBefore(disabledUntil) ? "temporarily_disabled" : "executable";
    }

    /** Four failures in a row switch it off for a minute, each further one for twice as long; forty for good. */
    void answered(int status, Instant now) {
        if (status >= 200 && status < 300) {
            failures.set(0);
            disabledUntil = null;
            return;
        }
        failures.incrementAndGet();
        if (failures.get() >= FAILURES_FOR_A_WHILE) {
            var pause = Duration.ofMinutes(1L << Math.min(failures.get() - FAILURES_FOR_A_WHILE, 11));
            disabledUntil = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }
}
