package dev.issuelink.verify.processes;

import java.time.Duration;
import java.util.List;

/**
 * What a process is started with.
 *
 * @param store the path of an SQLite file, or the address of a PostgreSQL database as JDBC has it
 * @param tracker the base address of the tracker's API
 * @param token the credential
 * @param trackers how many trackers are configured, one for each repository
 * @param workers how many threads carry writes out
 * @param lease after what time the work of a dead process is taken over
 */
record Setting(String store, String tracker, String token, int trackers, int workers, Duration lease) {
    static final String OWNER = "acme";
    static final String HOOK_SECRET = "hook-secret-of-the-processes";

    static String repository(int tracker) {
        return "shop-" + tracker;
    }

    static String name(int tracker) {
        return "Code " + tracker;
    }

    boolean isFile() {
        return !store.startsWith("jdbc:");
    }

    List<String> arguments() {
        return List.of(
                store,
                tracker,
                token,
                Integer.toString(trackers),
                Integer.toString(workers),
                Long.toString(lease.toMillis()));
    }

    static Setting of(String... arguments) {
        return new Setting(
                arguments[0],
                arguments[1],
                arguments[2],
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Duration.ofMillis(Long.parseLong(arguments[5])));
    }
}
