package dev.issuelink.jira;

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
record JiraGate(String tracker, Set<Capability> capabilities) {
    static JiraGate of(JiraSettings settings, TrackerContext context) {
        var can = EnumSet.of(
                Capability.READ_ISSUES,
                Capability.SEARCH_ISSUES,
                Capability.READ_COMMENTS,
                Capability.LIST_PROJECTS,
                Capability.LIST_LABELS,
                Capability.FIND_BY_MARKER);
        if (!settings.isAnonymous()) {
            can.addAll(EnumSet.of(
                    Capability.CREATE_ISSUE,
                    Capability.UPDATE_ISSUE,
                    Capability.WRITE_COMMENTS,
                    Capability.ATTACH_FILE,
                    Capability.LIST_USERS,
                    Capability.MANAGE_WEBHOOKS));
            addIf(settings.allowDelete(), Capability.DELETE_ISSUE, can);
        }
        addIf(
                !context.config().sync().webhookSecrets().isEmpty() || settings.signsInBy(JiraSettings.OAUTH),
                Capability.RECEIVE_WEBHOOKS,
                can);
        return new JiraGate(settings.tracker(), Collections.unmodifiableSet(can));
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
            case TRANSFER_ISSUE -> "Jira's API moves no single issue; people move it, and it keeps its identity.";
            case RECEIVE_WEBHOOKS -> "Configure sync.webhook_secret to receive webhooks.";
            case REDELIVER_WEBHOOKS ->
                "Jira repeats by itself what was not accepted, for half an hour; what is lost then is found by polling.";
            case READ_SECURITY_ALERTS -> "Jira has no security findings of its own.";
            default -> "It needs a credential, and none is configured.";
        };
    }

    private static void addIf(boolean condition, Capability capability, Set<Capability> can) {
        if (condition) {
            can.add(capability);
        }
    }
}
