package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.github.GitHubTokenCache.Token;
import dev.issuelink.host.Secret;
import dev.issuelink.testkit.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GitHubTokenCacheTest {
    private final MutableClock clock = MutableClock.create();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger mints = new AtomicInteger();
    private final Map<String, String> results = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    @Test
    void allThatWaitGetTheOneToken() throws Exception {
        var cache = cache(this::token);
        startWaiting(cache, 16);
        gate.countDown();
        joinAll();

        assertThat(mints).hasValue(1);
        assertThat(results).hasSize(16).containsValue("token 1").doesNotContainValue("token 2");
    }

    @Test
    void allThatWaitShareTheOneFailure() throws Exception {
        var cache = cache(() -> {
            throw failure(ErrorCode.AUTHENTICATION);
        });
        startWaiting(cache, 16);
        gate.countDown();
        joinAll();

        assertThat(mints).hasValue(1);
        assertThat(results.values()).hasSize(16).containsOnly("AUTHENTICATION");
    }

    @Test
    void afterAFailureTheNextOneTriesAgain() throws Exception {
        var cache = cache(() -> {
            if (mints.get() == 1) {
                throw failure(ErrorCode.UNAVAILABLE);
            }
            return token();
        });
        gate.countDown();
        startWaiting(cache, 1);
        joinAll();
        assertThat(results).containsValue("UNAVAILABLE");

        assertThat(cache.get().reveal()).isEqualTo("token 2");
    }

    @Test
    void aWaitingThreadThatIsInterruptedGivesUpAlone() throws Exception {
        var cache = cache(this::token);
        startWaiting(cache, 3);
        threads.get(2).interrupt();
        threads.get(2).join();
        assertThat(results).containsOnly(Map.entry("t2", "CANCELLED, interrupted"));

        gate.countDown();
        joinAll();
        assertThat(results).containsEntry("t0", "token 1").containsEntry("t1", "token 1");
    }

    @Test
    void whenTheMintingThreadIsCancelledAnotherTakesOver() throws Exception {
        var cache = cache(() -> {
            if (mints.get() == 1) {
                throw failure(ErrorCode.CANCELLED);
            }
            return token();
        });
        startWaiting(cache, 4);
        gate.countDown();
        joinAll();

        assertThat(mints).hasValue(2);
        assertThat(results).containsEntry("t0", "CANCELLED");
        assertThat(results.values()).filteredOn("token 2"::equals).hasSize(3);
    }

    private GitHubTokenCache cache(Supplier<Token> mint) {
        return new GitHubTokenCache("gh", clock, () -> {
            mints.incrementAndGet();
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return mint.get();
        });
    }

    private Token token() {
        return new Token(Secret.of("token " + mints.get()), clock.instant().plus(Duration.ofHours(1)));
    }

    /** Starts the minting thread first and then the others, and returns when all of them wait. */
    private void startWaiting(GitHubTokenCache cache, int count) {
        for (var i = 0; i < count; i++) {
            var name = "t" + i;
            var thread = new Thread(() -> results.put(name, result(cache)), name);
            threads.add(thread);
            thread.start();
            await().pollInterval(Duration.ofMillis(2))
                    .until(() -> gate.getCount() == 0 || thread.getState() == Thread.State.WAITING);
        }
    }

    private static String result(GitHubTokenCache cache) {
        try {
            return cache.get().reveal();
        } catch (TrackerException e) {
            return e.code() + (Thread.currentThread().isInterrupted() ? ", interrupted" : "");
        }
    }

    private void joinAll() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }

    private static TrackerException failure(ErrorCode code) {
        return TrackerException.of(code, "gh", "authenticate").build();
    }
}
