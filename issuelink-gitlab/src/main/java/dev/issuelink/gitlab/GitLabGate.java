package dev.issuelink.gitlab;

import dev.issuelink.error.TrackerException;
import dev.issuelink.spi.Capability;
import dev.issuelink.spi.TrackerContext;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What can be done with the configured credential on this server, as far as known, and the refusal of the rest. Shrinks
 * when GitLab says that something is missing. Safe for all threads.
 */
final class GitLabGate {
    /** What changes something, and needs the scope {@code api}. */
    static final Set<Capability> WRITES = Collections.unmodifiableSet(EnumSet.of(
            Capability.CREATE_ISSUE,
            Capability.UPDATE_ISSUE,
            Capability.DELETE_ISSUE,
            Capability.TRANSFER_ISSUE,
            Capability.WRITE_COMMENTS,
            Capability.ATTACH_FILE,
            Capability.MANAGE_WEBHOOKS,
            Capability.REDELIVER_WEBHOOKS));

    private final String tracker;
    private final AtomicReference<Set<Capability>> capabilities;

    private GitLabGate(String tracker, Set<Capability> capabilities) {
        this.tracker = tracker;
        this.capabilities = new AtomicReference<>(capabilities);
    }

    static GitLabGate of(GitLabSettings settings, TrackerContext context) {
        var can = EnumSet.of(
                Capability.READ_ISSUES,
                Capability.SEARCH_ISSUES,
                Capability.READ_COMMENTS,
                Capability.LIST_LABELS,
                Capability.FIND_BY_MARKER);
        if (!settings.isAnonymous()) {
            can.addAll(WRITES);
            can.addAll(EnumSet.of(Capability.LIST_PROJECTS, Capability.LIST_USERS, Capability.READ_SECURITY_ALERTS));
            removeIf(!settings.allowDelete(), Capability.DELETE_ISSUE, can);
            removeIf(!settings.allowTransfer(), Capability.TRANSFER_ISSUE, can);
        }
        if (!context.config().sync().webhookSecrets().isEmpty()) {
            can.add(Capability.RECEIVE_WEBHOOKS);
        }
        return new GitLabGate(settings.tracker(), Collections.unmodifiableSet(can));
    }

    Set<Capability> capabilities() {
        return capabilities.get();
    }

    /** GitLab said that these are not to be had. */
    void lose(Set<Capability> missing) {
        capabilities.updateAndGet(before -> {
            var left = EnumSet.copyOf(before);
            left.removeAll(missing);
            return Collections.unmodifiableSet(left);
        });
    }

    void require(Capability capability, String operation) {
        if (!capabilities().contains(capability)) {
            throw TrackerException.unsupported(tracker, operation, advice(capability));
        }
    }

    private static String advice(Capability capability) {
        return switch (capability) {
            case DELETE_ISSUE ->
                "Deleting issues must be allowed by the setting allow_delete; closing them is the other way.";
            case TRANSFER_ISSUE -> "Moving issues must be allowed by the setting allow_transfer.";
            case RECEIVE_WEBHOOKS -> "Configure sync.webhook_secret to receive webhooks.";
            case REDELIVER_WEBHOOKS -> "It needs GitLab 17.4 or later, and a credential with the scope api.";
            case READ_SECURITY_ALERTS -> "It needs a credential, and GitLab Ultimate.";
            default -> "It needs a credential with the scope api, and none is configured.";
        };
    }

    private static void removeIf(boolean condition, Capability capability, Set<Capability> can) {
        if (condition) {
            can.remove(capability);
        }
    }
}
