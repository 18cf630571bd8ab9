package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.event.EventCatalogue;
import dev.issuelink.event.EventType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintTest {
    private static final Vocabulary OPEN = Vocabulary.open();

    @Test
    void valuesStandInTheirPlaces() {
        var fingerprint = Fingerprint.compile("{{query.fingerprint}} on {{ environment.name }}!", OPEN);

        assertThat(fingerprint.text(
                        Map.of("query", Map.of("fingerprint", "q1"), "environment", Map.of("name", "production"))))
                .isEqualTo("{q1} on {production}!");
        assertThat(fingerprint.names()).containsExactly("query.fingerprint", "environment.name");
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertThat(Fingerprint.compile("{{a}}{{b.c}}", OPEN).text(Map.of("b", "x")))
                .isEqualTo("{}{}");
    }

    @Test
    void aFingerprintWithoutPlacesTakesAllForTheSame() {
        assertThat(Fingerprint.compile("one", OPEN).text(Map.of("a", 1))).isEqualTo("one");
        assertThat(Fingerprint.compile("a } } b { c }}", OPEN).text(Map.of())).isEqualTo("a } } b { c }}");
    }

    @Test
    void noValuePretendsToBeAnother() {
        var fingerprint = Fingerprint.compile("{{a}}/{{b}}", OPEN);

        assertThat(List.of(
                        fingerprint.text(Map.of("a", "x/y", "b", "z")),
                        fingerprint.text(Map.of("a", "x", "b", "y/z")),
                        fingerprint.text(Map.of("a", "x}/{y", "b", "z")),
                        fingerprint.text(Map.of("a", "x", "b", "y}/{z")),
                        fingerprint.text(Map.of("a", "x\\", "b", "z")),
                        fingerprint.text(Map.of("a", List.of("x", "y"), "b", "z")),
                        fingerprint.text(Map.of("a", List.of("x}{y"), "b", "z")),
                        fingerprint.text(Map.of("a", "[{x}{y}]", "b", "z")),
                        fingerprint.text(Map.of("a", Map.of("x", "y"), "b", "z"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aValueIsTheSameHoweverItIsKept() {
        var fingerprint = Fingerprint.compile("{{a}}", OPEN);

        assertThat(Stream.of(5, 5L, 5.0, 5f, (short) 5, new BigDecimal("5.00"), new BigDecimal("0.5e1"))
                        .map(number -> fingerprint.text(Map.of("a", number))))
                .containsOnly("{5}");
        assertThat(fingerprint.text(Map.of("a", Double.NaN))).isEqualTo("{NaN}");
        assertThat(fingerprint.text(Map.of("a", new BigDecimal("1e2000000000"))))
                .isEqualTo("{1E+2000000000}");
        assertThat(fingerprint.text(Map.of("a", true))).isEqualTo("{true}");
    }

    @Test
    void theOrderOfNamesInATreeDoesNotMatter() {
        var one = new LinkedHashMap<String, Object>();
        one.put("x", 1);
        one.put("y", List.of(2, "z"));
        var other = new LinkedHashMap<String, Object>();
        other.put("y", List.of(2L, "z"));
        other.put("x", 1.0);
        var fingerprint = Fingerprint.compile("{{a}}", OPEN);

        assertThat(fingerprint.text(Map.of("a", one)))
                .isEqualTo(fingerprint.text(Map.of("a", other)))
                .isEqualTo("{({x}{1}{y}{[{2}{z}]})}");
    }

    @Test
    void treesWithoutEndAreCut() {
        Object deep = "end";
        for (int level = 0; level < 10_000; level++) {
            deep = List.of(deep);
        }

        assertThat(Fingerprint.compile("{{a}}", OPEN).text(Map.of("a", deep))).contains("…");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{{a}                 | 1 | {{ is not closed by }}",
                "a {{b}} {{ c         | 9 | {{ is not closed by }}",
                "x{{}}                | 2 | between {{ and }} stands the path of an attribute",
                "{{ }}                | 1 | between {{ and }} stands the path",
                "{{a b}}              | 1 | between {{ and }} stands the path",
                "{{a..b}}             | 1 | between {{ and }} stands the path",
                "{{a.}}               | 1 | between {{ and }} stands the path",
                "{{#each a}}          | 1 | between {{ and }} stands the path",
                "{{{a}}}              | 1 | between {{ and }} stands the path",
                "{{a['b']}}           | 1 | between {{ and }} stands the path",
                "{{{{a}}}}            | 1 | between {{ and }} stands the path",
                "é {{${TOKEN}}}       | 3 | between {{ and }} stands the path",
            })
    void saysWhatIsWrongAndWhere(String text, int column, String problem) {
        var fault = catchThrowableOfType(ConditionException.class, () -> Fingerprint.compile(text, OPEN))
                .faults()
                .get(0);

        assertThat(fault.column()).isEqualTo(column);
        assertThat(fault.problem()).contains(problem);
    }

    @Test
    void aNameThatEventsOfAKnownTypeDoNotHaveIsAFault() {
        assertThat(catchThrowableOfType(
                        ConditionException.class,
                        () -> Fingerprint.compile(
                                "{{query.fingerprnt}} {{severity}} {{nothing.like.it}}",
                                Vocabulary.of(EventType.PERFORMANCE_REGRESSION))))
                .hasMessage("has a fault at line 1, column 1: no attribute of performance.regression has this name."
                        + " Did you mean \"query.fingerprint\"? It has a fault at line 1, column 35: no attribute of"
                        + " performance.regression has this name.");
    }

    static Stream<EventType> knownTypes() {
        return EventCatalogue.all().stream().map(description -> description.type());
    }

    @ParameterizedTest
    @MethodSource("knownTypes")
    void aKnownTypeOfEventsIsToldApartByWhatTheCatalogueSays(EventType type) {
        var fingerprint = Fingerprint.standard(type);
        var discriminator = EventCatalogue.find(type).orElseThrow().discriminator();

        assertThat(fingerprint.names()).containsExactlyElementsOf(discriminator);
        assertThat(fingerprint.text(Map.of())).isEqualTo(String.join("={} ", discriminator) + "={}");
    }

    @Test
    void theEventThatEndsAProblemHasItsFingerprint() {
        var facts = Map.of(
                "query", Map.of("fingerprint", "q1"),
                "environment", Map.of("name", "production"),
                "severity", "high");

        assertThat(Fingerprint.standard(EventType.PERFORMANCE_REGRESSION).text(facts))
                .isEqualTo("query.fingerprint={q1} environment.name={production}")
                .isEqualTo(Fingerprint.standard(EventType.PERFORMANCE_RECOVERED).text(facts));
    }

    @Test
    void theHostsOwnTypesHaveOneProblemForEachObject() {
        assertThat(Fingerprint.standard(new EventType("host.own")).text(Map.of("a", 1)))
                .isEmpty();
    }
}
