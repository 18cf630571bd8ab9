package dev.issuelink.testkit.gitlab;

import java.util.ArrayList;
import java.util.List;

/** The parts of the fake, put together. */
final class Api {
    final Views views;
    final Webhooks webhooks;
    final Events events;
    final IssueActions actions;
    private final World world;

    Api(World world) {
        this.world = world;
        this.views = new Views(world);
        this.webhooks = new Webhooks(world);
        this.events = new Events(world, views, webhooks);
        this.actions = new IssueActions(world, events);
    }

    List<Route> routes() {
        var paging = new Paging(world);
        var routes = new ArrayList<Route>();
        routes.addAll(new IssueApi(world, views, actions, paging).routes());
        routes.addAll(new NoteApi(world, views, actions, paging).routes());
        routes.addAll(new ProjectApi(world, views, paging).routes());
        routes.addAll(new HookApi(world, views, events, webhooks, paging).routes());
        return routes;
    }
}
