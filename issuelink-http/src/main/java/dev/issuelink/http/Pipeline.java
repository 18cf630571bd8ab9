package dev.issuelink.http;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.http.AttemptFailed.Fate;
import dev.issuelink.http.internal.Scrubber;
import dev.issuelink.spi.TrackerContext;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The one way of every call: conditional cache( retry( rate gate, credential, send, read error ) ), then decode. */
final class Pipeline {
    private static final String ACCEPT = "Accept";
    private static final int NOT_MODIFIED = 304;

    private final TrackerContext context;
    private final BaseUrl base;
    private final TrackerHttp.Setup setup;
    private final Failures failures;
    private final RateGate gate;
    private final Retries retries;
    private final Transport transport;
    private final Reading reading;
    private final ConditionalCache cache;
    private final CallLog log;

    Pipeline(TrackerContext context, URI baseUrl, TrackerHttp.Setup setup) {
        var options = setup.options().state();
        var tracker = context.config().name();
        this.context = context;
        this.base = BaseUrl.of(baseUrl);
        this.setup = setup;
        this.log = new CallLog(tracker);
        this.failures = new Failures(tracker, setup.errorReader());
        this.gate = new RateGate(context, options, failures);
        this.retries = new Retries(context, options, gate, failures);
        this.transport = new Transport(base.origin(), context.clock(), options, failures, log);
        this.reading = new Reading(failures, options.bodyBytes());
        this.cache = new ConditionalCache(options.cacheEntries(), options.cacheBytes());
    }

    <T> HttpReply<T> send(HttpCall call, Decoder<T> decoder) {
        var run = start(call);
        return retries.run(run, () -> attempt(run, decoder));
    }

    String scrub(HttpCall call, String words) {
        var run = start(call);
        try {
            authenticate(run);
        } catch (AttemptFailed noCredential) {
            return Scrubber.scrub(words, run.secrets());
        }
        return Scrubber.scrub(words, run.secrets());
    }

    void forget() {
        cache.clear();
    }

    TrackerException interrupted(HttpCall call) {
        return failures.error(ErrorCode.CANCELLED, call, "The calling thread was interrupted.")
                .build();
    }

    TrackerException unreadablePage(HttpCall call, RuntimeException failure) {
        return failures.error(ErrorCode.PROTOCOL, call, "A page of the listing cannot be read.")
                .cause(Failures.harmless(failure, List.of()))
                .build();
    }

    private CallRun start(HttpCall call) {
        var url = base.of(call);
        if (!base.origin().covers(url)) {
            throw failures.error(
                            ErrorCode.PROTOCOL,
                            call,
                            "A link leads to " + Origin.of(url) + ", away from " + base.origin()
                                    + "; it was not followed.")
                    .build();
        }
        var limit = call.state().deadline();
        var duration = limit == null ? setup.options().state().deadline() : limit;
        return new CallRun(call, url, Deadline.in(duration, context.clock()));
    }

    private <T> HttpReply<T> attempt(CallRun run, Decoder<T> decoder) {
        gate.enter(run);
        try {
            var credential = authenticate(run);
            try {
                return exchange(run, credential, decoder);
            } catch (AttemptFailed refused) {
                if (!isRenewed(run, refused, credential)) {
                    throw refused;
                }
            }
            return exchange(run, authenticate(run), decoder);
        } finally {
            gate.leave(run.call());
        }
    }

    private <T> HttpReply<T> exchange(CallRun run, Credential credential, Decoder<T> decoder) {
        var headers = headers(run.call());
        var key = ConditionalCache.Key.of(run, headers.getOrDefault(ACCEPT, ""), credential, decoder);
        Optional<HttpReply<T>> remembered = run.call().state().conditional() ? cache.find(key) : Optional.empty();
        remembered.map(ConditionalCache::validators).ifPresent(headers::putAll);
        gate.acquire(run);
        try (var answer = send(run, credential, headers)) {
            if (answer.status() == NOT_MODIFIED && remembered.isPresent()) {
                gate.answered();
                return remembered.get().unchangedSince(answer.head());
            }
            if (!answer.isSuccess()) {
                return expected(run, answer);
            }
            gate.answered();
            var read = reading.read(run, answer, decoder);
            HttpReply<T> reply = answer.head().holding(read.value());
            if (run.call().state().conditional()) {
                cache.remember(key, reply, read.bytes());
            }
            return reply;
        } finally {
            gate.release();
        }
    }

