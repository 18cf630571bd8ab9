package dev.issuelink.jira;

import dev.issuelink.error.TrackerException;
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

/** Jira's webhooks. Each ability has a home of its own; here they are put together. Safe for all threads. */
final class JiraWebhooks extends WebhookOperations {
    private final JiraConnection connection;
    private final JiraGate gate;
    private final JiraProof proof;
    private final JiraDeliveries deliveries;
    private final JiraHooks hooks;

    JiraWebhooks(JiraConnection connection, JiraGate gate, JiraIssues issues) {
        this.connection = connection;
        this.gate = gate;
        this.proof = new JiraProof(connection);
        this.deliveries = new JiraDeliveries(connection, issues);
        this.hooks = connection.settings().signsInBy(JiraSettings.OAUTH)
                ? new JiraDynamicHooks(connection)
                : new JiraAdminHooks(connection);
    }

    @Override
    protected Proof prove(WebhookRequest request) {
        proof.check(request);
        var body = new byte[request.size()];
        request.body().get(body);
        return new Proof(JiraProof.delivery(request, body), JiraProof.event(body), body);
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

    /** Keeps what is registered from ending. */
    void keepAlive() {
        if (connection.context().config().sync().webhookUrl().isPresent()) {
            hooks.keepAlive();
        }
    }

    /** Jira tells of missed deliveries to Connect apps alone. */
    @Override
    public Listing<MissedDelivery> missedDeliveries(String webhookId, Instant since) {
        throw unsupported("missedDeliveries");
    }

    @Override
    public void redeliver(String webhookId, MissedDelivery delivery) {
        throw unsupported("redeliver");
    }

    private TrackerException unsupported(String operation) {
        gate.require(Capability.REDELIVER_WEBHOOKS, operation);
        return TrackerException.unsupported(connection.tracker(), operation, "Jira repeats deliveries by itself only.");
    }
}
