package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Map<String, Object> FACTS = Map.ofEntries(
            Map.entry("drift", Map.of("severity", "high", "count", 3, "tables", List.of("users", "orders"))),
            Map.entry("regression", Map.of("percentage", 20.5)),
            Map.entry("ratio", 0.3),
            Map.entry("exact", new BigDecimal("20.50")),
            Map.entry("huge", BigInteger.TWO.pow(100)),
            Map.entry("float", 0.1f),
            Map.entry("zero", 0),
            Map.entry("exactLong", 9007199254740993L),
            Map.entry("nearDouble", 9007199254740992.0),
            Map.entry("long", 20L),
            Map.entry("urgent", true),
            Map.entry("quiet", false),
            Map.entry("blank", ""),
            Map.entry("none", List.of()),
            Map.entry("nothing", Map.of()),
            Map.entry("items", List.of(Map.of("name", "a"), Map.of("name", "b"))),
            Map.entry("odd", Map.of("b c", 1, "class", "X", "7", "seven", "size", 9, "and", true)),
            Map.entry("message", "first line\nsecond line"),
            Map.entry("time", "2026-11-20T10:00:00Z"),
            Map.entry("nan", Double.NaN),
            Map.entry("enormous", new BigDecimal("1e2000000000")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drift.severity == 'high'",
                "drift.severity == \"high\"",
                "'high' == drift.severity",
                "drift.severity != 'low'",
                "drift['severity'] == 'high'",
                "drift.'severity' == 'high'",
                "drift.severity =~ ['high', 'critical']",
                "drift.severity !~ ['low']",
                "drift.severity =~ 'hi.*'",
                "drift.severity !~ 'hi'",
                "message =~ '.*second.*'",
                "drift.severity =^ 'hi'",
                "drift.severity !^ 'lo'",
                "drift.severity =$ 'gh'",
                "drift.severity !$ 'hi'",
                "'users' =~ drift.tables",
                "'logs' !~ drift.tables",
                "drift.tables[1] == 'orders'",
                "drift.tables.0 == 'users'",
                "items[1].name == 'b'",
                "items[0]['name'] == 'a'",
                "odd['b c'] == 1 && odd.'b c' == 1",
                "odd['class'] == 'X' and odd.7 == 'seven' and odd['7'] == 'seven'",
                "odd.size == 9 && odd.and",
                "regression.percentage > 20",
                "regression.percentage >= 20.5",
                "regression.percentage == exact",
                "20.5 == 20.50 && 2e1 == 20",
                "long == 20.0 && 20 == long && long < regression.percentage",
                "0.1 + 0.2 == ratio",
                "0.1 + 0.2 == 0.3",
                "float == 0.1",
                "exactLong > nearDouble && nearDouble != exactLong && nearDouble < 9007199254740993",
                "huge > 9223372036854775807",
                "huge == 1267650600228229401496703205376",
                "huge + 1 > huge",
                "5 / 2 == 2.5",
                "7 % 3 == 1 && -7 % 3 == -1",
                "7 mod 3 == 1 && 7 div 2 == 3.5",
                "2 + 3 * 4 == 14 && (2 + 3) * 4 == 20",
                "-drift.count == -3 && +drift.count == 3 && - -3 == 3",
                "-9223372036854775807 < 0",
                "urgent",
                "urgent == true",
                "!quiet",
                "not quiet and urgent or false",
                "quiet || urgent",
                "urgent || no.such.name",
                "!(quiet && no.such.name)",
                "empty(blank) && empty none && empty(nothing) && empty(no.such.name)",
                "!empty(drift) && !empty(zero) && !empty(quiet)",
                "size(drift.tables) == 2 && size('äöü😀') == 4 && size(drift) == 3 && size(blank) == 0",
                "drift.missing == null && null == drift.missing",
                "drift.severity != null",
                "(drift.missing ?? 'low') == 'low'",
                "drift.missing ?? urgent",
                "(drift.severity ?? 'low') == 'high'",
                "(blank ?: 'x') == 'x' && (quiet ?: urgent) && (zero ?: 7) == 7 && (none ?: 'x') == 'x'",
                "(drift.missing ?: 'x') == 'x' && (drift.severity ?: 'x') == 'high'",
                "urgent ? drift.count == 3 : no.such.name",
                "quiet ? no.such.name : true",
                "time > '2026-11-01' && time <= '2026-11-20T10:00:00Z'",
                "drift.severity eq 'high' and drift.count ge 3 and drift.count lt 4 and drift.count ne 5",
                "drift.severity\n  == 'high'\t&&\r\n urgent",
                "'it\\'s' == \"it's\" && '\\u0041' == 'A'",
                "drift.count =~ [1, 2, zero + 3]",
                "true",
            })
    void holds(String text) {
        assertThat(Condition.compile(text).test(FACTS)).isEqualTo(Outcome.of(true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drift.severity == 'High'",
                "drift.severity == 'low' || quiet",
                "regression.percentage > 20.5",
                "drift.severity =~ []",
                "drift.severity =~ 'igh'",
                "drift.severity =$ 'hig'",
                "empty(drift.severity)",
                "drift == null",
                "drift.missing != null",
                "false",
                "0.1 == 0.10000001",
                "quiet && no.such.name",
            })
    void doesNotHold(String text) {
        assertThat(Condition.compile(text).test(FACTS)).isEqualTo(Outcome.of(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "drift.sevrity == 'high'           | the event has no drift.sevrity",
                "no.such.name > 3                  | the event has no no.such.name",
                "drift.severity.length > 3         | the event has no drift.severity.length",
                "drift.tables[2] == 'x'            | the event has no drift.tables.2",
                "drift.tables.size == 2            | the event has no drift.tables.size",
                "drift.severity > 3                | drift.severity is a text and cannot be compared with a number",
                "3 < drift.severity                | drift.severity is a text and cannot be compared with a number",
                "drift.count == '3'                | drift.count is a number and cannot be compared with a text",
                "urgent == 'true'                  | urgent is true or false and cannot be compared with a text",
                "drift.tables == 'users'           | drift.tables is a list and cannot be compared with a text",
                "urgent > quiet                    | urgent is true or false and cannot be compared with true or false",
                "drift.severity + 1 == 2           | drift.severity is a text, but a number is needed",
                "-drift.severity == 1              | drift.severity is a text, but a number is needed",
                "drift.count && true               | drift.count is a number, but true or false is needed",
                "!drift.severity                   | drift.severity is a text, but true or false is needed",
                "drift.severity                    | drift.severity is a text, but true or false is needed",
                "drift.severity ? true : false     | drift.severity is a text, but true or false is needed",
                "drift.count =^ '3'                | drift.count is a number, but a text is needed",
                "drift.count =~ '3'                | drift.count is a number, but a text is needed",
                "drift.count =~ drift.severity     | drift.severity is a text, but =~ needs a list, or a pattern that is written in the condition",
                "drift.count =~ ['3']              | drift.count is a number and cannot be compared with a text",
                "drift.tables =~ ['users']         | drift.tables is a list and cannot be compared with a text",
                "size(drift.count) == 1            | drift.count is a number, which has no size",
                "size(no.such.name) == 0           | the event has no no.such.name",
                "1 / zero == 1                     | the condition divides by zero",
                "1 % zero == 1                     | the condition divides by zero",
                "nan == 1                          | a number is infinite, or none at all",
                "enormous + 1 > 2                  | a number is beyond all limits",
                "enormous > 2                      | a number is beyond all limits",
                "no.such ?? no.such.name           | the event has no no.such.name",
                "empty(drift.missing + 1)          | the event has no drift.missing",
            })
    void hasNoAnswerAndSaysWhy(String text, String reason) {
        var outcome = Condition.compile(text).test(FACTS);

        assertThat(outcome).isEqualTo(Outcome.failed(reason));
        assertThat(outcome.met()).isFalse();
    }

    @Test
    void theReasonHoldsNoValueOfTheEvent() {
        var facts = Map.of("a", "hunter2-secret", "b", List.of("hunter2-secret"), "c", 424242);

        for (var text :
                List.of("a > 1", "a", "b == 'x'", "a + 1 == 2", "c =^ 'x'", "a =~ b && c", "a == c", "b =~ a")) {
            assertThat(Condition.compile(text).test(facts).reason())
                    .isNotEmpty()
                    .doesNotContain("hunter2", "424242");
        }
    }

    @Test
    void knowsWhatItReads() {
        assertThat(Condition.compile("a.b > 1 && (c['d'][0].e.f ?? g) == a.b && empty(h.0.i) && 'x' =~ [j.k]")
                        .names())
                .containsExactly("a.b", "c.d[].e.f", "g", "h[].i", "j.k");
        assertThat(Condition.compile("true").names()).isEmpty();
    }

    @Test
    void aConditionIsWrittenAsItWasRead() {
        assertThat(Condition.compile(" a == 1 ")).hasToString(" a == 1 ");
        assertThat(Condition.always().test(Map.of()).met()).isTrue();
    }

    @Test
    void aMapOrNumberOfTheHostsOwnThatFailsIsNoExceptionOfOurs() {
        var broken = new java.util.AbstractMap<String, Object>() {
            @Override
            public java.util.Set<Entry<String, Object>> entrySet() {
                throw new IllegalStateException("hunter2");
            }
        };

        assertThat(Condition.compile("a.b == 1").test(Map.of("a", broken)))
                .isEqualTo(Outcome.failed("an attribute of the event cannot be read"));
    }

    @Test
    void nullsInFactsAreMissing() {
        var facts = new java.util.HashMap<String, Object>();
        facts.put("a", null);
        facts.put("b", java.util.Arrays.asList("x", null));

        assertThat(Condition.compile("a == null && empty(a)").test(facts).met()).isTrue();
        assertThat(Condition.compile("a == 1").test(facts).reason()).isEqualTo("the event has no a");
        assertThat(Condition.compile("'y' =~ b").test(facts)).isEqualTo(Outcome.of(false));
        assertThat(Condition.compile("b[1] == null").test(facts).met()).isTrue();
    }

    @Test
    void aConditionServesManyThreadsAtOnce() {
        var condition = Condition.compile("a.b > 20 && c =~ ['x', 'y'] && -a.b < -20");
        var answers = java.util.stream.IntStream.range(0, 20_000)
                .parallel()
                .filter(number -> condition
                        .test(Map.of("a", Map.of("b", number % 41), "c", number % 2 == 0 ? "x" : "z"))
                        .met())
                .count();

        assertThat(answers)
                .isEqualTo(java.util.stream.IntStream.range(0, 20_000)
                        .filter(number -> number % 41 > 20 && number % 2 == 0)
                        .count());
    }

    @Test
    void anInterruptedThreadGetsItsAnswerAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(Condition.compile("a == 1").test(Map.of("a", 1)).met()).isTrue();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