    private Answer send(CallRun run, Credential credential, Map<String, String> headers) {
        var call = run.call();
        var body = body(run, headers);
        var start = context.clock().instant();
        var answer = transport.send(run, new Transport.Sendable(call.method(), run.url(), body, headers), credential);
        var limit = limit(call, answer.head());
        limit.ifPresent(gate::learn);
        var took = Duration.between(start, answer.head().receivedAt());
        log.answered(call.method(), answer.head().uri(), answer.head(), took, limit);
        return answer;
    }

    private BodyPublisher body(CallRun run, Map<String, String> headers) {
        var state = run.call().state();
        if (state.file() != null) {
            var boundary = Multipart.boundary(context.random());
            headers.put("Content-Type", "multipart/form-data; boundary=" + boundary);
            return file(run, state.file(), boundary);
        }
        if (state.json() != null) {
            headers.putIfAbsent("Content-Type", "application/json");
            return BodyPublishers.ofByteArray(JsonCodec.standard().write(state.json()));
        }
        return BodyPublishers.noBody();
    }

    private BodyPublisher file(CallRun run, Multipart file, String boundary) {
        try {
            return file.body(boundary);
        } catch (FileNotFoundException unreadable) {
            var error = failures.error(
                    ErrorCode.VALIDATION,
                    run,
                    "The file \"" + file.fileName() + "\" cannot be read: it is not there, or access to it is denied.");
            throw AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
        }
    }

    private Map<String, String> headers(HttpCall call) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.put(ACCEPT, "application/json");
        headers.putAll(setup.defaultHeaders());
        headers.putAll(call.state().headers());
        return headers;
    }

    /** Answers outside 2xx: either the call said that it expects this status, or it failed. */
    private <T> HttpReply<T> expected(CallRun run, Answer answer) {
        var reply = answer.withSnippet();
        var refusal = refusal(run.call(), reply);
        if (refusal.isPresent()) {
            throw failures.limited(run, reply, gate.close(run.call(), refusal.get()));
        }
        if (run.call().state().expected().contains(answer.status())) {
            return reply.holding(null);
        }
        throw failures.refused(run, reply);
    }

    private Credential authenticate(CallRun run) {
        var credential = asking(run, authenticator -> authenticator.authenticate(run.call()));
        run.signedWith(credential);
        return credential;
    }

    private boolean isRenewed(CallRun run, AttemptFailed refused, Credential credential) {
        return refused.fate() == Fate.UNAUTHORIZED
                && run.mayRefresh()
                && asking(run, authenticator -> authenticator.refresh(run.call(), credential));
    }

    /** Asks the authenticator; what it throws by mistake may quote a secret, so only its kind is kept. */
    private <R> R asking(CallRun run, Function<Authenticator, R> question) {
        var own = run.call().state().authenticator();
        try {
            return question.apply(own == null ? setup.authenticator() : own);
        } catch (TrackerException refused) {
            throw AttemptFailed.forGood(refused, Fate.NOT_SENT);
        } catch (RuntimeException broken) {
            var error = failures.error(ErrorCode.AUTHENTICATION, run, "The credential could not be obtained.")
                    .cause(Failures.harmless(broken, run.secrets()));
            throw AttemptFailed.forGood(error.build(), Fate.NOT_SENT);
        }
    }

    private Optional<RateLimit> limit(HttpCall call, HttpReply<?> head) {
        try {
            return setup.rateLimitReader().limit(call, head);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<RateLimitReader.Refusal> refusal(HttpCall call, HttpReply<String> reply) {
        try {
            return setup.rateLimitReader().refusal(call, reply);
        } catch (RuntimeException unreadable) {
            return RateLimitReader.standard().refusal(call, reply);
        }
    }
}
