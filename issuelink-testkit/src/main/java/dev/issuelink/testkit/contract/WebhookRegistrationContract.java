package dev.issuelink.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.issuelink.error.ErrorCode;
import dev.issuelink.model.Listing;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.MissedDelivery;
import dev.issuelink.spi.WebhookOperations;
import dev.issuelink.spi.WebhookRegistration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering webhooks, and catching up on what was missed. */
public abstract class WebhookRegistrationContract extends AdapterContract {
    /** For authors of providers. */
    protected WebhookRegistrationContract() {}

    @BeforeEach
    final void requireRegistration() {
        needs(Capability.MANAGE_WEBHOOKS);
    }

    private WebhookOperations webhooks() {
        return adapter().webhooks();
    }

    private WebhookRegistration register() {
        return webhooks().registerWebhook(harness().webhookConfig());
    }

    @Test
    void registersAWebhook() {
        var registered = register();
        assertThat(registered.url()).isEqualTo(harness().webhookConfig().url());
        assertThat(registered.active()).isTrue();
        assertThat(registered.events()).isNotEmpty();
        assertThat(webhooks().getWebhooks()).extracting(WebhookRegistration::id).containsExactly(registered.id());
    }

    @Test
    void registersOnceIfAskedTwice() {
        var first = register();
        var second = register();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(webhooks().getWebhooks()).hasSize(1);
    }

    @Test
    void listsNothingBeforeAnythingIsRegistered() {
        assertThat(webhooks().getWebhooks()).isEmpty();
    }

    @Test
    void removesAWebhook() {
        webhooks().unregisterWebhook(register().id());
        assertThat(webhooks().getWebhooks()).isEmpty();
    }

    @Test
    void removesAWebhookThatIsGone() {
        var id = register().id();
        webhooks().unregisterWebhook(id);
        assertThatCode(() -> webhooks().unregisterWebhook(id)).doesNotThrowAnyException();
    }

    @Test
    void registersAgainWhatWasRemoved() {
        webhooks().unregisterWebhook(register().id());
        assertThat(register().active()).isTrue();
        assertThat(webhooks().getWebhooks()).hasSize(1);
    }

    private List<MissedDelivery> missed(String hook, Instant since) {
        needs(Capability.REDELIVER_WEBHOOKS);
        var missed = new ArrayList<MissedDelivery>();
        Listing<MissedDelivery> listing = webhooks().missedDeliveries(hook, since);
        listing.forEach(missed::add);
        return missed;
    }

    @Test
    void missesNothingThatArrived() {
        needs(Capability.REDELIVER_WEBHOOKS);
        var since = now();
        var hook = register().id();
        people().openIssue("By hand", "");
        assertThat(missed(hook, since)).isEmpty();
    }

    @Test
    void listsWhatDidNotArriveOnceAndTheNewestFirst() {
        needs(Capability.REDELIVER_WEBHOOKS);
        var since = now();
        var hook = register().id();
        harness().refuseDeliveries(true);
        people().openIssue("First", "");
        letPass(Duration.ofMinutes(1));
        people().openIssue("Second", "");
        var missed = missed(hook, since);
        assertThat(missed).hasSize(2);
        assertThat(missed).extracting(MissedDelivery::deliveryId).doesNotHaveDuplicates();
        assertThat(missed.get(0).lastTriedAt()).isAfter(missed.get(1).lastTriedAt());
    }

    @Test
    void listsNothingOfBefore() {
        needs(Capability.REDELIVER_WEBHOOKS);
        var hook = register().id();
        harness().refuseDeliveries(true);
        people().openIssue("Old", "");
        letPass(Duration.ofHours(1));
        assertThat(missed(hook, now())).isEmpty();
    }

    @Test
    void deliversAgainUnderTheSameId() {
        needs(Capability.REDELIVER_WEBHOOKS, Capability.RECEIVE_WEBHOOKS);
        var since = now();
        var hook = register().id();
        harness().refuseDeliveries(true);
        people().openIssue("Missed", "");
        var missed = missed(hook, since).get(0);
        harness().refuseDeliveries(false);
        var before = harness().deliveries().size();
        webhooks().redeliver(hook, missed);
        var arrived = harness().deliveries();
        assertThat(arrived).hasSize(before + 1);
        assertThat(webhooks().verify(arrived.get(before)).id()).isEqualTo(missed.deliveryId());
        assertThat(webhooks().verify(arrived.get(before)).kind()).isEqualTo(missed.kind());
    }

    @Test
    void missesNoLongerWhatArrivedAtLast() {
        needs(Capability.REDELIVER_WEBHOOKS);
        var since = now();
        var hook = register().id();
        harness().refuseDeliveries(true);
        people().openIssue("Missed", "");
        var missed = missed(hook, since).get(0);
        harness().refuseDeliveries(false);
        webhooks().redeliver(hook, missed);
        assertThat(missed(hook, since)).isEmpty();
    }

    @Test
    void countsADeliveryOnceHoweverOftenItFailed() {
        needs(Capability.REDELIVER_WEBHOOKS);
        var since = now();
        var hook = register().id();
        harness().refuseDeliveries(true);
        people().openIssue("Missed", "");
        var missed = missed(hook, since).get(0);
        letPass(Duration.ofMinutes(1));
        webhooks().redeliver(hook, missed);
        assertThat(missed(hook, since)).hasSize(1);
    }

    @Test
    void missesNothingOfAWebhookThatIsNotThere() {
        needs(Capability.REDELIVER_WEBHOOKS);
        register();
        assertFails(() -> missed("987654", now()), ErrorCode.NOT_FOUND);
    }
}
