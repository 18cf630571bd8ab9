package dev.issuelink.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.config.StandardRules;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventCatalogueTest {
    static List<EventDescription> all() {
        return EventCatalogue.all();
    }

    @Test
    void everyTypeThatHasAConstantIsDescribedAndNoOther() {
        var constants = Stream.of(EventType.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .map(EventCatalogueTest::value)
                .toList();
        System.out.println("figure event_types " + all().size());
        assertThat(all()).extracting(EventDescription::type).containsExactlyElementsOf(constants);
    }

    @Test
    void aTypeOfTheHostIsNotDescribed() {
        assertThat(EventCatalogue.find(new EventType("host.own"))).isEmpty();
        assertThat(EventCatalogue.find(new EventType("drift.detected")))
                .hasValueSatisfying(found -> assertThat(found.template()).isEqualTo("drift_detection"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatItRefersToIsDescribedToo(EventDescription description) {
        assertThat(description.resolves())
                .allSatisfy(type -> assertThat(EventCatalogue.find(type)).isPresent());
        assertThat(description.relatesTo())
                .allSatisfy(type -> assertThat(EventCatalogue.find(type)).isPresent());
        assertThat(description.discriminator())
                .allSatisfy(path -> assertThat(paths(description)).contains(path));
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatEndsAProblemCarriesWhatTellsItApart(EventDescription description) {
        for (var type : description.resolves()) {
            var ended = EventCatalogue.find(type).orElseThrow();
            assertThat(paths(description)).containsAll(ended.discriminator());
            assertThat(description.discriminator()).isEqualTo(ended.discriminator());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void eitherOpensIssuesOrEndsThem(EventDescription description) {
        assertThat(description.rule().isPresent())
                .isNotEqualTo(!description.resolves().isEmpty());
        assertThat(description.awaitsDecision() && description.rule().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noPathIsDescribedTwiceAndEachItemBelongsToAList(EventDescription description) {
        assertThat(description.attributes())
                .extracting(AttributeDescription::path)
                .doesNotHaveDuplicates();
        var lists = description.attributes().stream()
                .filter(attribute -> attribute.kind() == AttributeDescription.Kind.LIST)
                .map(attribute -> attribute.path() + "[]")
                .collect(Collectors.toSet());
        assertThat(paths(description)).allSatisfy(path -> assertThat(lists).containsAll(listsAround(path)));
    }

    @Test
    void standardRulesAreThoseOfTheCatalogue() {
        assertThat(StandardRules.names()).doesNotHaveDuplicates().hasSize(16);
        for (var name : StandardRules.names()) {
            var rule = StandardRules.rule(name, List.of("one", "two"));
            var description = EventCatalogue.find(rule.event()).orElseThrow();
            assertThat(rule.name()).isEqualTo(name).isEqualTo(description.rule().orElseThrow());
            assertThat(rule.template()).isEqualTo(description.template());
            assertThat(rule.trackers()).containsExactly("one", "two");
            assertThat(rule.labels()).as(name).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "drift.detected, drift.severity",
        "performance.regression, regression.percentage",
        "migration.proposed, impact.downtime_minutes"
    })
    void theRulesOfTheRequirementFindTheirAttributes(String type, String path) {
        var description = EventCatalogue.find(new EventType(type)).orElseThrow();
        assertThat(paths(description)).contains(path);
    }

    @Test
    void conditionsNameOnlyAttributesThatEveryEventOfTheTypeHas() {
        for (var name : StandardRules.names()) {
            var rule = StandardRules.rule(name, List.of("one"));
            var always = EventCatalogue.find(rule.event()).orElseThrow().attributes().stream()
                    .filter(AttributeDescription::required)
                    .map(AttributeDescription::path)
                    .toList();
            rule.condition()
                    .ifPresent(condition ->
                            assertThat(names(condition)).isNotEmpty().isSubsetOf(always));
        }
    }

    private static List<String> names(String condition) {
        return java.util.regex.Pattern.compile("[a-z_]+\\.[a-z_]+")
                .matcher(condition)
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    private static List<String> listsAround(String path) {
        var lists = new ArrayList<String>();
        for (int at = path.indexOf("[]"); at >= 0; at = path.indexOf("[]", at + 1)) {
            lists.add(path.substring(0, at + 2));
        }
        return lists;
    }

    private static Set<String> paths(EventDescription description) {
        return description.attributes().stream()
                .map(AttributeDescription::path)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static EventType value(java.lang.reflect.Field field) {
        try {
            return (EventType) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
