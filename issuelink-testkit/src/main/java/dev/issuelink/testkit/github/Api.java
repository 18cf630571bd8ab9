package dev.issuelink.testkit.github;

/** What every resource works with. */
record Api(
        World world,
        Views views,
        Events events,
        IssueActions issues,
        CommentActions comments,
        LabelActions labels,
        IssueFinder finder) {

    static Api of(World world) {
        Views views = new Views(world.urls);
        Events events = new Events(world, views);
        return new Api(
                world,
                views,
                events,
                new IssueActions(world, views, events),
                new CommentActions(world, events),
                new LabelActions(views, events),
                new IssueFinder(world.urls));
    }
}
