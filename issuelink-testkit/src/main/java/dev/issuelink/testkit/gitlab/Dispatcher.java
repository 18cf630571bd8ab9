package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.Json;
import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes a request through faults, credentials and limits to its handler, and dresses the answer. */
final class Dispatcher {
    private static final String API = "/api/v4/";
    private static final int KEPT = 2_000;

    final List<Waiting> faults = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final Map<String, Window> windows = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final World world;
    private final GraphQlApi graphQl;
    private final AtomicInteger count = new AtomicInteger();

    Dispatcher(World world, Api api) {
        this.world = world;
        this.graphQl = new GraphQlApi(world);
        routes.addAll(api.routes());
    }

    /** A fault that waits for its requests. */
    static final class Waiting {
        private final FakeGitLabFault fault;
        private final AtomicInteger left;

        Waiting(FakeGitLabFault fault) {
            this.fault = fault;
            this.left = new AtomicInteger(fault.times);
        }
    }

    /** What somebody sent within a minute. */
    private static final class Window {
        private final Instant end;
        private final AtomicInteger used = new AtomicInteger();

        Window(Instant end) {
            this.end = end;
        }
    }

    int count() {
        return count.get();
    }

    List<String> log() {
        return List.copyOf(log);
    }

    WireReply answer(WireRequest request) {
        return world.locked(() -> {
            count.incrementAndGet();
            var query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
            log.add(request.method() + " " + request.path() + query);
            if (log.size() > KEPT) {
                log.remove(0);
            }
            return throughFaults(request);
        });
    }

    private WireReply throughFaults(WireRequest request) {
        var next = faults.stream().filter(one -> one.fault.concerns(request)).findFirst();
        if (next.isEmpty()) {
            return serve(request);
        }
        var waiting = next.get();
        if (waiting.left.decrementAndGet() == 0) {
            faults.remove(waiting);
        }
        var reply = waiting.fault.instead() ? WireReply.of(200, Map.of(), "") : serve(request);
        return waiting.fault.apply(reply, world.now());
    }

    private WireReply serve(WireRequest request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Request-Id", "fake-" + count);
        headers.put(
                "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(world.now().atOffset(ZoneOffset.UTC)));
        Reply reply;
        try {
            reply = throttled(request, headers);
        } catch (ApiError error) {
            reply = error.reply();
        }
        return dress(reply, headers);
    }

    private Reply throttled(WireRequest request, Map<String, String> headers) {
        var secret = secret(request);
        var now = world.now();
        var window = windows.get(secret);
        if (window == null || !now.isBefore(window.end)) {
            window = new Window(now.plus(Duration.ofMinutes(1)));
            windows.put(secret, window);
        }
        var used = window.used.incrementAndGet();
        var limit = world.settings.callsPerMinute();
        headers.put("RateLimit-Name", "throttle_authenticated_api");
        headers.put("RateLimit-Limit", String.valueOf(limit));
        headers.put("RateLimit-Observed", String.valueOf(used));
        headers.put("RateLimit-Remaining", String.valueOf(Math.max(0, limit - used)));
        headers.put("RateLimit-Reset", String.valueOf(window.end.getEpochSecond()));
        if (used > limit) {
            headers.put(
                    "Retry-After",
                    String.valueOf(Duration.between(now, window.end).toSeconds()));
            return Reply.of(429, "Retry later\n").with("Content-Type", "text/plain");
        }
        return route(request, secret);
    }

    private static String secret(WireRequest request) {
        var bearer = request.header("authorization", "");
        return bearer.startsWith("Bearer ")
                ? bearer.substring("Bearer ".length())
                : request.header("private-token", "");
    }

    private Reply route(WireRequest request, String secret) {
        var token = world.token(secret);
        if (token == null && !secret.isEmpty()) {
            throw ApiError.unauthorized();
        }
        var under = world.settings.under();
        if (request.path().equals(under + "/api/graphql")) {
            checkScope(token, true);
            return graphQl.answer(call(request, token, null, Map.of()));
        }
        if (!request.path().startsWith(under + API)) {
            return Reply.of(404, "<html>404</html>").with("Content-Type", "text/html");
        }
        checkScope(token, request.reads());
        var path = new WireRequest(
                request.method(),
                request.path().substring(under.length() + API.length() - 1),
                request.rawQuery(),
                request.headers(),
                "");
        return dispatch(request, token, path.segments());
    }

    private static void checkScope(@Nullable FakeGitLabToken token, boolean reads) {
        if (token != null && !(reads ? token.reads() : token.writes())) {
            throw ApiError.scope();
        }
    }

    private Reply dispatch(WireRequest request, @Nullable FakeGitLabToken token, List<String> all) {
        @Nullable Project project = null;
        var segments = all;
        if (all.size() >= 2 && all.get(0).equals("projects")) {
            project = world.project(all.get(1));
            var renamed = project == null ? world.renamed(all.get(1)) : null;
            if (renamed != null) {
                return moved(request, renamed, all);
            }
            if (project == null || !sees(token, project)) {
                throw ApiError.notFound("Project");
            }
            segments = new ArrayList<>(List.of("P"));
            segments.addAll(all.subList(2, all.size()));
        }
        for (var route : routes) {
            var variables = route.match(request.method(), segments);
            if (variables != null) {
                if (!request.reads() && token == null) {
                    throw ApiError.unauthorized();
                }
                return route.handler().answer(call(request, token, project, variables));
            }
        }
        return Reply.of(404, Json.object("error", "404 Not Found"));
    }

    private boolean sees(@Nullable FakeGitLabToken token, Project project) {
        return !project.hidden || (token != null && project.level(world.account(token.username())) > 0);
    }

    private Call call(
            WireRequest request,
            @Nullable FakeGitLabToken token,
            @Nullable Project project,
            Map<String, String> variables) {
        var caller = token == null ? null : world.account(token.username());
        return new Call(request, token, caller, project, variables, request.query());
    }

    /** A project that has another path now. The body is a sentence. */
    private Reply moved(WireRequest request, Project project, List<String> segments) {
        var rest = String.join("/", segments.subList(2, segments.size()));
        var query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        var url = world.web() + API + "projects/" + project.id + (rest.isEmpty() ? "" : "/" + rest) + query;
        return Reply.of(301, "This resource has been moved permanently to " + url)
                .with("Location", url)
                .with("Content-Type", "text/plain");
    }

    private static WireReply dress(Reply reply, Map<String, String> headers) {
        headers.putAll(reply.headers());
        if (reply.body() == null) {
            return WireReply.of(reply.status(), headers, "");
        }
        headers.putIfAbsent("Content-Type", "application/json");
        var isText = !Objects.requireNonNull(headers.get("Content-Type")).contains("json");
        return WireReply.of(reply.status(), headers, isText ? reply.body().toString() : Json.write(reply.body()));
    }
}
