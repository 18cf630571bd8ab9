package dev.issuelink.http;

import static dev.issuelink.http.Failing.failure;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Canaries sent through every path stay out of logs, exceptions and toString. */
class SecrecyTest {
    private static final String CANARY = "canary";
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final TestContext context = new TestContext();

    @BeforeEach
    void listen() {
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(Level.OFF);
    }

    private TrackerHttp http(URI url) {
        return TrackerHttp.builder(context, url)
                .authenticator(Authenticator.bearer(() -> Secret.of("canary-token-of-ours")))
                .errorReader(reply -> TrackerFailure.byStatus(reply.status())
                        .saying(reply.body().orElse(""))
                        .request(reply.header("X-Request").orElse(null)))
                .build();
    }

    private static HttpCall call(String path) {
        return HttpCall.post("createThing")
                .path(path)
                .query("private_token", "canary-query")
                .json(Map.of("body", "canary-body"))
                .build();
    }

    private static String everything(TrackerException error) {
        var text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text + error.toString() + error.trackerMessage() + error.requestId() + error.fieldFaults();
    }

    @Test
    void canariesAppearNowhere() throws Exception {
        try (var server = new Loopback((request, wire) -> {
            switch (request.target().replaceAll("\\?.*", "")) {
                case "/ok" -> wire.json("{\"id\":1,\"title\":\"canary-answer\"}");
                case "/echo" ->
                    wire.reply(422, request.headers() + request.target(), "X-Request: canary-token-of-ours");
                case "/redirect" -> wire.reply(307, "", "Location: http://canary-user:p@127.0.0.1/?a=canary-location");
                case "/shape" -> wire.json("{\"id\":\"canary-answer\"}");
                case "/cut" -> wire.json("{\"title\":\"canary-answer");
                case "/garbage" -> wire.raw("canary-garbage\r\n\r\n");
                case "/limit" -> wire.reply(429, "canary-token-of-ours", "Retry-After: 4000");
                default -> wire.reset();
            }
        })) {
            var http = http(server.url());
            var texts = new ArrayList<String>();
            texts.add(http.send(call("ok"), Thing.class).toString() + call("ok"));
            for (var path : List.of("echo", "redirect", "shape", "cut", "garbage", "reset", "limit", "closed")) {
                texts.add(everything(failure(() -> http.send(call(path), Thing.class))));
            }
            texts.add(everything(
                    failure(() -> http(URI.create("http://127.0.0.1:1")).send(call("x")))));
            texts.add(Credential.bearer(Secret.of("canary")) + "" + Credential.basic("u", Secret.of("canary")));
            assertThat(log.list).isNotEmpty();
            log.list.forEach(event -> texts.add(event.getFormattedMessage() + event.getThrowableProxy()));
            var leaks = texts.stream().filter(text -> text.contains(CANARY)).toList();
            System.out.println("figure http.canary_occurrences " + leaks.size());
            assertThat(leaks).isEmpty();
        }
    }

    @Test
    void everyAttemptIsLoggedWithWhatIsHarmless() throws Exception {
        try (var server = new Loopback((request, wire) -> wire.json("{}", "Sunset: Sat, 01 Jan 2028 00:00:00 GMT"))) {
            var http = http(server.url());
            http.send(call("ok"));
            http.send(call("ok"));
            assertThat(log.list.stream()
                            .filter(event -> event.getLevel() == Level.DEBUG)
                            .map(ILoggingEvent::getFormattedMessage))
                    .containsOnly("acme: POST /ok?private_token -> 200 in 0 ms, budget left: not told")
                    .hasSize(2);
            assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                    .singleElement()
                    .asString()
                    .contains("Sunset", "2028");
        }
    }

    @Test
    void whatLooksLikeACredentialIsRemovedFromTheTrackersWords() throws Exception {
        var words =
                "see ghs_0123456789abcdef and https://joe:pw@x.test/a?token=t1 Bearer abcdefghijk eyJhbGciOi.eyJzdWIi.sig";
        try (var server = new Loopback((request, wire) -> wire.reply(422, words))) {
            var error = failure(() -> http(server.url()).send(call("x")));
            assertThat(error.code()).isEqualTo(ErrorCode.VALIDATION);
            assertThat(error.trackerMessage())
                    .contains("see [hidden] and https://x.test/a?token=[hidden] Bearer [hidden] [hidden]");
        }
    }
}
