package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.FieldFault;
import dev.issuelink.host.Secret;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out, and what comes back, when nothing is wrong with the network. */
class CallsTest {
    private final TestContext context = new TestContext();

    private TrackerHttp http(Loopback server) {
        return TrackerHttp.builder(context, server.url())
                .authenticator(Authenticator.bearer(() -> Secret.of("t0ken-of-the-test")))
                .defaultHeader("User-Agent", "issuelink-test")
                .build();
    }

    @Test
    void aCallCarriesItsPartsAndItsReplyIsDecoded() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(
                201, "{\"id\":9007199254740993,\"title\":\"x\",\"html_url\":\"u\",\"new\":[{}]}", "X-Id: 7"))) {
            record Draft(String issueTitle, Optional<String> absent) {}
            var reply = http(server)
                    .send(
                            HttpCall.post("createIssue")
                                    .path("repos", "a b", "c/d", 5)
                                    .query("q", "a&b=c d+é")
                                    .query("none", Optional.empty())
                                    .header("Accept", "application/vnd.test+json")
                                    .json(new Draft("T", Optional.empty()))
                                    .build(),
                            Thing.class);

            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.body()).contains(new Thing(9007199254740993L, "x", "u"));
            assertThat(reply.header("x-ID")).contains("7");
            assertThat(reply.notModified()).isFalse();
            var sent = server.requests().get(0);
            assertThat(sent.method()).isEqualTo("POST");
            assertThat(sent.target()).isEqualTo("/repos/a%20b/c%2Fd/5?q=a%26b%3Dc%20d%2B%C3%A9");
            assertThat(sent.header("Accept")).contains("application/vnd.test+json");
            assertThat(sent.header("User-Agent")).contains("issuelink-test");
            assertThat(sent.header("Authorization")).contains("Bearer t0ken-of-the-test");
            assertThat(sent.header("Content-Type")).contains("application/json");
            assertThat(sent.header("Accept-Encoding")).isEmpty();
            assertThat(sent.body()).isEqualTo("{\"issue_title\":\"T\"}");
        }
    }

    @Test
    void nullsInMapsAreSentBecauseTheyClearFields() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            var body = new LinkedHashMap<String, Object>();
            body.put("milestone", null);
            body.put("labels", List.of());
            http(server).send(HttpCall.patch("updateIssue").path("x").json(body).build());
            assertThat(server.requests().get(0).body()).isEqualTo("{\"milestone\":null,\"labels\":[]}");
        }
    }

    @Test
    void aPathInTheBaseUrlComesFirstWhateverItsEnd() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("[{\"id\":1},{\"id\":2}]"))) {
            for (var end : List.of("", "/")) {
                var http = TrackerHttp.builder(context, URI.create(server.url() + "/api/v3" + end))
                        .build();
                var reply = http.sendForList(
                        HttpCall.get("getLabels").path("labels").build(), Thing.class);
                assertThat(reply.body().orElseThrow()).extracting(Thing::id).containsExactly(1L, 2L);
            }
            assertThat(server.requests()).extracting(Loopback.Request::target).containsOnly("/api/v3/labels");
            assertThat(server.requests().get(0).header("Authorization")).isEmpty();
        }
    }

    @Test
    void thereIsNoBodyFor204AndExpectedStatuses() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            switch (request.target()) {
                case "/204" -> wire.reply(204, "");
                case "/404" -> wire.reply(404, "{\"message\":\"Not Found\"}");
                default -> wire.json("");
            }
        })) {
            var http = http(server);
            assertThat(http.send(HttpCall.delete("x").path("204").build(), Thing.class)
                            .body())
                    .isEmpty();
            var missing = http.send(HttpCall.get("x").path("404").expect(404).build(), Thing.class);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.body()).isEmpty();
        }
    }

    @Test
    void nothingWhereSomethingBelongsIsABrokenAnswer() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json(""))) {
            var http = http(server);
            var call = HttpCall.get("x").path("200").build();

            assertThat(failure(() -> http.send(call, Thing.class)).code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(http.send(call).status()).isEqualTo(200);
        }
    }

    @Test
    void aRefusalIsReadByTheProviderAndScrubbed() throws Exception {
        try (var server = new Loopback((request, wire) ->
                wire.reply(422, "no ghp_abcdefghijklmnop1234 for t0ken-of-the-test", "X-Request-Id: R1"))) {
            var http = TrackerHttp.builder(context, server.url())
                    .authenticator(Authenticator.bearer(() -> Secret.of("t0ken-of-the-test")))
                    .errorReader(reply -> TrackerFailure.of(ErrorCode.VALIDATION, "Refused.")
                            .saying(reply.body().orElse(""))
                            .refusing(List.of(new FieldFault("title", "missing", "t0ken-of-the-test")))
                            .request(reply.header("x-request-id").orElse(null)))
                    .build();
            var error =
                    failure(() -> http.send(HttpCall.get("getIssue").path("x").build(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION);
            assertThat(error.tracker()).isEqualTo("acme");
            assertThat(error.operation()).isEqualTo("getIssue");
            assertThat(error.retryable()).isFalse();
            assertThat(error.requestId()).contains("R1");
            assertThat(error.trackerMessage()).contains("no [hidden] for [hidden]");
            assertThat(error.fieldFaults().get(0).message()).isEqualTo("[hidden]");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void anErrorReaderThatThrowsDoesNotHideTheStatus() throws Exception {
        try (var server =
                new Loopback((request, wire) -> wire.reply(403, "<html>".repeat(30_000), "Content-Type: text/html"))) {
            var seen = new java.util.concurrent.atomic.AtomicInteger();
            var http = TrackerHttp.builder(context, server.url())
                    .errorReader(reply -> {
                        seen.set(reply.body().orElse("").length());
                        throw new IllegalStateException("cannot read HTML");
                    })
                    .build();
            var error = failure(() -> http.send(HttpCall.get("x").path("x").build()));
            assertThat(error.code()).isEqualTo(ErrorCode.PERMISSION);
            assertThat(seen.get()).isEqualTo(64 * 1024);
        }
    }

    @Test
    void aStaleCredentialIsRenewedOnceAndAPlainTokenNever() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            var fresh = request.header("Authorization").orElse("").endsWith("fresh");
            wire.reply(fresh ? 200 : 401, "{}");
        })) {
            var renewing = new RenewingAuthenticator("stale", "fresh");
            var http = TrackerHttp.builder(context, server.url())
                    .authenticator(renewing)
                    .build();
            assertThat(http.send(HttpCall.post("x").path("x").build()).status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(2);

            var plain =
                    failure(() -> http(server).send(HttpCall.get("x").path("x").build()));
            assertThat(plain.code()).isEqualTo(ErrorCode.AUTHENTICATION);
            assertThat(server.requests()).hasSize(3);

            var hopeless = new RenewingAuthenticator("stale", "still stale");
            var call = HttpCall.get("x").path("x").authenticator(hopeless).build();
            assertThat(failure(() -> http.send(call)).code()).isEqualTo(ErrorCode.AUTHENTICATION);
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void aCredentialThatCannotBeSentIsNotQuoted() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            var http = TrackerHttp.builder(context, server.url())
                    .authenticator(Authenticator.bearer(() -> Secret.of("canary-line\nbreak")))
                    .build();
            var error = failure(() -> http.send(HttpCall.get("x").path("x").build()));
            assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION);
            assertThat(error).hasNoCause().hasMessageNotContaining("canary");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void anAuthenticatorThatBreaksIsReportedWithoutItsWords() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            var http = TrackerHttp.builder(context, server.url())
                    .authenticator(call -> {
                        throw new IllegalArgumentException("bad key canary");
                    })
                    .build();
            var error = failure(() -> http.send(HttpCall.get("x").path("x").build()));
            assertThat(error.code()).isEqualTo(ErrorCode.AUTHENTICATION);
            assertThat(error).hasStackTraceContaining("IllegalArgumentException");
            assertThat(error.getCause()).hasMessageNotContaining("canary");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void senselessCallsAndAddressesAreRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> HttpCall.get("x").path("a", ".."));
        assertThatIllegalArgumentException().isThrownBy(() -> HttpCall.get("x").path(""));
        for (var url : List.of("ftp://x", "http:///x", "https://u:p@x", "https://x/?a=b", "x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> TrackerHttp.builder(context, URI.create(url)).build());
        }
    }

    @Test
    void aClosedKernelSendsNothing() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}"))) {
            var http = http(server);
            http.close();
            assertThatThrownBy(() -> http.send(HttpCall.get("x").path("x").build()))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
