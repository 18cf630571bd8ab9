package dev.issuelink.core.internal.guard;

import dev.issuelink.core.internal.audit.AuditRecorder;
import dev.issuelink.error.AccessRefusedException;
import dev.issuelink.host.AccessPolicy;
import dev.issuelink.host.AccessRequest;
import dev.issuelink.model.ObjectKey;
import dev.issuelink.store.IssueLinkStores;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the host's policy before every operation. A policy that throws refuses. */
public final class AccessGuard {
    private final AccessPolicy policy;
    private final IssueLinkStores stores;
    private final AuditRecorder audit;

    public AccessGuard(AccessPolicy policy, IssueLinkStores stores, AuditRecorder audit) {
        this.policy = policy;
        this.stores = stores;
        this.audit = audit;
    }

    /** Returns if the policy allows it, and leaves a trace in the audit trail if not. */
    public void check(String actor, AccessRequest.Operation operation, String tracker, @Nullable ObjectKey object) {
        var request = new AccessRequest(actor, operation, tracker, Optional.ofNullable(object));
        ask(request).ifPresent(reason -> {
            stores.inTransaction(transaction -> {
                audit.record(
                        transaction,
                        actor,
                        "access.refused",
                        object == null ? tracker : object,
                        Map.of("operation", operation.name(), "reason", reason));
                return reason;
            });
            throw new AccessRefusedException(
                    actor + " may not " + operation + (tracker.isEmpty() ? "" : " on " + tracker) + ": " + reason);
        });
    }

    private Optional<String> ask(AccessRequest request) {
        try {
            return policy.refusal(request);
        } catch (RuntimeException failure) {
            return Optional.of(
                    "the access policy failed with " + failure.getClass().getSimpleName());
        }
    }
}
