package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the repository and the handler of a request. */
final class Router {

    private final World world;
    private final RateLimits limits;
    private final List<Route> routes = new ArrayList<>();

    Router(World world, Api api, RateLimits limits) {
        this.world = world;
        this.limits = limits;
        // before issues: the first route that fits wins, and issues/comments would pass for an issue
        routes.addAll(new CommentResource(api).routes());
        routes.addAll(new IssueResource(api).routes());
        routes.addAll(new IssueLabelResource(api).routes());
        routes.addAll(new RepositoryResource(api).routes());
        routes.addAll(new LabelResource(api).routes());
        routes.addAll(new MilestoneResource(api).routes());
        routes.addAll(new HookResource(api).routes());
        routes.addAll(new DeliveryResource(api).routes());
        routes.addAll(new SearchResource(api).routes());
        routes.addAll(new AlertResource(api).routes());
        routes.addAll(new AppResource(api).routes());
        routes.addAll(new GraphQlResource(api).routes());
        routes.addAll(new RateLimitResource(limits).routes());
    }

    Answer answer(WireRequest request, Caller caller) {
        @Nullable Access access = null;
        try {
            Versions.check(request);
            Place place = place(request, caller);
            for (Route route : routes) {
                Map<String, String> variables = route.match(request.method(), place.segments);
                if (variables != null) {
                    access = route.access();
                    caller.check(access, place.repo, request.reads());
                    countContent(route, caller);
                    Call call = new Call(request, caller, place.repo, variables, request.query());
                    return new Answer(route.handler().answer(call), access);
                }
            }
            throw ApiError.notFound();
        } catch (ApiError error) {
            return new Answer(error.reply(), access);
        }
    }

    private void countContent(Route route, Caller caller) {
        List<String> template = route.template();
        String last = template.get(template.size() - 1);
        if (route.method().equals("POST") && (last.equals("issues") || last.equals("comments"))) {
            limits.create(caller);
        }
    }

    /** {@code repos/{owner}/{name}} and {@code repositories/{id}} both become {@code R}. */
    private Place place(WireRequest request, Caller caller) {
        if (!request.path().startsWith(world.urls.prefix() + "/")) {
            return new Place(null, graphQl(request));
        }
        WireRequest inner = new WireRequest(
                request.method(),
                request.path().substring(world.urls.prefix().length()),
                request.rawQuery(),
                request.headers(),
                "");
        List<String> segments = inner.segments();
        boolean byName = segments.get(0).equals("repos") && segments.size() >= 3;
        boolean byId = segments.get(0).equals("repositories") && segments.size() >= 2;
        if (!byName && !byId) {
            return new Place(null, segments);
        }
        Repo repo = byName ? world.repo(segments.get(1), segments.get(2)) : byId(segments.get(1));
        if (repo == null || !caller.sees(repo)) {
            throw ApiError.notFound();
        }
        List<String> rest = segments.subList(byName ? 3 : 2, segments.size());
        if (byName && !repo.name.equalsIgnoreCase(segments.get(2))) {
            throw renamed(request, repo, inner.path());
        }
        List<String> all = new ArrayList<>(List.of("R"));
        all.addAll(rest);
        return new Place(repo, all);
    }

    private List<String> graphQl(WireRequest request) {
        return request.path().equals(world.urls.graphQlPath()) ? List.of("graphql") : List.of("");
    }

    private @Nullable Repo byId(String id) {
        try {
            return world.repos.get(Long.valueOf(id));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private ApiError renamed(WireRequest request, Repo repo, String path) {
        String[] parts = path.split("/", 5);
        String location = world.urls.api() + "/repositories/" + repo.id + (parts.length > 4 ? "/" + parts[4] : "");
        if (!request.rawQuery().isEmpty()) {
            location += "?" + request.rawQuery();
        }
        return new ApiError(Reply.moved(request.reads() ? 301 : 307, location));
    }

    /** The reply and, when a route was found, what it asked of the credential. */
    record Answer(Reply reply, @Nullable Access access) {}

    private record Place(@Nullable Repo repo, List<String> segments) {}
}
