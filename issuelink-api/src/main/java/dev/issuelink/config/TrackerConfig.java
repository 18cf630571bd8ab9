package dev.issuelink.config;

import dev.issuelink.model.WriteLimits;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One configured connection to a tracker. */
public final class TrackerConfig {
    private record State(
            String name,
            String type,
            boolean enabled,
            Optional<AuthConfig> auth,
            List<String> labels,
            Settings settings,
            SyncConfig sync,
            Map<String, List<String>> teams,
            Optional<IssueBudget> budget,
            Optional<WriteLimits> writeLimits) {}

    private final State state;

    private TrackerConfig(State state) {
        this.state = state;
    }

    /**
     * Starts a tracker.
     *
     * @param name its name, unique in the configuration
     * @param type the provider's type, for example {@code github}
     * @return a builder
     */
    public static Builder builder(String name, String type) {
        return new Builder(name, type);
    }

    /**
     * Its name, unique in the configuration.
     *
     * @return the name
     */
    public String name() {
        return state.name;
    }

    /**
     * The provider's type.
     *
     * @return for example {@code github}
     */
    public String type() {
        return state.type;
    }

    /**
     * Whether it is used at all.
     *
     * @return false if it is only kept for later
     */
    public boolean enabled() {
        return state.enabled;
    }

    /**
     * How it is signed in to.
     *
     * @return the way, or empty for anonymous
     */
    public Optional<AuthConfig> auth() {
        return state.auth;
    }

    /**
     * Labels that every issue opened here gets.
     *
     * @return their names
     */
    public List<String> labels() {
        return state.labels;
    }

    /**
     * The provider's own settings: everything else under {@code config}.
     *
     * @return the settings
     */
    public Settings settings() {
        return state.settings;
    }

    /**
     * How it is kept in step.
     *
     * @return the way
     */
    public SyncConfig sync() {
        return state.sync;
    }

    /**
     * Who is meant where a rule assigns a team: {@code @db-oncall} means those under {@code db-oncall}.
     *
     * @return the tracker's own names of users by the team's name, which is written without {@code @}
     */
    public Map<String, List<String>> teams() {
        return state.teams;
    }

    /**
     * How many issues all rules together may open here; what goes beyond is gathered in one roll-up issue.
     *
     * @return the budget, or empty for the engine's own
     */
    public Optional<IssueBudget> budget() {
        return state.budget;
    }

    /**
     * How many issues and comments may be written here with this credential.
     *
     * @return the limits, or empty for what the provider knows of its tracker
     */
    public Optional<WriteLimits> writeLimits() {
        return state.writeLimits;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrackerConfig that && state.equals(that.state);
    }

    @Override
    public int hashCode() {
        return state.hashCode();
    }

    @Override
    public String toString() {
        return "TrackerConfig[" + state.name + ", " + state.type + (state.enabled ? "]" : ", disabled]");
    }

    /** Collects what is configured. Not for several threads. */
    public static final class Builder {
        private final String name;
        private final String type;
        private boolean enabled = true;
        private List<String> labels = List.of();
        private Settings settings = Settings.empty();
        private SyncConfig sync = SyncConfig.defaults();
        private Map<String, List<String>> teams = Map.of();
        private @Nullable AuthConfig auth;
        private @Nullable IssueBudget budget;
        private @Nullable WriteLimits writeLimits;

        private Builder(String name, String type) {
            this.name = Objects.requireNonNull(name, "name");
            this.type = Objects.requireNonNull(type, "type");
        }

        /**
         * Sets whether it is used at all.
         *
         * @param enabled whether
         * @return this
         */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * Sets how it is signed in to.
         *
         * @param auth the way, or null for anonymous
         * @return this
         */
        public Builder auth(@Nullable AuthConfig auth) {
            this.auth = auth;
            return this;
        }

        /**
         * Sets labels that every issue opened here gets.
         *
         * @param labels their names
         * @return this
         */
        public Builder labels(List<String> labels) {
            this.labels = List.copyOf(labels);
            return this;
        }

        /**
         * Sets the provider's own settings.
         *
         * @param settings the settings
         * @return this
         */
        public Builder settings(Settings settings) {
            this.settings = Objects.requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets how it is kept in step.
         *
         * @param sync the way
         * @return this
         */
        public Builder sync(SyncConfig sync) {
            this.sync = Objects.requireNonNull(sync, "sync");
            return this;
        }

        /**
         * Sets who is meant where a rule assigns a team.
         *
         * @param teams the tracker's own names of users by the team's name, without {@code @}
         * @return this
         * @throws IllegalArgumentException if a name begins with {@code @}, or a team has nobody
         */
        public Builder teams(Map<String, List<String>> teams) {
            var copy = new LinkedHashMap<String, List<String>>();
            teams.forEach((name, users) -> {
                if (name.isBlank() || name.startsWith("@") || users.isEmpty()) {
                    throw new IllegalArgumentException(
                            "A team needs a name that does not begin with @, and at least one user: " + name);
                }
                copy.put(name, List.copyOf(users));
            });
            this.teams = Collections.unmodifiableMap(copy);
            return this;
        }

        /**
         * Sets how many issues all rules together may open here.
         *
         * @param budget the budget, or null for the engine's own
         * @return this
         */
        public Builder budget(@Nullable IssueBudget budget) {
            this.budget = budget;
            return this;
        }

        /**
         * Sets how many issues and comments may be written here.
         *
         * @param writeLimits the limits, or null for what the provider knows of its tracker
         * @return this
         */
        public Builder writeLimits(@Nullable WriteLimits writeLimits) {
            this.writeLimits = writeLimits;
            return this;
        }

        /**
         * Makes the configuration of the tracker.
         *
         * @return the configuration
         */
        public TrackerConfig build() {
            return new TrackerConfig(new State(
                    name,
                    type,
                    enabled,
                    Optional.ofNullable(auth),
                    labels,
                    settings,
                    sync,
                    teams,
                    Optional.ofNullable(budget),
                    Optional.ofNullable(writeLimits)));
        }
    }
}
