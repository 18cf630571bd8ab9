package dev.issuelink.store;

import dev.issuelink.model.IssueKey;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which write, and in the end which issue, stands for all events of one fingerprint. Immutable. */
public final class FingerprintClaim {
    private record State(
            String fingerprint,
            String rule,
            String outboxId,
            Instant claimedAt,
            Optional<IssueKey> issue,
            String document,
            Optional<Instant> dueAt) {}

    private final State state;

    private FingerprintClaim(State state) {
        this.state = state;
    }

    /**
     * A claim whose issue is not open yet.
     *
     * @param fingerprint what such events have in common
     * @param rule the rule by which the issue is opened
     * @param outboxId the write that opens it
     * @param claimedAt when the first such event came, by the engine's clock
     * @param document what else is known of the events, made and read by the engine only
     * @return the claim
     */
    public static FingerprintClaim of(
            String fingerprint, String rule, String outboxId, Instant claimedAt, String document) {
        return new FingerprintClaim(new State(
                Objects.requireNonNull(fingerprint, "fingerprint"),
                Objects.requireNonNull(rule, "rule"),
                Objects.requireNonNull(outboxId, "outboxId"),
                Objects.requireNonNull(claimedAt, "claimedAt"),
                Optional.empty(),
                Objects.requireNonNull(document, "document"),
                Optional.empty()));
    }

    /**
     * This claim, with another write on its way: its issue is not open yet.
     *
     * @param outboxId the write that opens the issue
     * @return the claim
     */
    public FingerprintClaim opening(String outboxId) {
        return new FingerprintClaim(new State(
                state.fingerprint,
                state.rule,
                Objects.requireNonNull(outboxId, "outboxId"),
                state.claimedAt,
                Optional.empty(),
                state.document,
                state.dueAt));
    }

    /**
     * This claim, with an issue.
     *
     * @param issue the issue that stands for the events
     * @return the claim
     */
    public FingerprintClaim bound(IssueKey issue) {
        return new FingerprintClaim(new State(
                state.fingerprint,
                state.rule,
                state.outboxId,
                state.claimedAt,
                Optional.of(issue),
                state.document,
                state.dueAt));
    }

    /**
     * This claim, with something else known of its events.
     *
     * @param document made and read by the engine only
     * @param dueAt when the engine has to come back to it, by the engine's clock, or null if nothing is left to do
     * @return the claim
     */
    public FingerprintClaim noting(String document, @Nullable Instant dueAt) {
        return new FingerprintClaim(new State(
                state.fingerprint,
                state.rule,
                state.outboxId,
                state.claimedAt,
                state.issue,
                Objects.requireNonNull(document, "document"),
                Optional.ofNullable(dueAt)));
    }

    /**
     * What the events have in common.
     *
     * @return the fingerprint
     */
    public String fingerprint() {
        return state.fingerprint;
    }

    /**
     * The rule by which the issue is opened.
     *
     * @return its name
     */
    public String rule() {
        return state.rule;
    }

    /**
     * The write that opens the issue.
     *
     * @return its id in the outbox
     */
    public String outboxId() {
        return state.outboxId;
    }

    /**
     * When the first such event came, by the engine's clock.
     *
     * @return the time
     */
    public Instant claimedAt() {
        return state.claimedAt;
    }

    /**
     * The issue, once it is open.
     *
     * @return its identity, or empty
     */
    public Optional<IssueKey> issue() {
        return state.issue;
    }

    /**
     * What else is known of the events.
     *
     * @return text made and read by the engine only
     */
    public String document() {
        return state.document;
    }

    /**
     * When the engine has to come back to it, by the engine's clock.
     *
     * @return the time, or empty if nothing is left to do
     */
    public Optional<Instant> dueAt() {
        return state.dueAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FingerprintClaim that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "FingerprintClaim[%s of %s, write %s, %s]"
                .formatted(
                        state.fingerprint,
                        state.rule,
                        state.outboxId,
                        state.issue.map(IssueKey::toString).orElse("no issue yet"));
    }
}
