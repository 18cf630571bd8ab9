package dev.issuelink.github;

import dev.issuelink.error.TrackerException;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.TrackerEvent;
import dev.issuelink.spi.VerifiedDelivery;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookOperations;
import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;
import java.time.Instant;
import java.util.List;

/** GitHub's webhooks. Each ability has a home of its own; here they are put together. Safe for all threads. */
final class GitHubWebhooks extends WebhookOperations {
    private final GitHubConnection connection;
    private final GitHubProof proof;
    private final GitHubDeliveries deliveries;
    private final GitHubHooks hooks;

    GitHubWebhooks(GitHubConnection connection) {
        this.connection = connection;
        this.proof = new GitHubProof(connection.context());
        this.deliveries = new GitHubDeliveries(connection);
        this.hooks = new GitHubHooks(connection);
    }

    @Override
    protected Proof prove(WebhookRequest request) {
        proof.check(request);
        return new Proof(GitHubProof.delivery(request), GitHubProof.event(request), GitHubProof.payload(request));
    }

    @Override
    public List<TrackerEvent> normalise(VerifiedDelivery delivery) {
        return deliveries.read(delivery);
    }

    @Override
    public WebhookRegistration registerWebhook(WebhookConfig config) {
        return signedIn("registerWebhook").register(config);
    }

    @Override
    public Listing<WebhookRegistration> getWebhooks() {
        return signedIn("getWebhooks").list();
    }

    @Override
    public void unregisterWebhook(String id) {
        signedIn("unregisterWebhook").unregister(id);
    }

    @Override
    public Listing<MissedDelivery> missedDeliveries(String webhookId, Instant since) {
        return signedIn("missedDeliveries").missed(webhookId, since);
    }

    @Override
    public void redeliver(String webhookId, MissedDelivery delivery) {
        signedIn("redeliver").redeliver(webhookId, delivery);
    }

    private GitHubHooks signedIn(String operation) {
        if (connection.settings().isAnonymous()) {
            throw TrackerException.unsupported(
                    connection.tracker(),
                    operation,
                    "GitHub shows webhooks to nobody without a credential; configure one.");
        }
        return hooks;
    }
}
