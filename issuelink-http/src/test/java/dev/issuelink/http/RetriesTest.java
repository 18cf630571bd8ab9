package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static dev.issuelink.http.Failing.get;
import static dev.issuelink.http.Failing.patch;
import static dev.issuelink.http.Failing.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is repeated, and what is said of a write that may have left. */
class RetriesTest {
    private static final HttpOptions UNPACED = HttpOptions.defaults().betweenWrites(Duration.ZERO);
    private final TestContext context = new TestContext();
    private final AtomicInteger attempts = new AtomicInteger();

    /** How an attempt fails after the request has left. */
    enum Fault {
        RESET_BEFORE_ANSWER,
        CLOSE_BEFORE_ANSWER,
        RESET_IN_BODY,
        SHORT_BODY,
        TRUNCATED_JSON,
        BAD_GATEWAY,
        UNAVAILABLE,
        SERVER_ERROR;

        void happen(Loopback.Wire wire) throws IOException {
            switch (this) {
                case RESET_BEFORE_ANSWER -> wire.reset();
                case CLOSE_BEFORE_ANSWER -> wire.close();
                case RESET_IN_BODY -> {
                    wire.raw("HTTP/1.1 200 x\r\nContent-Length: 500\r\n\r\n{\"id\":");
                    wire.reset();
                }
                case SHORT_BODY -> {
                    wire.raw("HTTP/1.1 200 x\r\nContent-Length: 500\r\n\r\n{\"id\":1");
                    wire.close();
                }
                case TRUNCATED_JSON -> wire.json("{\"id\":1");
                case BAD_GATEWAY -> wire.reply(502, "<html>", "Content-Type: text/html");
                case UNAVAILABLE -> wire.reply(503, "");
                default -> wire.reply(500, "{}");
            }
        }
    }

    private TrackerHttp http(URI url) {
        return TrackerHttp.builder(context, url).options(UNPACED).build();
    }

