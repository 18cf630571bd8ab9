package dev.issuelink.github;

import dev.issuelink.config.AuthConfig;
import dev.issuelink.config.SecretReference;
import dev.issuelink.config.Settings;
import dev.issuelink.config.SyncConfig;
import dev.issuelink.config.TrackerConfig;
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
import dev.issuelink.testkit.github.FakeDelivery;
import dev.issuelink.testkit.github.FakeFault;
import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeRepository;
import dev.issuelink.testkit.github.FakeToken;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Our adapter together with the fake of GitHub, which knows nothing of it. */
final class GitHubHarness implements TrackerHarness {
    private static final String HOOK_SECRET = "It's a Secret to Everybody";
    private static final SecretReference HOOK = new SecretReference("HOOK");
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int ALWAYS = 10_000;

    private final MutableClock clock = MutableClock.create();
    private final FakeGitHub github = FakeGitHub.builder().clock(clock).start();
    private final FakeRepository repository = github.addRepository("octo", "demo");
    private final FakeRepository other = github.addRepository("octo", "other");
    private final List<IssueTrackerAdapter> adapters = new ArrayList<>();
    private final List<WebhookRequest> arrived = new ArrayList<>();
    private final IssueTrackerAdapter adapter;
    private final int milestone;
    private boolean limited;
    private boolean refusing;

    GitHubHarness() {
        repository.addCollaborator("bo", "write");
        milestone = repository.addMilestone("1.0");
        github.webhooks().hold();
        adapter = connect(github.token("octo"));
    }

    private IssueTrackerAdapter connect(String token) {
        var settings = GitHubTests.settings(
                github.baseUrl(),
                "allow_delete",
                true,
                "allow_transfer",
                true,
                "priority_labels",
                Map.of("P1", "urgent", "High", "high", "Low", "low"));
        var auth = Settings.of(Map.of("token", new SecretReference("TOKEN")));
        var config = TrackerConfig.builder("gh", "github")
                .settings(Settings.of(settings))
                .auth(new AuthConfig("personal_token", auth))
                .sync(new SyncConfig(SyncDirection.BIDIRECTIONAL, List.of(HOOK), Optional.empty(), Duration.ZERO))
                .build();
        var context = TestContext.builder(config)
                .clock(clock)
                .secret("TOKEN", token)
                .secret("HOOK", HOOK_SECRET)
                .build();
        var made = GitHubAdapter.connect(context, GitHubTests.quick());
        adapters.add(made);
        return made;
    }

    /** Deliveries under way arrive before the adapter is asked the next time, so that no test has to wait. */
    @Override
    public IssueTrackerAdapter adapter() {
        deliveries();
        return adapter;
    }

    @Override
    public IssueTrackerAdapter adapterWithWrongCredential() {
        return connect("ghp_wrong");
    }

    @Override
    public Optional<IssueTrackerAdapter> adapterWithReadOnlyCredential() {
        var reading = Map.of("issues", "read", "metadata", "read", "webhooks", "read", "vulnerability_alerts", "read");
        return Optional.of(connect(github.token(FakeToken.fineGrained("octo", reading))));
    }

    @Override
    public TrackerPeople people() {
        return new GitHubPeople(repository, other);
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public String project() {
        return "octo/demo";
    }

    @Override
    public String otherProject() {
        return "octo/other";
    }

    @Override
    public List<String> assignableUsers() {
        return List.of("octo", "bo");
    }

    @Override
    public Optional<String> milestone() {
        return Optional.of(Integer.toString(milestone));
    }

    @Override
    public int pageSize() {
        return GitHubConnection.PAGE_SIZE;
    }

    @Override
    public int requestCount() {
        return github.requestCount();
    }

    @Override
    public void loseNextAnswer() {
        github.fail(FakeFault.responseLost().onWrites().times(1));
    }

    @Override
    public void fail(ErrorCode code) {
        limited = code == ErrorCode.RATE_LIMITED;
        github.fail(fault(code).times(ALWAYS));
    }

    private static FakeFault fault(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE -> FakeFault.htmlPage(502);
            case RATE_LIMITED -> FakeFault.primaryLimit(403, LIMIT);
            case AUTHENTICATION -> FakeFault.status(401, "{\"message\": \"Bad credentials\"}");
            case PERMISSION -> FakeFault.status(403, "{\"message\": \"Must have admin rights\"}");
            default -> throw new IllegalArgumentException(code.name());
        };
    }

    @Override
    public void healFaults() {
        github.clearFaults();
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
        github.fail(FakeFault.redirect(address).times(ALWAYS));
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
        if (refusing) {
            // What is asked for again goes where nobody listens.
            github.webhooks().deliverNow();
            return List.copyOf(arrived);
        }
        github.webhooks().take().stream()
                .filter(delivery -> !delivery.event().equals("ping"))
                .map(GitHubHarness::request)
                .forEach(arrived::add);
        return List.copyOf(arrived);
    }

    private static WebhookRequest request(FakeDelivery delivery) {
        var headers = delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return WebhookRequest.of(headers, delivery.body());
    }

    @Override
    public WebhookRequest signed(String kind, byte[] body) {
        return request(github.webhooks().signed(repository, kind, HOOK_SECRET, body));
    }

    @Override
    public void refuseDeliveries(boolean refuse) {
        deliveries();
        refusing = refuse;
        github.webhooks().loseNext(refuse ? ALWAYS : 0);
    }

    /** Assignees who cannot be assigned are refused by GitHub, but dropped by the adapter before it asks. */
    @Override
    public Set<TrackerTrait> lacks() {
        return Set.of();
    }

    @Override
    public void close() {
        adapters.forEach(IssueTrackerAdapter::close);
        github.close();
    }
}
