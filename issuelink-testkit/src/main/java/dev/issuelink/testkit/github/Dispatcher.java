package dev.issuelink.testkit.github;

import dev.issuelink.testkit.github.RateLimits.Bucket;
import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a request through faults, credentials and limits to its handler, and dresses the answer. */
final class Dispatcher {

    final RateLimits limits;
    final Faults faults = new Faults();
    final RequestLog log = new RequestLog();
    private final World world;
    private final Router router;

    Dispatcher(World world, Api api) {
        this.world = world;
        this.limits = new RateLimits(world.settings);
        this.router = new Router(world, api, limits);
    }

    WireReply answer(WireRequest request) {
        return world.locked(() -> {
            WireReply reply = throughFaults(request);
            log.add(FakeRequest.of(request, reply));
            return reply;
        });
    }

    private WireReply throughFaults(WireRequest request) {
        FakeFault fault = faults.next(request);
        if (fault == null) {
            return serve(request);
        }
        WireReply blank = WireReply.of(200, Map.of(), "");
        WireReply reply = fault.instead() ? blank : serve(request);
        return fault.apply(reply, world.clock.instant());
    }

    private WireReply serve(WireRequest request) {
        String resource = RateLimits.resource(request.path());
        Caller caller;
        try {
            checkAgent(request);
            caller = new Caller(world.tokens.authenticate(request.header("authorization")));
        } catch (ApiError refused) {
            Bucket anonymous = limits.bucket(new Caller(null), "core");
            anonymous.spend();
            return dress(refused.reply(), request, new Caller(null), null, anonymous);
        }
        Bucket bucket = limits.bucket(caller, resource);
        boolean free = request.path().endsWith("/rate_limit");
        if (!free && !bucket.spend()) {
            return dress(RateLimits.primary(403), request, caller, null, bucket);
        }
        return handle(request, caller, bucket);
    }

    private WireReply handle(WireRequest request, Caller caller, Bucket bucket) {
        Router.Answer answer = router.answer(request, caller);
        WireReply reply = dress(answer.reply(), request, caller, answer.access(), bucket);
        if (!request.reads() || reply.status() != 200) {
            return reply;
        }
        String etag = "W/\"" + Ids.digest(request.header("authorization", "") + request.accept() + reply.body()) + "\"";
        if (etag.equals(request.header("if-none-match"))) {
            bucket.refund();
            reply = new WireReply(304, reply.headers(), "", WireReply.Break.NONE, reply.delay());
            reply.headers().putAll(bucket.headers());
        }
        return reply.withHeader("ETag", etag);
    }

    private WireReply dress(Reply reply, WireRequest request, Caller caller, @Nullable Access access, Bucket bucket) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Server", "github.com");
        headers.put("X-GitHub-Media-Type", "github.v3; format=json");
        headers.put("X-GitHub-Request-Id", request(request));
        headers.putAll(bucket.headers());
        if (request.reads()) {
            headers.put("Cache-Control", "private, max-age=60, s-maxage=60");
        }
        headers.put("Vary", "Accept, Authorization, Cookie, X-GitHub-OTP");
        Credentials.describe(caller, access, headers);
        headers.putAll(reply.headers());
        if (reply.body() != null) {
            headers.put("Content-Type", "application/json; charset=utf-8");
        }
        return WireReply.of(reply.status(), headers, reply.body() == null ? "" : Json.write(reply.body()));
    }

    private String request(WireRequest request) {
        return "FAKE:" + Integer.toHexString(request.path().hashCode()) + ":" + (log.count() + 1);
    }

    private static void checkAgent(WireRequest request) {
        if (request.header("user-agent", "").isBlank()) {
            throw ApiError.forbidden("Request forbidden by administrative rules. Please make sure your request has a "
                    + "User-Agent header (https://docs.github.com/en/rest/overview/resources-in-the-rest-api"
                    + "#user-agent-required).");
        }
    }
}
