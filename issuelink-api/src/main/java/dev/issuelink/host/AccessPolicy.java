package dev.issuelink.host;

import java.util.Optional;

/**
 * Decides who may do what. Asked before every operation of the
 * {@link dev.issuelink.IssueLinkManager}, on the caller's thread; keep it fast. If it
 * throws, the operation is refused.
 */
@FunctionalInterface
public interface AccessPolicy {
    /**
     * Decides.
     *
     * @param request who wants to do what
     * @return the reason of a refusal, in words for that person; empty to allow it
     */
    Optional<String> refusal(AccessRequest request);

    /**
     * Allows everything.
     *
     * @return the policy that holds unless the host gives another
     */
    static AccessPolicy allowAll() {
        return request -> Optional.empty();
    }
}
