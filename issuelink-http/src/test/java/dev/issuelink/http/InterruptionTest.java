package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static dev.issuelink.http.Failing.get;
import static dev.issuelink.http.Failing.patch;
import static dev.issuelink.http.Failing.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is interrupted learns whether something may have been written, and stays interrupted. */
class InterruptionTest {
    private final TestContext context = new TestContext();
    private final Thread self = Thread.currentThread();

    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    private TrackerHttp http(Loopback server) {
        return TrackerHttp.builder(context, server.url())
                .options(HttpOptions.defaults().betweenWrites(Duration.ZERO))
                .build();
    }

    @Test
    void nothingIsSentByAnInterruptedThread() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            self.interrupt();
            assertThat(failure(() -> http(server).send(post())).code()).isEqualTo(ErrorCode.CANCELLED);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInterruptionInFlightLeavesWritesInDoubtOnly(boolean inTheBody) throws Exception {
        try (var server = new Loopback((request, wire) -> {
            if (inTheBody) {
                wire.raw("HTTP/1.1 200 x\r\nContent-Length: 500\r\n\r\n{\"id\":");
            }
            self.interrupt();
            Thread.currentThread().join();
        })) {
            var http = http(server);
            assertThat(failure(() -> http.send(post(), Thing.class)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure(() -> http.send(patch(), Thing.class)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure(() -> http.send(get(), Thing.class)).code()).isEqualTo(ErrorCode.CANCELLED);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void anInterruptionBetweenAttemptsEndsTheCall() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            wire.reply(503, "");
            self.interrupt();
        })) {
            var http = http(server);
            assertThat(failure(() -> http.send(get(), Thing.class)).code())
                    .isIn(ErrorCode.CANCELLED, ErrorCode.UNAVAILABLE);
            Thread.interrupted();
            assertThat(failure(() -> http.send(patch(), Thing.class)).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        }
    }
}
