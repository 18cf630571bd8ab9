package dev.issuelink.testkit.gitlab;

import dev.issuelink.testkit.internal.WireMockFront;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A GitLab of one's own on the loopback address: stateful, with real HTTP, for tests and demonstrations. It carries quick
 * actions out, leaves out silently what a role does not allow, pages by cursor or number as its version does, and switches
 * webhooks off that fail.
 *
 * <pre>{@code
 * try (FakeGitLab gitlab = FakeGitLab.start()) {
 *     FakeGitLabProject shop = gitlab.addProject("acme/shop", "olivia");
 *     shop.openIssue("The basket forgets", "Since yesterday.");
 *     String token = gitlab.token("olivia");
 *     // point the code under test at gitlab.baseUrl() with that token
 * }
 * }</pre>
 *
 * <p>Its clock stands still until {@link #advance(Duration)} moves it. Safe for use by several threads; what happens in one
 * call, over HTTP or here, happens at once. {@link #close()} ends the server and all threads.
 */
public final class FakeGitLab implements AutoCloseable {
    /** What was paid for. */
    public enum Tier {
        /** One assignee, no weights, no vulnerabilities. */
        FREE,
        /** Several assignees and weights. */
        PREMIUM,
        /** Vulnerabilities too. */
        ULTIMATE
    }

    private final World world;
    private final Api api;
    private final Dispatcher dispatcher;
    private final WireMockFront front;

    private FakeGitLab(World.Settings settings) {
        world = new World(settings);
        api = new Api(world);
        dispatcher = new Dispatcher(world, api);
        front = new WireMockFront(dispatcher::answer);
        world.listening(front.start());
    }

    /**
     * Starts a fake of a recent version with everything that GitLab sells.
     *
     * @return the running fake
     */
    public static FakeGitLab start() {
        return builder().start();
    }

    /**
     * Prepares a fake with settings of its own.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The address of the REST API, without a slash at its end.
     *
     * @return such as {@code http://127.0.0.1:port/api/v4}
     */
    public String baseUrl() {
        return world.web() + "/api/v4";
    }

    /**
     * The fake's own clock.
     *
     * @return what it takes for now
     */
    public Instant now() {
        return world.now();
    }

    /**
     * Moves the fake's clock on.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        world.advance(by);
    }

    /**
     * Makes a public project.
     *
     * @param path its full path
     * @param owner who owns it; comes into being as a user
     * @return the people's side of it
     */
    public FakeGitLabProject addProject(String path, String owner) {
        return world.locked(() -> {
            var account = world.account(owner);
            var project = world.addProject(path);
            project.members.put(account, Role.OWNER);
            return new FakeGitLabProject(world, api, project, account);
        });
    }

    /**
     * A token of this user with the scope {@code api}.
     *
     * @param username whose token; comes into being when unknown
     * @return the secret
     */
    public String token(String username) {
        return token(FakeGitLabToken.of(username, "api"));
    }

    /**
     * Hands out a token.
     *
     * @param token what it may do
     * @return the secret
     */
    public String token(FakeGitLabToken token) {
        return world.locked(() -> world.issue(token));
    }

    /**
     * Makes a token invalid at once.
     *
     * @param secret the token itself; unknown ones are ignored
     */
    public void revoke(String secret) {
        world.locked(() -> world.revoke(secret));
    }

    /**
     * Hands deliveries to a function at once, instead of posting them over HTTP by a background thread.
     *
     * @param receiver answers with a status, 0 for no answer; must not call the fake
     */
    public void deliverTo(ToIntFunction<FakeGitLabDelivery> receiver) {
        world.locked(() -> api.webhooks.deliverTo(receiver));
    }

    /**
     * Orders a fault for coming requests; several wait in the order in which they were ordered.
     *
     * @param fault what goes wrong
     */
    public void fail(FakeGitLabFault fault) {
        world.locked(() -> {
            dispatcher.faults.add(new Dispatcher.Waiting(fault));
        });
    }

    /** Forgets all faults that have not struck yet. */
    public void clearFaults() {
        world.locked(dispatcher.faults::clear);
    }

    /**
     * How many requests came in since the start.
     *
     * @return the count
     */
    public int requestCount() {
        return world.locked(dispatcher::count);
    }

    /**
     * The newest 2,000 requests, oldest first.
     *
     * @return each as method, path and query
     */
    public List<String> requests() {
        return world.locked(dispatcher::log);
    }

    /** Stops the server and the webhooks; what is not delivered yet is lost. */
    @Override
    public void close() {
        api.webhooks.close();
        front.close();
    }

    /** Settings of a fake before it starts. Not for several threads. */
    public static final class Builder {
        private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

        private Clock clock = Clock.fixed(START, ZoneOffset.UTC);
        private String version = "19.1.0-ee";
        private Tier tier = Tier.ULTIMATE;
        private String under = "";
        private int notesPerMinute = Integer.MAX_VALUE;
        private int callsPerMinute = 1_000_000;

        private Builder() {}

        /**
         * Counts time from this clock instead of one that stands still.
         *
         * @param base any clock; {@link FakeGitLab#advance(Duration)} goes on top of it
         * @return this
         */
        public Builder clock(Clock base) {
            clock = base;
            return this;
        }

        /**
         * Behaves as this version of GitLab.
         *
         * @param number such as {@code 17.2.0}; the default is 19.1
         * @return this
         */
        public Builder version(String number) {
            version = number;
            return this;
        }

        /**
         * Offers what was paid for.
         *
         * @param plan the default is {@link Tier#ULTIMATE}
         * @return this
         */
        public Builder tier(Tier plan) {
            tier = plan;
            return this;
        }

        /**
         * Lies below a path of its server.
         *
         * @param path such as {@code /gitlab}
         * @return this
         */
        public Builder under(String path) {
            under = path;
            return this;
        }

        /**
         * Limits the notes that one user writes.
         *
         * @param limit how many a minute; GitLab.com's is 60
         * @return this
         */
        public Builder notesPerMinute(int limit) {
            notesPerMinute = limit;
            return this;
        }

        /**
         * Limits the requests of one token.
         *
         * @param limit how many a minute; GitLab.com's is 2,000
         * @return this
         */
        public Builder callsPerMinute(int limit) {
            callsPerMinute = limit;
            return this;
        }

        /**
         * Starts the fake on a free port of 127.0.0.1.
         *
         * @return the running fake
         */
        public FakeGitLab start() {
            return new FakeGitLab(new World.Settings(clock, version, tier, under, notesPerMinute, callsPerMinute));
        }
    }
}
