package dev.issuelink.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a test of a connection found. */
public final class ConnectionReport {
    private record State(
            boolean usable,
            String account,
            List<String> granted,
            List<String> missing,
            Optional<Instant> credentialExpiresAt,
            Optional<Long> callsLeft,
            Duration latency,
            String advice) {}

    private final State state;

    private ConnectionReport(State state) {
        this.state = state;
    }

    /**
     * Starts a report.
     *
     * @param usable whether everything that is configured can be done
     * @param latency how long one call took
     * @return a builder
     */
    public static Builder builder(boolean usable, Duration latency) {
        return new Builder(usable, latency);
    }

    /**
     * Whether everything that is configured can be done.
     *
     * @return true if nothing is wrong
     */
    public boolean usable() {
        return state.usable;
    }

    /**
     * Who we are for the tracker.
     *
     * @return the account's name, or empty text if the tracker did not tell
     */
    public String account() {
        return state.account;
    }

    /**
     * What the credential may do, in the tracker's words.
     *
     * @return scopes or permissions
     */
    public List<String> granted() {
        return state.granted;
    }

    /**
     * What the credential lacks, in the tracker's words.
     *
     * @return scopes or permissions
     */
    public List<String> missing() {
        return state.missing;
    }

    /**
     * When the credential ends.
     *
     * @return the time, or empty if it does not, or the tracker does not tell
     */
    public Optional<Instant> credentialExpiresAt() {
        return state.credentialExpiresAt;
    }

    /**
     * How many calls are left in the tracker's present window.
     *
     * @return the number, or empty if the tracker does not tell
     */
    public Optional<Long> callsLeft() {
        return state.callsLeft;
    }

    /**
     * How long one call took.
     *
     * @return the time
     */
    public Duration latency() {
        return state.latency;
    }

    /**
     * What to do.
     *
     * @return one sentence; empty if there is nothing to do
     */
    public String advice() {
        return state.advice;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectionReport that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "ConnectionReport" + state.toString().substring("State".length());
    }

    /** Collects what was found. Not for several threads. */
    public static final class Builder {
        private final boolean usable;
        private final Duration latency;
        private String account = "";
        private List<String> granted = List.of();
        private List<String> missing = List.of();
        private String advice = "";
        private @Nullable Instant credentialExpiresAt;
        private @Nullable Long callsLeft;

        private Builder(boolean usable, Duration latency) {
            this.usable = usable;
            this.latency = Objects.requireNonNull(latency, "latency");
        }

        /**
         * Sets who we are.
         *
         * @param account the account's name
         * @return this
         */
        public Builder account(String account) {
            this.account = Objects.requireNonNull(account, "account");
            return this;
        }

        /**
         * Sets what the credential may do.
         *
         * @param granted scopes or permissions
         * @return this
         */
        public Builder granted(List<String> granted) {
            this.granted = List.copyOf(granted);
            return this;
        }

        /**
         * Sets what the credential lacks.
         *
         * @param missing scopes or permissions
         * @return this
         */
        public Builder missing(List<String> missing) {
            this.missing = List.copyOf(missing);
            return this;
        }

        /**
         * Sets when the credential ends.
         *
         * @param credentialExpiresAt the time, or null
         * @return this
         */
        public Builder credentialExpiresAt(@Nullable Instant credentialExpiresAt) {
            this.credentialExpiresAt = credentialExpiresAt;
            return this;
        }

        /**
         * Sets how many calls are left.
         *
         * @param callsLeft the number, or null
         * @return this
         */
        public Builder callsLeft(@Nullable Long callsLeft) {
            this.callsLeft = callsLeft;
            return this;
        }

        /**
         * Sets what to do.
         *
         * @param advice one sentence
         * @return this
         */
        public Builder advice(String advice) {
            this.advice = Objects.requireNonNull(advice, "advice");
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         */
        public ConnectionReport build() {
            return new ConnectionReport(new State(
                    usable,
                    account,
                    granted,
                    missing,
                    Optional.ofNullable(credentialExpiresAt),
                    Optional.ofNullable(callsLeft),
                    latency,
                    advice));
        }
    }
}
