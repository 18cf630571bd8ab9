package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.internal.WireReply;
import dev.issuelink.testkit.internal.WireRequest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a request through faults and credentials to its route, and dresses the answer. */
final class Dispatcher {

    private static final int MOST_LOGGED = 1_000;

    final List<FakeFault> faults = new ArrayList<>();
    final List<FakeRequest> log = new ArrayList<>();
    int count;
    private final World world;
    private final List<Route> api = new ArrayList<>();
    private final List<Route> rest = new ArrayList<>();

    Dispatcher(World world, FakeOAuth oauth) {
        this.world = world;
        var actions = new Actions(world);
        api.addAll(new SiteResource(world).routes());
        api.addAll(new SearchResource(world).routes());
        api.addAll(new CreationResource(world, actions).routes());
        api.addAll(new IssueResource(world, actions).routes());
        api.addAll(new TransitionResource(world, actions).routes());
        api.addAll(new CommentResource(world, actions).routes());
        if (world.cloud()) {
            api.addAll(new DynamicHookResource(world).routes());
        }
        rest.addAll(new HookResource(world).routes());
        rest.addAll(oauth.routes());
    }

    WireReply answer(WireRequest request) {
        return world.locked(() -> {
            count++;
            var reply = dressed(request, throughFaults(request));
            if (log.size() == MOST_LOGGED) {
                log.remove(0);
            }
            log.add(new FakeRequest(
                    request.method(), request.path(), request.rawQuery(), request.body(), reply.status()));
            return reply;
        });
    }

    private WireReply throughFaults(WireRequest request) {
        var fault = faults.stream().filter(one -> one.concerns(request)).findFirst();
        fault.filter(FakeFault::isSpent).ifPresent(faults::remove);
        if (fault.filter(FakeFault::instead).isPresent()) {
            return fault.get().apply(WireReply.of(200, new LinkedHashMap<>(), ""), world.now());
        }
        var reply = routed(request);
        return fault.isPresent() ? fault.get().apply(reply, world.now()) : reply;
    }

    private WireReply routed(WireRequest request) {
        try {
            var grant = world.credentials.find(request.header("authorization"));
            var segments = withoutGateway(request.segments());
            if (segments.size() > 3
                    && segments.get(0).equals("rest")
                    && segments.get(1).equals("api")) {
                var known = segments.get(2).equals("2")
                        || segments.get(2).equals("latest")
                        || (segments.get(2).equals("3") && world.cloud());
                return known ? found(request, api, segments.subList(3, segments.size()), grant) : Refused.page(404);
            }
            return found(request, rest, segments, grant);
        } catch (Refusal refusal) {
            return new Answer(refusal.status, refusal.body).wire();
        }
    }

    private static WireReply found(
            WireRequest request, List<Route> routes, List<String> segments, Credentials.@Nullable Grant grant)
            throws Refusal {
        for (var route : routes) {
            var parts = route.match(request.method(), segments);
            if (parts != null) {
                return route.handler()
                        .answer(new Call(request, grant, parts, request.query()))
                        .wire();
            }
        }
        return Refused.page(404);
    }

    private static List<String> withoutGateway(List<String> segments) {
        var gateway = List.of("ex", "jira", World.CLOUD_ID);
        return segments.size() > 3 && segments.subList(0, 3).equals(gateway)
                ? segments.subList(3, segments.size())
                : segments;
    }

    /** Whoever is not known is answered as a stranger, and only a header tells. */
    private WireReply dressed(WireRequest request, WireReply reply) {
        var time = DateTimeFormatter.RFC_1123_DATE_TIME.format(world.now().atOffset(ZoneOffset.UTC));
        var dressed = reply.withHeader("Date", time).withHeader("Atl-Traceid", "trace-" + count);
        var header = request.header("authorization");
        return header == null
                ? dressed
                : dressed.withHeader(
                        "X-Seraph-LoginReason", world.credentials.find(header) == null ? "AUTHENTICATED_FAILED" : "OK");
    }
}
