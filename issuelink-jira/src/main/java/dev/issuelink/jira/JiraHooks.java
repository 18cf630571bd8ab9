package dev.issuelink.jira;

import dev.issuelink.model.Listing;
import dev.issuelink.spi.WebhookConfig;
import dev.issuelink.spi.WebhookRegistration;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One of the two ways in which Jira's webhooks are managed: an administrator's, or an OAuth app's. */
interface JiraHooks {
    /** What is delivered. */
    List<String> EVENTS = List.of(
            "jira:issue_created",
            "jira:issue_updated",
            "jira:issue_deleted",
            "comment_created",
            "comment_updated",
            "comment_deleted");

    /** Registers, or brings up to date what is registered for the same address. */
    WebhookRegistration register(WebhookConfig config);

    /** What is registered. */
    Listing<WebhookRegistration> list();

    /** Removes; what is gone already is no error. */
    void unregister(String id);

    /** Called again and again while the tracker is polled: renews what would end soon. What fails is tried later. */
    default void keepAlive() {}

    /** An address, if it is one. */
    static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
