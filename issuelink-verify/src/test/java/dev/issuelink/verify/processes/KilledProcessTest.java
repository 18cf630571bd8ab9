package dev.issuelink.verify.processes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process is killed at any moment and started again, many times: every event that was taken in has one issue and one
 * link, nothing is written twice, and nothing is left behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("issuelink.kills", 200);
    private static final long SEED = Long.getLong("issuelink.seed", System.nanoTime());

    private final ExecutorService runs = Executors.newFixedThreadPool(Kind.values().length);
    private Map<Kind, Future<Boolean>> results = Map.of();

    // Both at once, since each is busy with one process at a time.
    @BeforeAll
    void begin(@TempDir Path folder) {
        results = Arrays.stream(Kind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> runs.submit(run(kind, folder))));
    }

    private static Callable<Boolean> run(Kind kind, Path folder) {
        return () -> {
            var own = java.nio.file.Files.createDirectory(folder.resolve(kind.name()));
            kind.require();
            new CrashRun(kind, own, KILLS, SEED + kind.ordinal()).run();
            return true;
        };
    }

    @AfterAll
    void end() {
        runs.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void everyEventHasOneIssueAndOneLink(Kind kind) throws Throwable {
        try {
            results.get(kind).get();
        } catch (ExecutionException failure) {
            throw failure.getCause();
        }
    }
}
