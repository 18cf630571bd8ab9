package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.host.Secret;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What did not change is not read again. */
class ConditionalTest {
    private final TestContext context = new TestContext();
    private final AtomicReference<String> token = new AtomicReference<>("token-one");
    private final AtomicReference<String> etag = new AtomicReference<>("\"1\"");

    private Loopback server() {
        return new Loopback((request, wire) -> {
            if (request.header("If-None-Match").equals(java.util.Optional.of(etag.get()))) {
                wire.reply(304, "", "ETag: " + etag.get());
            } else {
                wire.json("{\"id\":5}", "ETag: " + etag.get(), "X-First: yes");
            }
        });
    }

    private TrackerHttp http(Loopback server, HttpOptions options) {
        return TrackerHttp.builder(context, server.url())
                .authenticator(Authenticator.bearer(() -> Secret.of(token.get())))
                .options(options)
                .build();
    }

    private static HttpCall.Builder call(String name) {
        return HttpCall.get("getThing").path(name).conditional();
    }

    @Test
    void anUnchangedAnswerComesFromMemory() throws Exception {
        try (var server = server()) {
            var http = http(server, HttpOptions.defaults());
            var first = http.send(call("a").build(), Thing.class);
            var second = http.send(call("a").build(), Thing.class);
            assertThat(first.notModified()).isFalse();
            assertThat(second.notModified()).isTrue();
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("x-first")).contains("yes");
            assertThat(second.body().orElseThrow()).isSameAs(first.body().orElseThrow());
            etag.set("\"2\"");
            assertThat(http.send(call("a").build(), Thing.class).notModified()).isFalse();
            assertThat(http.send(call("a").build(), Thing.class).notModified()).isTrue();
        }
    }

    @Test
    void anotherCredentialAcceptHeaderOrTypeIsAnotherAnswer() throws Exception {
        try (var server = server()) {
            var http = http(server, HttpOptions.defaults());
            http.send(call("a").build(), Thing.class);
            token.set("token-two");
            assertThat(http.send(call("a").build(), Thing.class).notModified()).isFalse();
            assertThat(http.send(call("a").header("accept", "text/x").build(), Thing.class)
                            .notModified())
                    .isFalse();
            assertThat(http.send(call("a").build(), java.util.Map.class).notModified())
                    .isFalse();
            assertThat(server.requests())
                    .noneMatch(request -> request.header("If-None-Match").isPresent());
        }
    }

    @Test
    void callsThatAreNotConditionalAskForTheWhole() throws Exception {
        try (var server = server()) {
            var http = http(server, HttpOptions.defaults());
            http.send(call("a").build(), Thing.class);
            var plain = HttpCall.get("getThing").path("a").build();
            assertThat(http.send(plain, Thing.class).notModified()).isFalse();
        }
    }

    @Test
    void theMemoryIsBoundedInEntriesAndBytes() throws Exception {
        try (var server = server()) {
            for (var options : java.util.List.of(
                    HttpOptions.defaults().cacheEntries(2),
                    HttpOptions.defaults().cacheBytes(17))) {
                var http = http(server, options);
                for (var name : java.util.List.of("a", "b", "a", "c")) {
                    http.send(call(name).build(), Thing.class);
                }
                assertThat(http.send(call("a").build(), Thing.class).notModified())
                        .isTrue();
                assertThat(http.send(call("b").build(), Thing.class).notModified())
                        .isFalse();
            }
        }
    }

    @Test
    void lastModifiedServesWhereThereIsNoTag() throws Exception {
        var date = "Thu, 01 Jan 2026 00:00:00 GMT";
        try (var server = new Loopback((request, wire) -> {
            if (request.header("If-Modified-Since").equals(java.util.Optional.of(date))) {
                wire.reply(304, "");
            } else {
                wire.json("[]", "Last-Modified: " + date);
            }
        })) {
            var http = http(server, HttpOptions.defaults());
            http.sendForList(call("a").build(), Thing.class);
            var second = http.sendForList(call("a").build(), Thing.class);
            assertThat(second.notModified()).isTrue();
            assertThat(second.body().orElseThrow()).isEmpty();
        }
    }

    @Test
    void notModifiedWithoutAQuestionIsAProtocolError() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.reply(304, ""))) {
            var http = http(server, HttpOptions.defaults());
            assertThat(failure(() -> http.send(call("a").build(), Thing.class)).code())
                    .isEqualTo(ErrorCode.PROTOCOL);
        }
    }
}
