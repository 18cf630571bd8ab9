package dev.issuelink;

import dev.issuelink.spi.WebhookRegistration;
import dev.issuelink.spi.WebhookRequest;

/** The door for what trackers send. Safe for all threads. */
public interface InboundWebhooks {
    /**
     * Verifies and stores a request. It returns as soon as the request is stored, well within the time that trackers
     * allow; what it says is applied afterwards, on an engine thread. Never throws for anything that is in the request.
     *
     * @param tracker the configured name of the tracker, taken from the address that the host gave it
     * @param request headers and raw body
     * @return what to answer
     * @throws IllegalArgumentException if no such tracker is configured
     */
    WebhookReceipt receive(String tracker, WebhookRequest request);

    /**
     * Registers the configured webhook with the tracker, or brings it up to date. Asking twice registers once.
     *
     * @param tracker the configured name of a tracker whose {@code sync} names a webhook's address and secret
     * @return what is registered
     * @throws dev.issuelink.error.ConfigurationException if it names none
     * @throws dev.issuelink.error.TrackerException if the tracker refuses
     */
    WebhookRegistration register(String tracker);

    /**
     * Asks the tracker to deliver again what we never accepted in the last three days.
     *
     * @param tracker the configured name of a tracker whose {@code sync} names the webhook's address; other webhooks are
     *     left alone
     * @return how many deliveries were asked for
     * @throws dev.issuelink.error.ConfigurationException if it names none
     * @throws dev.issuelink.error.TrackerException if the tracker refuses
     */
    int redeliverMissed(String tracker);
}
