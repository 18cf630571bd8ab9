package dev.issuelink.core.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.StandardRules;
import dev.issuelink.core.ConfigurationReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConfigurationSchemaNamesTest {
    private final JsonNode schema = JsonMapper.shared().readTree(ConfigurationReader.jsonSchema());

    @Test
    void theSchemaHasTheNamesOfTheReaderAndNoOthers() {
        assertThat(names("")).containsExactlyInAnyOrderElementsOf(DocumentReader.PROPERTIES);
        assertThat(names("/$defs/tracker")).containsExactlyInAnyOrderElementsOf(TrackerReader.PROPERTIES);
        assertThat(names("/$defs/config")).containsExactlyInAnyOrderElementsOf(ConnectionReader.COMMON);
        assertThat(names("/$defs/config/properties/auth")).containsExactlyElementsOf(ConnectionReader.AUTH);
        assertThat(names("/$defs/sync")).containsExactlyInAnyOrderElementsOf(SyncReader.PROPERTIES);
        assertThat(names("/$defs/rule")).containsExactlyInAnyOrderElementsOf(RuleReader.PROPERTIES);
        assertThat(names("/$defs/budget")).containsExactlyElementsOf(LimitReader.BUDGET);
        assertThat(names("/$defs/tracker/properties/write_limits")).containsExactlyElementsOf(LimitReader.WRITE_LIMITS);
        assertThat(names("/$defs/template")).containsExactlyInAnyOrderElementsOf(TemplateReader.PROPERTIES);
    }

    @Test
    void theSchemaHasTheValuesAndLimitsOfTheReader() {
        assertThat(schema.at("/$defs/sync/properties/mode/enum").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(SyncReader.MODES);
        var minutes = schema.at("/$defs/sync/properties/poll_interval_minutes/anyOf/1");
        assertThat(minutes.at("/minimum").decimalValue()).isEqualByComparingTo(SyncReader.POLL.shortest());
        assertThat(minutes.at("/maximum").decimalValue()).isEqualByComparingTo(SyncReader.POLL.longest());
        assertThat(schema.at("/$defs/rule/properties/standard/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(StandardRules.names());
        assertThat(schema.at("/$defs/rule/properties/when_resolved/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyElementsOf(CourseReader.POLICIES);
        assertThat(schema.at("/$defs/minutes/minimum").decimalValue()).isEqualByComparingTo(Span.MINUTES.shortest());
        assertThat(schema.at("/$defs/minutes/maximum").decimalValue()).isEqualByComparingTo(Span.MINUTES.longest());
        var days = schema.at("/$defs/rule/properties/reopen_within_days/anyOf/1");
        assertThat(days.at("/minimum").decimalValue()).isEqualByComparingTo(Span.DAYS.shortest());
        assertThat(days.at("/maximum").decimalValue()).isEqualByComparingTo(Span.DAYS.longest());
        assertThat(schema.at("/$defs/name/maxLength").intValue()).isEqualTo(Values.LONGEST_NAME);
        assertThat(schema.at("/$defs/rule/properties/template/description").asString())
                .contains(TemplateReader.BUILT_IN);
    }

    private List<String> names(String pointer) {
        return List.copyOf(schema.at(pointer + "/properties").propertyNames());
    }
}
