package dev.issuelink.github;

import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.TrackerContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What can be done with the configured credential, and the refusal of the rest.
 *
 * @param tracker the tracker's configured name
 * @param capabilities what can be done
 */
record GitHubGate(String tracker, Set<Capability> capabilities) {
    static GitHubGate of(GitHubSettings settings, TrackerContext context) {
        var can = EnumSet.of(
                Capability.READ_ISSUES,
                Capability.SEARCH_ISSUES,
                Capability.READ_COMMENTS,
                Capability.LIST_LABELS,
                Capability.LIST_USERS,
                Capability.FIND_BY_MARKER);
        if (!settings.isAnonymous()) {
            can.addAll(EnumSet.of(
                    Capability.CREATE_ISSUE,
                    Capability.UPDATE_ISSUE,
                    Capability.WRITE_COMMENTS,
                    Capability.LIST_PROJECTS,
                    Capability.MANAGE_WEBHOOKS,
                    Capability.REDELIVER_WEBHOOKS,
                    Capability.READ_SECURITY_ALERTS));
            addIf(settings.allowDelete(), Capability.DELETE_ISSUE, can);
            addIf(settings.allowTransfer(), Capability.TRANSFER_ISSUE, can);
        }
        addIf(!context.config().sync().webhookSecrets().isEmpty(), Capability.RECEIVE_WEBHOOKS, can);
        return new GitHubGate(settings.tracker(), Collections.unmodifiableSet(can));
    }

    void require(Capability capability, String operation) {
        if (!capabilities.contains(capability)) {
            throw TrackerException.unsupported(tracker, operation, advice(capability));
        }
    }

    private static String advice(Capability capability) {
        return switch (capability) {
            case DELETE_ISSUE ->
                "Deleting issues must be allowed by the setting allow_delete; closing them is the other way.";
            case TRANSFER_ISSUE -> "Transferring issues must be allowed by the setting allow_transfer.";
            case RECEIVE_WEBHOOKS -> "Configure sync.webhook_secret to receive webhooks.";
            case ATTACH_FILE ->
                "GitHub's API takes no attachments; put the file where the readers of the issue can see it"
                        + " and link it in a comment.";
            default -> "It needs a credential, and none is configured.";
        };
    }

    private static void addIf(boolean condition, Capability capability, Set<Capability> can) {
        if (condition) {
            can.add(capability);
        }
    }
}
