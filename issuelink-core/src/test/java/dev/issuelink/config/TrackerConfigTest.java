package dev.issuelink.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.issuelink.model.WriteLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrackerConfigTest {
    @Test
    void limitsAndTeamsAreLeftToTheEngineUnlessTheyAreSet() {
        var plain = TrackerConfig.builder("G", "github").build();

        assertThat(plain.teams()).isEmpty();
        assertThat(plain.budget()).isEmpty();
        assertThat(plain.writeLimits()).isEmpty();

        var full = TrackerConfig.builder("G", "github")
                .teams(Map.of("db-oncall", List.of("alice", "bob")))
                .budget(IssueBudget.perHour(5))
                .writeLimits(new WriteLimits(3, 60))
                .build();
        assertThat(full.teams()).containsEntry("db-oncall", List.of("alice", "bob"));
        assertThat(full.budget()).contains(IssueBudget.perHour(5));
        assertThat(full.writeLimits()).contains(new WriteLimits(3, 60));
        assertThat(full).isNotEqualTo(plain);
    }

    @Test
    void teamsAreCopied() {
        var users = new ArrayList<>(List.of("alice"));
        var teams = new HashMap<String, List<String>>(Map.of("a", users));
        var tracker = TrackerConfig.builder("G", "github").teams(teams).build();
        users.add("bob");
        teams.clear();

        assertThat(tracker.teams()).containsExactly(Map.entry("a", List.of("alice")));
    }

    @Test
    void aTeamHasANameWithoutAtAndSomebodyInIt() {
        var builder = TrackerConfig.builder("G", "github");

        assertThatThrownBy(() -> builder.teams(Map.of("@a", List.of("bob")))).hasMessageContaining("@a");
        assertThatThrownBy(() -> builder.teams(Map.of("a", List.of()))).hasMessageContaining("at least one user");
    }

    @Test
    void limitsAreAtLeastOne() {
        assertThatThrownBy(() -> new WriteLimits(0, 1)).hasMessageContaining("perMinute");
        assertThatThrownBy(() -> new WriteLimits(1, 0)).hasMessageContaining("perHour");
        assertThat(WriteLimits.unlimited().perMinute()).isEqualTo(Integer.MAX_VALUE);
    }
}
