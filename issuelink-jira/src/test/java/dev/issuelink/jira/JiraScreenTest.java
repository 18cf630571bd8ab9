package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JiraScreenTest {
    private static final String FIELDS = "{'resolution':{'required':false,'name':'Resolution',"
            + "'allowedValues':[{'name':'Done'},{'name':'Dropped'}]},"
            + "'customfield_1':{'required':true,'name':'Cause','allowedValues':[{'value':'Bug'},{'value':'Load'}]},"
            + "'customfield_2':{'required':true,'hasDefaultValue':true,'name':'Team'},"
            + "'comment':{'required':false,'name':'Comment'}}";

    @Test
    void fillsWhatIsAskedForAndTheResolution() {
        var screen = JiraScreen.fill(AdfSchema.json(FIELDS), (id, field) -> Optional.of(id + "!"));
        assertThat(screen.fields()).isEqualTo(Map.of("resolution", "resolution!", "customfield_1", "customfield_1!"));
        assertThat(screen.missing()).isEmpty();
    }

    @Test
    void namesWhatIsMissingWithItsChoices() {
        var screen = JiraScreen.fill(AdfSchema.json(FIELDS), (id, field) -> Optional.empty());
        assertThat(screen.fields()).isEmpty();
        assertThat(screen.missing()).containsExactly("\"Cause\" (customfield_1) (one of Bug, Load)");
    }

    @Test
    void aTransitionWithoutAScreenNeedsNothing() {
        var screen = JiraScreen.fill(AdfSchema.json("{}").path("fields"), (id, field) -> Optional.empty());
        assertThat(screen).isEqualTo(new JiraScreen(Map.of(), List.of()));
    }
}
