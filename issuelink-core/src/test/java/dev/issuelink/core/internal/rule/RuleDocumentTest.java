package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.core.ConfigurationReader;
import dev.issuelink.core.internal.registry.SampleProvider;
import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the document on rules shows works. */
class RuleDocumentTest {
    private static final java.nio.file.Path DOCUMENT = java.nio.file.Path.of("..", "docs", "rules.md");

    @Test
    void theConfigurationOfTheDocumentIsGood() throws IOException {
        var configuration = ConfigurationReader.forProviders(List.of(SampleProvider.github()))
                .read(block("json"));

        assertThat(RuleBook.of(configuration).find("backup_failed")).isPresent();
        assertThat(configuration.rules()).hasSize(2);
    }

    @Test
    void theConditionsOfTheDocumentAreForEventsThatThereAre() throws IOException {
        var conditions = block("conditions").lines().toList();

        assertThat(conditions).hasSizeGreaterThan(10);
        for (var condition : conditions) {
            assertThat(EventCatalogue.all().stream()
                            .map(EventDescription::type)
                            .anyMatch(type -> RuleCheck.condition(condition, Optional.of(type))
                                    .isEmpty()))
                    .as(condition)
                    .isEqualTo(!condition.startsWith("own"));
            assertThat(Condition.compile(condition)).hasToString(condition);
        }
    }

    private static String block(String language) throws IOException {
        var matcher = Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```").matcher(Files.readString(DOCUMENT));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
