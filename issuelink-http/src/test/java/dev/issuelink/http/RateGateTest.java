package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static dev.issuelink.http.Failing.get;
import static dev.issuelink.http.Failing.patch;
import static dev.issuelink.http.Failing.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that fit are waited for on the engine's clock; others are refused at once, and nothing is sent. */
class RateGateTest {
    private static final HttpOptions UNPACED =
            HttpOptions.defaults().betweenWrites(Duration.ZERO).betweenSearches(Duration.ZERO);
    private final TestContext context = new TestContext();
    private final AtomicInteger attempts = new AtomicInteger();

    private TrackerHttp http(Loopback server, HttpOptions options) {
        return TrackerHttp.builder(context, server.url())
                .rateLimitReader(new GitHubLikeLimits())
                .options(options)
                .build();
    }

    private static String reset(Duration in) {
        return "x-ratelimit-reset: " + TestContext.START.plus(in).getEpochSecond();
    }

    private Loopback refusingOnce(int status, String body, String... headers) {
        return new Loopback((request, wire) -> {
            if (attempts.incrementAndGet() == 1) {
                wire.reply(status, body, headers);
            } else {
                wire.json("{\"id\":1}");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 20", "Retry-After: Thu, 01 Jan 2026 00:00:20 GMT"})
    void aRefusedWriteIsRepeatedWhenTheTrackerSays(String header) throws Exception {
        for (var status : List.of(403, 429)) {
            attempts.set(0);
            var fresh = new TestContext();
            try (var server = refusingOnce(status, "{}", header)) {
                var http = TrackerHttp.builder(fresh, server.url())
                        .rateLimitReader(new GitHubLikeLimits())
                        .build();
                assertThat(http.send(post(), Thing.class).status()).isEqualTo(200);
                assertThat(fresh.clock().instant()).isEqualTo(TestContext.START.plusSeconds(20));
                assertThat(server.requests()).hasSize(2);
            }
        }
    }

    @Test
    void aPrimaryLimitClosesItsResourceOnly() throws Exception {
        try (var server = refusingOnce(
                403,
                "{\"message\":\"API rate limit exceeded\"}",
                "x-ratelimit-remaining: 0",
                reset(Duration.ofHours(1)))) {
            var http = http(server, UNPACED);
            var error = failure(() -> http.send(post(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(error.retryAt()).contains(TestContext.START.plusSeconds(3601));
            var again = failure(() -> http.send(get(), Thing.class));
            assertThat(again.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(again.retryAt()).contains(TestContext.START.plusSeconds(3601));
            assertThat(server.requests()).hasSize(1);
            var search = HttpCall.get("search").path("x").resource("search").build();
            assertThat(http.send(search, Thing.class).status()).isEqualTo(200);
            context.pass(Duration.ofSeconds(3601));
            assertThat(http.send(get(), Thing.class).status()).isEqualTo(200);
            assertThat(context.slept()).isEmpty();
        }
    }

    @Test
    void aUsedUpBudgetIsNotOverdrawn() throws Exception {
        try (var server = new Loopback((request, wire) ->
                wire.json("{\"id\":1}", "x-ratelimit-remaining: 0", reset(Duration.ofSeconds(30))))) {
            var http = http(server, UNPACED);
            http.send(get(), Thing.class);
            http.send(get(), Thing.class);
            assertThat(context.slept()).containsExactly(Duration.ofSeconds(31));
        }
    }

    @Test
    void aSecondaryLimitWithoutHeadersClosesTheTrackerForAMinuteThenTwo() throws Exception {
        try (var server = new Loopback(
                (request, wire) -> wire.reply(403, "{\"message\":\"You have exceeded a secondary rate limit.\"}"))) {
            var http = http(server, UNPACED);
            var first = failure(() -> http.send(post(), Thing.class));
            assertThat(first.code()).isEqualTo(ErrorCode.RATE_LIMITED);
            assertThat(first.retryAt()).contains(TestContext.START.plusSeconds(60));
            var search = HttpCall.get("search").path("x").resource("search").build();
            assertThat(failure(() -> http.send(search)).retryAt()).contains(TestContext.START.plusSeconds(60));
            assertThat(server.requests()).hasSize(1);
            context.pass(Duration.ofSeconds(60));
            assertThat(failure(() -> http.send(get())).retryAt()).contains(TestContext.START.plusSeconds(180));
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void noRefusalShutsUsOutForGood() throws Exception {
        try (var server = refusingOnce(429, "", "Retry-After: 999999999")) {
            assertThat(failure(() -> http(server, UNPACED).send(get())).retryAt())
                    .contains(TestContext.START.plus(Duration.ofHours(24)));
        }
    }

    @Test
    void aForbiddenCallIsNotALimit() throws Exception {
        try (var server = refusingOnce(403, "{\"message\":\"Resource not accessible\"}")) {
            assertThat(failure(() -> http(server, UNPACED).send(get())).code()).isEqualTo(ErrorCode.PERMISSION);
        }
    }

    @Test
    void writesAndSearchesKeepTheirDistance() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            var http = http(server, HttpOptions.defaults());
            http.send(patch());
            http.send(patch());
            http.send(get());
            assertThat(context.slept()).containsExactly(Duration.ofSeconds(1));
            var search = HttpCall.get("search").path("x").resource("search").build();
            http.send(search);
            http.send(search);
            assertThat(context.slept()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
    }

    @Test
    void noMoreCallsAreUnderWayThanAllowed() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(3);
        try (var server = new Loopback((request, wire) -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            full.countDown();
            full.await();
            inside.decrementAndGet();
            wire.json("{}");
        })) {
            var http = http(server, UNPACED.concurrency(3));
            inThreads(12, () -> http.send(get()));
            assertThat(most.get()).isEqualTo(3);
            assertThat(server.requests()).hasSize(12);
        }
    }

    @Test
    void manyThreadsDoNotOverdrawTheLastOfABudget() throws Exception {
        var remaining = new AtomicInteger(6);
        try (var server = new Loopback((request, wire) ->
                wire.json("{}", "x-ratelimit-remaining: " + remaining.decrementAndGet(), reset(Duration.ofHours(1))))) {
            var http = http(server, UNPACED);
            http.send(get());
            var refused = new AtomicInteger();
            inThreads(20, () -> {
                try {
                    http.send(get());
                } catch (dev.issuelink.error.TrackerException limited) {
                    assertThat(limited.code()).isEqualTo(ErrorCode.RATE_LIMITED);
                    refused.incrementAndGet();
                }
            });
            assertThat(server.requests().size()).isLessThanOrEqualTo(6);
            assertThat(refused.get()).isEqualTo(20 - (server.requests().size() - 1));
        }
    }

    private static void inThreads(int count, Runnable work) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (var i = 0; i < count; i++) {
                all.add(threads.submit(work));
            }
            for (var one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClockThatIsSetBackDoesNotStretchThePace() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{\"id\":1}"))) {
            var http = http(server, HttpOptions.defaults());
            http.send(post(), Thing.class);
            context.pass(Duration.ofHours(-2));
            http.send(post(), Thing.class);
            assertThat(context.slept()).containsExactly(Duration.ofSeconds(1));
        }
    }
}
