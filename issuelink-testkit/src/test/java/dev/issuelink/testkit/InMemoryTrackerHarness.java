package dev.issuelink.testkit;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Milestone;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.IssueTrackerAdapter;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRequest;
import dev.issuelink.testkit.contract.TrackerHarness;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tracker in memory under its own contract. */
final class InMemoryTrackerHarness implements TrackerHarness {
    private final MutableClock clock = MutableClock.create();
    private final InMemoryTracker tracker;
    private final IssueTrackerAdapter adapter;

    InMemoryTrackerHarness(Duration markerHorizon, Capability... without) {
        tracker = InMemoryTracker.builder("Company tracker", clock)
                .pageSize(5)
                .markerHorizon(markerHorizon)
                .milestones(List.of(new Milestone("7", "Next", "open", Optional.empty())))
                .without(without)
                .build();
        adapter = tracker.adapter();
    }

    @Override
    public IssueTrackerAdapter adapter() {
        return adapter;
    }

    @Override
    public IssueTrackerAdapter adapterWithWrongCredential() {
        return tracker.refusedAdapter();
    }

    @Override
    public Optional<IssueTrackerAdapter> adapterWithReadOnlyCredential() {
        return Optional.of(tracker.readOnlyAdapter());
    }

    @Override
    public TrackerPeople people() {
        return tracker.human();
    }

    @Override
    public MutableClock clock() {
        return clock;
    }

    @Override
    public String project() {
        return "acme/app";
    }

    @Override
    public String otherProject() {
        return "acme/other";
    }

    @Override
    public List<String> assignableUsers() {
        return List.of("alice", "bob");
    }

    @Override
    public Optional<String> milestone() {
        return Optional.of("7");
    }

    @Override
    public int pageSize() {
        return 5;
    }

    @Override
    public int requestCount() {
        return tracker.calls().size();
    }

    @Override
    public void loseNextAnswer() {
        tracker.faults().loseAnswerOfNext(TrackerFaults.ANY);
    }

    @Override
    public void fail(ErrorCode code) {
        tracker.faults().failAll(code);
    }

    @Override
    public void healFaults() {
        tracker.faults().heal();
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void leadTo(URI address) {
        // It has no addresses.
    }

    @Override
    public Set<ErrorCode> possibleFaults() {
        return Set.of(
                ErrorCode.UNAVAILABLE,
                ErrorCode.RATE_LIMITED,
                ErrorCode.PROTOCOL,
                ErrorCode.PERMISSION,
                ErrorCode.CONFLICT);
    }

    @Override
    public WebhookConfig webhookConfig() {
        return new WebhookConfig(URI.create("https://host.example/webhooks"), new SecretReference("HOOK"));
    }

    @Override
    public List<WebhookRequest> deliveries() {
        return tracker.deliveries();
    }

    @Override
    public WebhookRequest signed(String kind, byte[] body) {
        return tracker.signed(kind, new String(body, StandardCharsets.UTF_8));
    }

    @Override
    public void refuseDeliveries(boolean refuse) {
        tracker.refuseDeliveries(refuse);
    }

    @Override
    public void close() {
        adapter.close();
    }
}
