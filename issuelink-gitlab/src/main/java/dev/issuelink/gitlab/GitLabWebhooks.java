package dev.issuelink.gitlab;

import dev.issuelink.model.Listing;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookOperations;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import java.time.Instant;
import java.util.List;

/** GitLab's webhooks. Each ability has a home of its own; here they are put together. Safe for all threads. */
final class GitLabWebhooks extends WebhookOperations {
    private final GitLabGate gate;
    private final GitLabProof proof;
    private final GitLabDeliveries deliveries;
    private final GitLabHooks hooks;
    private final GitLabMissedDeliveries missed;

    GitLabWebhooks(GitLabConnection connection, GitLabGate gate) {
        this.gate = gate;
        this.proof = new GitLabProof(connection.context());
        this.deliveries = new GitLabDeliveries(connection);
        this.hooks = new GitLabHooks(connection);
        this.missed = new GitLabMissedDeliveries(connection);
    }

    @Override
    protected Proof prove(WebhookRequest request) {
        var id = proof.check(request);
        var payload = new byte[request.size()];
        request.body().get(payload);
        return new Proof(id, GitLabProof.kind(request), payload);
    }

    @Override
    public List<TrackerEvent> normalise(VerifiedDelivery delivery) {
        return deliveries.read(delivery);
    }

    @Override
    public WebhookRegistration registerWebhook(WebhookConfig config) {
        gate.require(Capability.MANAGE_WEBHOOKS, "registerWebhook");
        return hooks.register(config);
    }

    @Override
    public Listing<WebhookRegistration> getWebhooks() {
        gate.require(Capability.MANAGE_WEBHOOKS, "getWebhooks");
        return hooks.list();
    }

    @Override
    public void unregisterWebhook(String id) {
        gate.require(Capability.MANAGE_WEBHOOKS, "unregisterWebhook");
        hooks.unregister(id);
    }

    @Override
    public Listing<MissedDelivery> missedDeliveries(String webhookId, Instant since) {
        gate.require(Capability.REDELIVER_WEBHOOKS, "missedDeliveries");
        return missed.list(webhookId, since);
    }

    @Override
    public void redeliver(String webhookId, MissedDelivery delivery) {
        gate.require(Capability.REDELIVER_WEBHOOKS, "redeliver");
        missed.redeliver(webhookId, delivery);
    }
}
