package dev.issuelink.jira;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.SyncDirection;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TestContext;
import dev.issuelink.testkit.TrackerPeople;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.contract.TrackerTrait;
import dev.issuelink.testkit.jira.FakeDelivery;
import dev.issuelink.testkit.jira.FakeFault;
import dev.issuelink.testkit.jira.FakeJira;
import dev.issuelink.testkit.jira.FakeProject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Our adapter together with the fake of Jira, which knows nothing of it. */
final class JiraHarness implements TrackerHarness {
    private static final String HOOK_SECRET = "It's a Secret to Everybody";
    private static final SecretReference HOOK = new SecretReference("HOOK");
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int ALWAYS = 10_000;

    private final MutableClock clock = MutableClock.create();
    private final boolean cloud;
    private final int pageSize;
    private final FakeJira jira;
    private final FakeProject project;
    private final FakeProject other;
    private final List<IssueTrackerAdapter> adapters = new ArrayList<>();
    private final List<WebhookRequest> arrived = new ArrayList<>();
    private final IssueTrackerAdapter adapter;
    private final String milestone;
    private boolean limited;

    JiraHarness(FakeJira.Builder jira, boolean cloud) {
        this(jira, cloud, JiraSearch.PAGE_SIZE);
    }

    JiraHarness(FakeJira.Builder jira, boolean cloud, int pageSize) {
        this.cloud = cloud;
        this.pageSize = pageSize;
        this.jira = jira.clock(clock).start();
        this.project = this.jira.addProject("DB", "Database");
        this.other = this.jira.addProject("OPS", "Operations");
        this.milestone = project.addVersion("1.0");
        this.jira.account("bo");
        this.adapter = connect(this.jira.token("robot"));
        // Which Jira it is, is asked once; tests count what comes after.
        adapter.testConnection();
    }

    private IssueTrackerAdapter connect(String token) {
        var config = JiraTests.config(
                jira.baseUrl(),
                auth(),
                Map.of("allow_delete", true, "priorities", Map.of("P1", "Highest")),
                new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(HOOK), Optional.empty(), Duration.ZERO));
        var context = TestContext.builder(config)
                .clock(clock)
                .secret("TOKEN", token)
                .secret("HOOK", HOOK_SECRET)
                .build();
        var made = JiraAdapter.connect(context, JiraTests.quick());
        adapters.add(made);
        return made;
    }

    private AuthConfig auth() {
        var token = new SecretReference("TOKEN");
        return cloud
                ? new AuthConfig("api_token", Settings.of(Map.of("email", jira.email("robot"), "token", token)))
                : new AuthConfig("personal_token", Settings.of(Map.of("token", token)));
    }

    @Override
    public IssueTrackerAdapter adapter() {
        return adapter;
    }

    @Override
    public IssueTrackerAdapter adapterWithWrongCredential() {
        return connect("ATATT-wrong");
    }

    @Override
    public Optional<IssueTrackerAdapter> adapterWithReadOnlyCredential() {
        return Optional.of(connect(jira.readOnlyToken("robot")));
    }

    @Override
    public TrackerPeople people() {
        return new JiraPeopleOfTest(project, other, cloud);
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public String project() {
        return "DB";
    }

    @Override
    public String otherProject() {
        return "OPS";
    }

    @Override
    public List<String> assignableUsers() {
        return List.of(jira.account("robot"), jira.account("bo"));
    }

    @Override
    public Optional<String> milestone() {
        return Optional.of(milestone);
    }

    @Override
    public int pageSize() {
        return pageSize;
    }

    @Override
    public int requestCount() {
        return jira.requestCount();
    }

    @Override
    public void loseNextAnswer() {
        jira.fail(FakeFault.responseLost().onWrites());
    }

    @Override
    public void fail(ErrorCode code) {
        limited = code == ErrorCode.RATE_LIMITED;
        jira.fail(fault(code).times(ALWAYS));
    }

    private static FakeFault fault(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE -> FakeFault.htmlPage(502);
            case RATE_LIMITED -> FakeFault.limit("jira-quota-tenant-based", LIMIT);
            case AUTHENTICATION ->
                FakeFault.status(401, "{\"code\":401,\"message\":\"Unauthorized; scope does not match\"}");
            case PERMISSION -> FakeFault.status(403, "{\"errorMessages\":[\"No permission\"],\"errors\":{}}");
            default -> throw new IllegalArgumentException(code.name());
        };
    }

    @Override
    public void healFaults() {
        jira.clearFaults();
        if (limited) {
            clock.advance(LIMIT.plusSeconds(2));
            limited = false;
        }
    }

    @Override
    public Duration limit() {
        return LIMIT;
    }

    @Override
    public void leadTo(URI address) {
        jira.fail(FakeFault.redirect(address).times(ALWAYS));
    }

    @Override
    public Set<ErrorCode> possibleFaults() {
        return Set.of(ErrorCode.UNAVAILABLE, ErrorCode.RATE_LIMITED, ErrorCode.AUTHENTICATION, ErrorCode.PERMISSION);
    }

    @Override
    public WebhookConfig webhookConfig() {
        return new WebhookConfig(URI.create("http://127.0.0.1:9/hook"), HOOK);
    }

    @Override
    public List<WebhookRequest> deliveries() {
        jira.webhooks().take().stream().map(JiraHarness::request).forEach(arrived::add);
        return List.copyOf(arrived);
    }

    private static WebhookRequest request(FakeDelivery delivery) {
        var headers = delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return WebhookRequest.of(headers, delivery.body());
    }

    /** What happened stands in the body, not beside it. */
    @Override
    public WebhookRequest signed(String kind, byte[] body) {
        return request(jira.webhooks().signed(HOOK_SECRET, body));
    }

    @Override
    public void refuseDeliveries(boolean refuse) {
        deliveries();
        jira.webhooks().loseNext(refuse ? ALWAYS : 0);
    }

    @Override
    public Set<TrackerTrait> lacks() {
        return EnumSet.of(
                TrackerTrait.TELLS_DELETION,
                TrackerTrait.ANNOUNCES_TRANSFERS,
                TrackerTrait.SEVERAL_ASSIGNEES,
                TrackerTrait.BLANKS_IN_LABELS,
                TrackerTrait.HAS_INTRUDERS,
                TrackerTrait.ANNOUNCES_LABELS);
    }

    @Override
    public void close() {
        adapters.forEach(IssueTrackerAdapter::close);
        jira.close();
    }
}
