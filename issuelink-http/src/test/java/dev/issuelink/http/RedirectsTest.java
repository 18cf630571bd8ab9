package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static dev.issuelink.http.Failing.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.host.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects keep the request whole and never take the credential elsewhere. */
class RedirectsTest {
    private final TestContext context = new TestContext();

    private TrackerHttp http(Loopback server) {
        return TrackerHttp.builder(context, server.url())
                .authenticator(Authenticator.bearer(() -> Secret.of("canary-token")))
                .build();
    }

    private static Loopback redirecting(int status, String location) {
        return new Loopback((request, wire) -> {
            if (request.target().equals("/old")) {
                wire.reply(status, "", "Location: " + location);
            } else {
                wire.json("{\"id\":3}");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void methodBodyAndCredentialStayWithinTheOrigin(int status) throws Exception {
        try (var server = redirecting(status, "/repositories/1/new?a=%2F")) {
            var reply = http(server)
                    .send(
                            HttpCall.post("addLabels")
                                    .path("old")
                                    .json(Map.of("labels", List.of("a")))
                                    .build(),
                            Thing.class);
            assertThat(reply.body().orElseThrow().id()).isEqualTo(3);
            assertThat(reply.uri()).isEqualTo(URI.create(server.url() + "/repositories/1/new?a=%2F"));
            var second = server.requests().get(1);
            assertThat(second.method()).isEqualTo("POST");
            assertThat(second.body()).isEqualTo("{\"labels\":[\"a\"]}");
            assertThat(second.target()).isEqualTo("/repositories/1/new?a=%2F");
            assertThat(second.header("Authorization")).contains("Bearer canary-token");
        }
    }

    @Test
    void seeOtherIsRead() throws Exception {
        try (var server = redirecting(303, "/new")) {
            http(server).send(HttpCall.post("x").path("old").json(Map.of()).build(), Thing.class);
            assertThat(server.requests().get(1).method()).isEqualTo("GET");
            assertThat(server.requests().get(1).body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void anotherOriginIsNeverAsked(int status) throws Exception {
        try (var thief = new Loopback((request, wire) -> wire.json("{}"));
                var server = redirecting(status, thief.url() + "/x?secret=canary-query")) {
            var error = failure(
                    () -> http(server).send(HttpCall.get("x").path("old").build(), Thing.class));
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(error)
                    .hasMessageContaining("127.0.0.1:" + thief.url().getPort())
                    .hasMessageNotContaining("canary");
            assertThat(thief.requests()).isEmpty();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aSchemeRelativeTargetAndAUserInItAreOtherOrigins() throws Exception {
        for (var location : List.of("//localhost/x", "https://127.0.0.1/x", "http://u@127.0.0.1/x", "ftp://x/", "%%")) {
            try (var server = redirecting(302, location)) {
                assertThat(failure(() -> http(server)
                                        .send(HttpCall.get("x").path("old").build()))
                                .code())
                        .isEqualTo(ErrorCode.PROTOCOL);
            }
        }
    }

    @Test
    void aCircleEnds() throws Exception {
        try (var server = redirecting(301, "/old")) {
            var error = failure(
                    () -> http(server).send(HttpCall.get("x").path("old").build()));
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(server.requests()).hasSize(6);
        }
    }

    @Test
    void aLinkToAnotherOriginIsNotFollowed() throws Exception {
        try (var thief = new Loopback((request, wire) -> wire.json("[]"));
                var server = new Loopback((request, wire) -> wire.json("[]"))) {
            var call = get().at(URI.create(thief.url() + "/x?token=canary"));
            var error = failure(() -> http(server).send(call));
            assertThat(error.code()).isEqualTo(ErrorCode.PROTOCOL);
            assertThat(error).hasMessageNotContaining("canary");
            assertThat(thief.requests()).isEmpty();
        }
    }
}
