package dev.issuelink.testkit.github;

import dev.issuelink.testkit.internal.WireMockFront;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A GitHub of one's own on the loopback address: stateful, with real HTTP, for tests and demonstrations.
 *
 * <pre>{@code
 * try (FakeGitHub github = FakeGitHub.start()) {
 *     FakeRepository shop = github.addRepository("acme", "shop");
 *     shop.openIssue("The basket forgets", "Since yesterday.");
 *     String token = github.token("acme");
 *     // point the code under test at github.baseUrl() with that token
 * }
 * }</pre>
 *
 * <p>Its clock stands still until {@link #advance(Duration)} moves it, so that everything with a time in it (rate
 * limits, tokens, {@code updated_at}) is the same in every run. Safe for use by several threads; what happens in one
 * call, over HTTP or here, happens at once. {@link #close()} ends the server and all threads.
 */
public final class FakeGitHub implements AutoCloseable {

    private final World world;
    private final Api api;
    private final Dispatcher dispatcher;
    private final WireMockFront front;

    private FakeGitHub(Settings settings) {
        world = new World(settings, new Urls(settings.enterprise()));
        api = Api.of(world);
        dispatcher = new Dispatcher(world, api);
        front = new WireMockFront(dispatcher::answer);
        world.urls.listening(front.start());
    }

    /**
     * Starts a fake of github.com with its usual limits.
     *
     * @return the running fake
     */
    public static FakeGitHub start() {
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
     * The API's base address, without a slash at its end.
     *
     * @return {@code http://127.0.0.1:port}, with {@code /api/v3} for GitHub Enterprise Server
     */
    public String baseUrl() {
        return world.urls.api();
    }

    /**
     * The fake's own clock; give it to the code under test when both must agree.
     *
     * @return a live clock, never moved by real time unless the builder was given one that is
     */
    public Clock clock() {
        return world.clock;
    }

    /**
     * Moves the fake's clock on.
     *
     * @param by how far
     */
    public void advance(Duration by) {
        world.clock.advance(by);
    }

    /**
     * Makes a public repository. Its owner comes into being as a user and administers it.
     *
     * @param owner login
     * @param name the repository's name
     * @return the people's side of it
     */
    public FakeRepository addRepository(String owner, String name) {
        return world.locked(() -> {
            Repo repo = world.addRepo(owner, name);
            return new FakeRepository(world, api, repo, repo.owner);
        });
    }

    /**
     * A classic token of this user with the scopes {@code repo}, {@code admin:repo_hook} and {@code security_events}.
     *
     * @param login whose token; comes into being when unknown
     * @return the secret
     */
    public String token(String login) {
        return token(FakeToken.classic(login, "repo", "admin:repo_hook", "security_events"));
    }

    /**
     * Hands out a token.
     *
     * @param token what it may do
     * @return the secret
     */
    public String token(FakeToken token) {
        return world.locked(() -> world.tokens.issue(token));
    }

    /**
     * Makes a token invalid at once.
     *
     * @param secret the token itself; unknown ones are ignored
     */
    public void revoke(String secret) {
        world.locked(() -> world.tokens.revoke(secret));
    }

    /**
     * Registers a GitHub App.
     *
     * @param slug its name in URLs; its writes are by {@code slug[bot]}
     * @param publicKey the RSA key against which its JSON Web Tokens are checked
     * @return the App
     */
    public FakeApp registerApp(String slug, PublicKey publicKey) {
        return world.locked(() -> world.tokens.register(slug, publicKey));
    }

    /**
     * The outgoing webhooks.
     *
     * @return the same object always
     */
    public FakeWebhooks webhooks() {
        return world.webhooks;
    }

    /**
     * Orders a fault for coming requests; several wait in the order in which they were ordered.
     *
     * @param fault what goes wrong
     */
    public void fail(FakeFault fault) {
        world.locked(() -> dispatcher.faults.order(fault));
    }

    /** Forgets all faults that have not struck yet. */
    public void clearFaults() {
        world.locked(dispatcher.faults::clear);
    }

    /**
     * Changes a primary budget from now on; what is used stays used.
     *
     * @param resource {@code core}, {@code search} or {@code graphql}
     * @param limit requests per hour, for {@code search} per minute
     */
    public void budget(String resource, int limit) {
        world.locked(() -> dispatcher.limits.budget(resource, limit));
    }

    /**
     * How many requests came in since the start or the last {@link #forgetRequests()}.
     *
     * @return the count
     */
    public int requestCount() {
        return world.locked(dispatcher.log::count);
    }

    /**
     * The newest 2,000 requests, oldest first, without the values of credentials.
     *
     * @return an immutable list
     */
    public List<FakeRequest> requests() {
        return world.locked(dispatcher.log::newest);
    }

    /** Empties the request log and sets its count to zero. */
    public void forgetRequests() {
        world.locked(dispatcher.log::clear);
    }

    /** Stops the server and the webhooks; what is not delivered yet is lost. */
    @Override
    public void close() {
        world.webhooks.close();
        front.close();
    }

    /** Settings of a fake before it starts. Not for several threads. */
    public static final class Builder {

        private Clock clock = Clock.fixed(FakeClock.START, ZoneOffset.UTC);
        private boolean enterprise;
        private int pageWall = 10_000;
        private int commentLimit = 2_500;
        private int contentPerMinute = Integer.MAX_VALUE;
        private Duration searchLag = Duration.ZERO;
        private final Map<String, Integer> budgets = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Counts time from this clock instead of one that stands still.
         *
         * @param base any clock; {@link FakeGitHub#advance(Duration)} goes on top of it
         * @return this
         */
        public Builder clock(Clock base) {
            clock = base;
            return this;
        }

        /**
         * Starts the clock at this moment, where it stands until it is moved.
         *
         * @param start the first now; the default is {@code 2026-01-05T09:00:00Z}
         * @return this
         */
        public Builder startingAt(Instant start) {
            return clock(Clock.fixed(start, ZoneOffset.UTC));
        }

        /**
         * Looks like GitHub Enterprise Server: the API lies under {@code /api/v3}.
         *
         * @return this
         */
        public Builder enterprise() {
            enterprise = true;
            return this;
        }

        /**
         * Beyond how many items an issue list can only be read by cursor.
         *
         * @param items the default is 10,000
         * @return this
         */
        public Builder pageWall(int items) {
            pageWall = items;
            return this;
        }

        /**
         * How many comments an issue takes.
         *
         * @param comments the default is 2,500
         * @return this
         */
        public Builder commentLimit(int comments) {
            commentLimit = comments;
            return this;
        }

        /**
         * Turns the secondary limit on creating issues and comments on; it is off by default.
         *
         * @param perMinute how many per minute and account; GitHub's is near 20
         * @return this
         */
        public Builder contentPerMinute(int perMinute) {
            contentPerMinute = perMinute;
            return this;
        }

        /**
         * How long new issues stay invisible to search.
         *
         * @param lag by the fake's clock; the default is zero
         * @return this
         */
        public Builder searchLag(Duration lag) {
            searchLag = lag;
            return this;
        }

        /**
         * Sets a primary budget.
         *
         * @param resource {@code core}, {@code search} or {@code graphql}
         * @param limit requests per hour, for {@code search} per minute
         * @return this
         */
        public Builder budget(String resource, int limit) {
            budgets.put(resource, limit);
            return this;
        }

        /**
         * Starts the fake on a free port of 127.0.0.1.
         *
         * @return the running fake
         */
        public FakeGitHub start() {
            return new FakeGitHub(new Settings(
                    new FakeClock(clock),
                    enterprise,
                    pageWall,
                    commentLimit,
                    contentPerMinute,
                    searchLag,
                    Map.copyOf(budgets)));
        }
    }
}