    private Loopback failingTimes(int times, Fault fault) {
        return new Loopback((request, wire) -> {
            if (attempts.incrementAndGet() <= times) {
                fault.happen(wire);
            } else {
                wire.json("{\"id\":7}");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsAndRepeatableWritesAreRepeated(Fault fault) throws Exception {
        try (var server = failingTimes(2, fault)) {
            var http = http(server.url());
            assertThat(http.send(patch(), Thing.class).body().orElseThrow().id())
                    .isEqualTo(7);
            assertThat(server.requests()).hasSize(3);
            assertThat(context.slept()).hasSize(2);
            assertThat(context.slept().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
            assertThat(context.slept().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
            attempts.set(0);
            // The JDK repeats a GET by itself if a connection ends without a word, so the waits are not counted here.
            assertThat(http.send(get(), Thing.class).status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPostThatMayHaveLeftIsNeverRepeated(Fault fault) throws Exception {
        try (var server = failingTimes(1, fault)) {
            var error = failure(() -> http(server.url()).send(post(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(error.retryable()).isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWriteWhoseLastAttemptIsInDoubtIsUnknownAndAReadIsNot(Fault fault) throws Exception {
        try (var server = failingTimes(99, fault)) {
            var http = http(server.url());
            assertThat(failure(() -> http.send(patch(), Thing.class)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(server.requests()).hasSize(3);
            var read = failure(() -> http.send(get(), Thing.class));
            assertThat(read.code()).isIn(ErrorCode.UNAVAILABLE, ErrorCode.PROTOCOL);
            assertThat(read.retryable()).isTrue();
        }
    }

    @Test
    void aRepeatablePostIsRepeated() throws Exception {
        try (var server = failingTimes(1, Fault.UNAVAILABLE)) {
            var http = http(server.url());
            var query = HttpCall.post("query").path("graphql").readOnly().build();
            assertThat(http.send(query, Thing.class).status()).isEqualTo(200);
            attempts.set(0);
            var marked = HttpCall.post("createThing").path("x").repeatable(true).build();
            assertThat(http.send(marked, Thing.class).status()).isEqualTo(200);
        }
    }

    @Test
    void anUnreachableTrackerIsUnavailableEvenForAPost() throws Exception {
        URI nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        var error = failure(() -> http(nobody).send(post(), Thing.class));
        assertThat(error.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(error.retryable()).isTrue();
        assertThat(context.slept()).hasSize(2);
    }

    @Test
    void aLostAnswerIsNotForgottenWhenLaterAttemptsCannotEvenConnect() throws Exception {
        var server = new Loopback[1];
        server[0] = new Loopback((request, wire) -> {
            server[0].close();
            wire.reset();
        });
        var error = failure(() -> http(server[0].url()).send(patch(), Thing.class));
        assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(server[0].requests()).hasSize(1);
    }

    @Test
    void aFinalAnswerSettlesTheDoubtOfEarlierAttempts() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            if (attempts.incrementAndGet() == 1) {
                wire.reset();
            } else {
                wire.reply(404, "{}");
            }
        })) {
            var gone = HttpCall.delete("deleteThing").path("x").build();
            assertThat(failure(() -> http(server.url()).send(gone)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 422, 451, 501})
    void finalAnswersAreNotRepeated(int status) throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(status, "{}"))) {
            assertThat(failure(() -> http(server.url()).send(get(), Thing.class))
                            .retryable())
                    .isFalse();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aSilentTrackerEndsWithTheRequestTimeout() throws Exception {
        try (var server = new Loopback((request, wire) -> Thread.currentThread().join())) {
            var http = TrackerHttp.builder(context, server.url())
                    .options(UNPACED.requestTimeout(Duration.ofMillis(100)))
                    .build();
            assertThat(failure(() -> http.send(post(), Thing.class)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(failure(() -> http.send(get(), Thing.class)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void aBodyThatDripsEndsWithTheDeadline() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            wire.raw("HTTP/1.1 200 x\r\nContent-Length: 5000\r\n\r\n{\"id\":");
            Thread.currentThread().join();
        })) {
            var http =
                    TrackerHttp.builder(TestContext.inRealTime(), server.url()).build();
            var call =
                    HttpCall.get("x").path("x").deadline(Duration.ofMillis(200)).build();
            assertThat(failure(() -> http.send(call, Thing.class)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aWaitThatDoesNotFitIntoTheDeadlineIsNotBegun() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(503, ""))) {
            var call =
                    HttpCall.get("x").path("x").deadline(Duration.ofMillis(100)).build();
            failure(() -> http(server.url()).send(call));
            assertThat(server.requests()).hasSize(1);
            assertThat(context.slept()).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedWhileItArrives() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{\"title\":\"" + "x".repeat(20_000) + "\"}"))) {
            var http = TrackerHttp.builder(context, server.url())
                    .options(UNPACED.bodyBytes(10_000))
                    .build();
            var error = failure(() -> http.send(get(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(error).hasMessageContaining("larger than 10000 bytes");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aWebPageInsteadOfJsonIsNamedAsSuch() throws Exception {
        try (var server =
                new Loopback((request, wire) -> wire.reply(200, "<html>Log in</html>", "Content-Type: text/html"))) {
            var error = failure(() -> http(server.url()).send(get(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(error).hasMessageContaining("HTML").hasMessageContaining("base URL");
            assertThat(server.requests()).hasSize(1);
            assertThat(failure(() -> http(server.url()).send(post(), Thing.class))
                            .code())
                    .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        }
    }

    @Test
    void aServerThatFailsAndNamesATimeMayHaveCarriedOutTheWriteAllTheSame() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(503, "", "Retry-After: 1"))) {
            var error = failure(() -> http(server.url()).send(post(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(error.retryAt()).isPresent();
            assertThat(server.requests()).hasSize(1);
        }
    }
}
