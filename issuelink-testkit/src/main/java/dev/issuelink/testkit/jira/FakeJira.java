package dev.issuelink.testkit.jira;

import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.internal.WireMockFront;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A Jira that keeps what is written to it and speaks real HTTP on the loopback address: Cloud with REST v3, or Data
 * Center with REST v2. Its search lags behind as it is told to, strangers get answers that only a header gives away, and
 * what Cloud removed is gone. Safe for several threads.
 */
public final class FakeJira implements AutoCloseable {

    private final World world;
    private final FakeOAuth oauth;
    private final Dispatcher dispatcher;
    private final WireMockFront front;

    private FakeJira(World world) {
        this.world = world;
        this.oauth = new FakeOAuth(world);
        this.dispatcher = new Dispatcher(world, oauth);
        this.front = new WireMockFront(dispatcher::answer);
        world.listening("http://127.0.0.1:" + front.start());
    }

    /**
     * Starts a Jira Cloud.
     *
     * @return a builder
     */
    public static Builder cloud() {
        return new Builder(true, "1001.0.0-SNAPSHOT");
    }

    /**
     * Starts a Jira Data Center.
     *
     * @param version its version, for example {@code 10.3.2}
     * @return a builder
     */
    public static Builder dataCenter(String version) {
        return new Builder(false, version);
    }

    /**
     * Where the site is; its gateway and its place of OAuth are there too.
     *
     * @return the address, without a slash at its end
     */
    public String baseUrl() {
        return world.siteUrl();
    }

    /**
     * The id of the site behind the gateway.
     *
     * @return the id
     */
    public String cloudId() {
        return World.CLOUD_ID;
    }

    /**
     * Adds a project with the workflow {@link FakeWorkflow#simple()}.
     *
     * @param key its key, for example {@code DB}
     * @param name its name
     * @return the project, seen by a person called {@code person}
     */
    public FakeProject addProject(String key, String name) {
        return world.locked(() -> {
            var project = new Project(world.nextId(), key, name);
            world.projects.put(key, project);
            return new FakeProject(world, project, world.account("person"));
        });
    }

    /**
     * The account of a person; made if nobody has that name.
     *
     * @param name the name
     * @return how writes name it: its id on Cloud, its name on Data Center
     */
    public String account(String name) {
        return world.locked(() -> {
            var account = world.account(name);
            return world.cloud() ? account.id() : account.name();
        });
    }

    /**
     * The e-mail address of a person, with which tokens of Cloud are used.
     *
     * @param name the name
     * @return the address
     */
    public String email(String name) {
        return world.locked(() -> Credentials.email(world.account(name)));
    }

    /**
     * Makes a token of a person that may do everything, administer too: an API token on Cloud, a personal access token
     * on Data Center.
     *
     * @param name the person
     * @return the token
     */
    public String token(String name) {
        return world.locked(() -> world.credentials.issue(new Credentials.Grant(world.account(name), true, true)));
    }

    /**
     * Makes a token of a person that may only read.
     *
     * @param name the person
     * @return the token
     */
    public String readOnlyToken(String name) {
        return world.locked(() -> world.credentials.issue(new Credentials.Grant(world.account(name), false, false)));
    }

    /**
     * Ends a token. Whoever uses it is answered as a stranger from now on.
     *
     * @param token the token
     */
    public void revoke(String token) {
        world.locked(() -> {
            world.credentials.revoke(token);
            return token;
        });
    }

    /**
     * Lets a person consent to the OAuth app.
     *
     * @param name the person
     * @return the first refresh token
     */
    public String consent(String name) {
        return world.locked(() -> oauth.consent(world.account(name)));
    }

    /**
     * All tokens that OAuth has given out: those for renewals and those for access.
     *
     * @return the tokens, oldest first; many of them are worthless by now
     */
    public List<String> oauthTokens() {
        return world.locked(oauth::given);
    }

    /**
     * The id of the OAuth app.
     *
     * @return the id
     */
    public String clientId() {
        return FakeOAuth.CLIENT_ID;
    }

    /**
     * The secret of the OAuth app.
     *
     * @return the secret
     */
    public String clientSecret() {
        return FakeOAuth.CLIENT_SECRET;
    }

    /**
     * Sets how long searches lag behind from now on.
     *
     * @param lag how long
     */
    public void searchLag(Duration lag) {
        world.locked(() -> {
            world.index.lag(lag);
            return lag;
        });
    }

    /**
     * What it delivers to hosts.
     *
     * @return the deliveries
     */
    public FakeWebhooks webhooks() {
        return world.webhooks;
    }

    /**
     * Lets something go wrong.
     *
     * @param fault what
     */
    public void fail(FakeFault fault) {
        world.locked(() -> dispatcher.faults.add(fault));
    }

    /** Forgets all faults that have not struck yet. */
    public void clearFaults() {
        world.locked(() -> dispatcher.faults.removeIf(fault -> true));
    }

    /**
     * How many requests there were.
     *
     * @return the number
     */
    public int requestCount() {
        return world.locked(() -> dispatcher.count);
    }

    /**
     * The latest requests.
     *
     * @return at most a thousand, oldest first
     */
    public List<FakeRequest> requests() {
        return world.locked(() -> List.copyOf(dispatcher.log));
    }

    /** Stops the server; what was not delivered yet is lost. */
    @Override
    public void close() {
        world.webhooks.close();
        front.close();
    }

    /** Settings of a fake before it starts. Not for several threads. */
    public static final class Builder {

        private final boolean cloud;
        private final String version;
        private Clock clock = MutableClock.create();
        private int pageSize = 100;
        private Duration searchLag = Duration.ZERO;

        private Builder(boolean cloud, String version) {
            this.cloud = cloud;
            this.version = version;
        }

        /**
         * Sets the clock.
         *
         * @param base the clock; one that tests move, unless it should run by itself
         * @return this
         */
        public Builder clock(Clock base) {
            clock = base;
            return this;
        }

        /**
         * Sets how many issues a page of a search holds at most.
         *
         * @param issues the number; 100 unless set
         * @return this
         */
        public Builder pageSize(int issues) {
            pageSize = issues;
            return this;
        }

        /**
         * Sets how long searches lag behind.
         *
         * @param lag how long; not at all unless set
         * @return this
         */
        public Builder searchLag(Duration lag) {
            searchLag = lag;
            return this;
        }

        /**
         * Starts the fake.
         *
         * @return the fake, to be closed
         */
        public FakeJira start() {
            return new FakeJira(new World(clock, cloud, version, pageSize, searchLag));
        }
    }
}
