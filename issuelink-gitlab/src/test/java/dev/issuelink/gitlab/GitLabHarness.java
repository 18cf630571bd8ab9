package dev.issuelink.gitlab;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.MutableClock;
import dev.issuelink.testkit.TrackerPeople;
import dev.issuelink.testkit.contract.TrackerHarness;
import dev.issuelink.testkit.contract.TrackerTrait;
import dev.issuelink.testkit.gitlab.FakeGitLab;
import dev.issuelink.testkit.gitlab.FakeGitLabDelivery;
import dev.issuelink.testkit.gitlab.FakeGitLabFault;
import dev.issuelink.testkit.gitlab.FakeGitLabProject;
import dev.issuelink.testkit.gitlab.FakeGitLabToken;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** Our adapter together with the fake of GitLab, which knows nothing of it. */
final class GitLabHarness implements TrackerHarness {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int ALWAYS = 10_000;

    private final MutableClock clock = MutableClock.create();
    private final FakeGitLab gitlab;
    private final FakeGitLabProject project;
    private final FakeGitLabProject other;
    private final List<IssueTrackerAdapter> adapters = new ArrayList<>();
    private final List<WebhookRequest> arrived = new CopyOnWriteArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();
    private final IssueTrackerAdapter adapter;
    private final long milestone;
    private final boolean byPath;
    private boolean limited;

    GitLabHarness(FakeGitLab.Builder builder) {
        this(builder, false);
    }

    GitLabHarness(FakeGitLab.Builder builder, boolean configuredByPath) {
        byPath = configuredByPath;
        gitlab = builder.clock(clock).start();
        project = gitlab.addProject("acme/tools/shop", "olivia");
        other = gitlab.addProject("acme/other", "olivia");
        project.member("bo", 30);
        milestone = project.addMilestone("1.0");
        gitlab.deliverTo(this::receive);
        adapter = connect(gitlab.token("olivia"));
    }

    private IssueTrackerAdapter connect(String token) {
        var settings = GitLabTests.settings(
                gitlab.baseUrl(),
                byPath ? project.path() : project(),
                "allow_delete",
                true,
                "allow_transfer",
                true,
                "priority_labels",
                Map.of("P1", "urgent", "High", "high", "Low", "low"));
        var config = GitLabTests.config(settings, "personal_token").build();
        var made = GitLabTests.connect(config, token, GitLabTests.SIGNING_TOKEN, clock);
        adapters.add(made);
        return made;
    }

    private int receive(FakeGitLabDelivery delivery) {
        if (refusing.get()) {
            return 503;
        }
        arrived.add(request(delivery));
        return 204;
    }

    private static WebhookRequest request(FakeGitLabDelivery delivery) {
        var headers = delivery.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return WebhookRequest.of(headers, delivery.body());
    }

    @Override
    public IssueTrackerAdapter adapter() {
        return adapter;
    }

    @Override
    public IssueTrackerAdapter adapterWithWrongCredential() {
        return connect("glpat-wrong");
    }

    @Override
    public Optional<IssueTrackerAdapter> adapterWithReadOnlyCredential() {
        return Optional.of(connect(gitlab.token(FakeGitLabToken.of("olivia", "read_api"))));
    }

    @Override
    public TrackerPeople people() {
        return new GitLabPeopleOfTests(project, other);
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public String project() {
        return Long.toString(project.id());
    }

    @Override
    public String otherProject() {
        return Long.toString(other.id());
    }

    @Override
    public List<String> assignableUsers() {
        return List.of("olivia", "bo");
    }

    @Override
    public Optional<String> milestone() {
        return Optional.of(Long.toString(milestone));
    }

    @Override
    public int pageSize() {
        return GitLabConnection.PAGE_SIZE;
    }

    @Override
    public int requestCount() {
        return gitlab.requestCount();
    }

    @Override
    public void loseNextAnswer() {
        gitlab.fail(FakeGitLabFault.responseLost().onWrites());
    }

    @Override
    public void fail(ErrorCode code) {
        limited = code == ErrorCode.RATE_LIMITED;
        gitlab.fail(fault(code).times(ALWAYS));
    }

    private static FakeGitLabFault fault(ErrorCode code) {
        return switch (code) {
            case UNAVAILABLE -> FakeGitLabFault.htmlPage(502);
            case RATE_LIMITED -> FakeGitLabFault.throttled(LIMIT);
            case AUTHENTICATION -> FakeGitLabFault.status(401, "{\"message\":\"401 Unauthorized\"}");
            case PERMISSION -> FakeGitLabFault.status(403, "{\"message\":\"403 Forbidden\"}");
            default -> throw new IllegalArgumentException(code.name());
        };
    }

    @Override
    public void healFaults() {
        gitlab.clearFaults();
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
        gitlab.fail(FakeGitLabFault.redirect(address).times(ALWAYS));
    }

    @Override
    public Set<ErrorCode> possibleFaults() {
        return Set.of(ErrorCode.UNAVAILABLE, ErrorCode.RATE_LIMITED, ErrorCode.AUTHENTICATION, ErrorCode.PERMISSION);
    }

    @Override
    public WebhookConfig webhookConfig() {
        return new WebhookConfig(URI.create("http://127.0.0.1:9/hook"), GitLabTests.HOOK);
    }

    @Override
    public List<WebhookRequest> deliveries() {
        return List.copyOf(arrived);
    }

    @Override
    public WebhookRequest signed(String kind, byte[] body) {
        return request(project.signed(kind, GitLabTests.SIGNING_TOKEN, new String(body, StandardCharsets.UTF_8)));
    }

    @Override
    public void refuseDeliveries(boolean refuse) {
        refusing.set(refuse);
    }

    /** GitLab tells of no deletion and of no new place, keeps no reasons, and mixes nothing in. */
    @Override
    public Set<TrackerTrait> lacks() {
        return EnumSet.of(
                TrackerTrait.TELLS_DELETION,
                TrackerTrait.ANNOUNCES_DELETIONS,
                TrackerTrait.ANNOUNCES_TRANSFERS,
                TrackerTrait.KNOWS_RESOLUTIONS,
                TrackerTrait.HAS_INTRUDERS,
                TrackerTrait.ANNOUNCES_LABELS);
    }

    @Override
    public void close() {
        adapters.forEach(IssueTrackerAdapter::close);
        gitlab.close();
    }
}
