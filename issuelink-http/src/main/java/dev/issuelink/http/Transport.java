package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.http.internal.References;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** Sends one request and follows its redirects by hand, never beyond the origin that the credential is for. */
final class Transport {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /** A request as it goes over the wire; a redirect may change it. */
    record Sendable(String method, URI uri, BodyPublisher body, Map<String, String> headers) {
        Sendable redirected(int status, URI target) {
            return status == 303
                    ? new Sendable(method.equals("HEAD") ? method : "GET", target, BodyPublishers.noBody(), headers)
                    : new Sendable(method, target, body, headers);
        }
    }

    private final HttpClient client;
    private final Clock clock;
    private final Origin origin;
    private final Duration requestTimeout;
    private final Failures failures;
    private final CallLog log;

    Transport(Origin origin, Clock clock, HttpOptions.State options, Failures failures, CallLog log) {
        // HTTP/1.1: with HTTP/2 a GOAWAY surfaces as a plain IOException, and nobody knows what was carried out.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(options.connectTimeout())
                .build();
        this.clock = clock;
        this.origin = origin;
        this.requestTimeout = options.requestTimeout();
        this.failures = failures;
        this.log = log;
    }

    Answer send(CallRun run, Sendable request, Credential credential) {
        var sendable = request;
        for (var hops = 0; hops <= MOST_REDIRECTS; hops++) {
            var answer = exchange(run, sendable, credential);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            answer.close();
            var target = target(run, answer.head());
            log.redirected(answer.status(), target);
            sendable = sendable.redirected(answer.status(), target);
        }
        throw refused(run, "The tracker redirected more than " + MOST_REDIRECTS + " times.");
    }

    private URI target(CallRun run, HttpReply<?> head) {
        var location = head.header("Location");
        if (location.isEmpty()) {
            throw refused(run, "The tracker answered with status " + head.status() + " but without a Location.");
        }
        try {
            var target = References.resolve(head.uri(), new URI(location.get()));
            if (!origin.covers(target)) {
                throw refused(
                        run,
                        "The tracker redirected to " + Origin.of(target) + ", away from " + origin
                                + "; that was not followed. If it has moved, configure its new address.");
            }
            return target;
        } catch (URISyntaxException unreadable) {
            throw refused(run, "The tracker redirected to something that is no URL.");
        }
    }

    private AttemptFailed refused(CallRun run, String message) {
        return AttemptFailed.forGood(
                failures.error(ErrorCode.PROTOCOL, run, message).build(), Fate.ANSWERED);
    }

    private Answer exchange(CallRun run, Sendable sendable, Credential credential) {
        checkMayGo(run);
        var request = request(run, sendable, credential);
        var body = new BodyStream(run.deadline());
        var start = clock.instant();
        try {
            var response = client.send(request, info -> body);
            return new Answer(
                    HttpReply.of(
                            response.statusCode(),
                            sendable.uri,
                            response.headers().map(),
                            null,
                            clock.instant()),
                    body);
        } catch (IOException failure) {
            log.failed(sendable.method, sendable.uri, failure, Duration.between(start, clock.instant()));
            throw unanswered(run, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw AttemptFailed.forGood(failures.interrupted(run), Fate.IN_DOUBT);
        }
    }

    private void checkMayGo(CallRun run) {
        if (Thread.currentThread().isInterrupted()) {
            throw AttemptFailed.forGood(failures.interrupted(run), Fate.NOT_SENT);
        }
        if (run.deadline().passed()) {
            var error = failures.error(ErrorCode.UNAVAILABLE, run, "The call's deadline passed before it was sent.");
            throw AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
        }
    }

    private HttpRequest request(CallRun run, Sendable sendable, Credential credential) {
        var builder = HttpRequest.newBuilder(sendable.uri)
                .method(sendable.method, sendable.body)
                .timeout(run.deadline().atMost(timeout(run)).plusMillis(1));
        sendable.headers.forEach(builder::setHeader);
        if (!credential.isNone()) {
            sign(run, builder, credential);
        }
        return builder.build();
    }

    /** A file may take as long as the whole call. */
    private Duration timeout(CallRun run) {
        return run.call().state().file() == null
                ? requestTimeout
                : run.deadline().left();
    }

    // The JDK quotes a header's value where it refuses it: its exception must not get any further.
    private void sign(CallRun run, HttpRequest.Builder builder, Credential credential) {
        try {
            builder.setHeader(credential.header(), credential.headerValue().reveal());
        } catch (IllegalArgumentException unsendable) {
            var error = failures.error(
                    ErrorCode.AUTHENTICATION,
                    run,
                    "The credential holds characters that cannot be sent; check it for line breaks.");
            throw AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
        }
    }

    private AttemptFailed unanswered(CallRun run, IOException failure) {
        var neverLeft = failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException
                || failure.getCause() instanceof UnresolvedAddressException;
        var error = failures.error(ErrorCode.UNAVAILABLE, run, message(failure, neverLeft))
                .cause(Failures.harmless(failure, run.secrets()))
                .build();
        return AttemptFailed.passing(error, neverLeft ? Fate.NOT_SENT : Fate.IN_DOUBT, null);
    }

    private String message(IOException failure, boolean neverLeft) {
        if (failure instanceof SSLHandshakeException) {
            return "No trusted TLS connection to " + origin + " could be made. Check its certificate.";
        }
        if (neverLeft) {
            return "No connection to " + origin + " could be made. Check the address, the network and the proxy.";
        }
        return failure instanceof HttpTimeoutException
                ? "No answer came in time from " + origin + "."
                : "The connection to " + origin + " broke before an answer came.";
    }
}
