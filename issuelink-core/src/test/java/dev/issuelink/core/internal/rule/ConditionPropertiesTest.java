package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConditionPropertiesTest {
    private static final List<String> WORDS = List.of(
            "a",
            "a.b",
            "a.b.c",
            "t",
            "f",
            "n",
            "d",
            "s",
            "l",
            "m",
            "x.y",
            "'text'",
            "\"high\"",
            "''",
            "1",
            "0",
            "20.5",
            "1e3",
            "true",
            "false",
            "null",
            "==",
            "!=",
            "<",
            "<=",
            ">",
            ">=",
            "=~",
            "!~",
            "=^",
            "!^",
            "=$",
            "!$",
            "&&",
            "||",
            "!",
            "and",
            "or",
            "not",
            "+",
            "-",
            "*",
            "/",
            "%",
            "?",
            ":",
            "?:",
            "??",
            "(",
            ")",
            "[",
            "]",
            ",",
            ".",
            "empty",
            "size",
            "['k']",
            "[0]",
            "class",
            "new",
            "=",
            ";",
            "{",
            "}",
            "`",
            "\\",
            "#",
            "@",
            "~",
            "~/x/",
            "->",
            "$",
            "\n",
            "\t",
            "é",
            "\uD800",
            "\u0000",
            "'",
            "\"",
            "//",
            "/*",
            "function",
            "1..2",
            "...",
            "div",
            "eq");

    private static final String MISTAKES = "()[]'\"=!&|?:.,;{}~#$\\ 1a\n";

    private static final Map<String, Object> FACTS = Map.of(
            "a",
            Map.of("b", Map.of("c", "high")),
            "t",
            true,
            "f",
            false,
            "n",
            3,
            "d",
            20.5,
            "s",
            "text",
            "l",
            List.of("text", "high"),
            "m",
            Map.of("k", 1));

    @Property(tries = 3000)
    void anExpressionIsWorkedOutAsTheOracleDoes(@ForAll("expressions") RandomExpression expression) {
        var expected = expression.outcome(FACTS);
        var condition = Condition.compile(expression.text());

        assertThat(condition.test(FACTS).verdict())
                .as("%s%n%s", expression.text(), condition.test(FACTS).reason())
                .isEqualTo(expected);
    }

    @Property(tries = 5000)
    void wordsInAnyOrderAreACompiledConditionOrAFault(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int length) {
        var text = IntStream.range(0, length)
                .mapToObj(at -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));

        compileAny(text);
    }

    @Property(tries = 3000)
    void charactersInAnyOrderAreACompiledConditionOrAFault(@ForAll("garbage") String text) {
        compileAny(text);
    }

    @Property(tries = 3000)
    void aGoodExpressionWithAMistakeIsACompiledConditionOrAFault(
            @ForAll("expressions") RandomExpression expression, @ForAll Random random) {
        var text = new StringBuilder(expression.text());
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            default -> text.setCharAt(at, MISTAKES.charAt(random.nextInt(MISTAKES.length())));
        }
        compileAny(text.toString());
    }

    @Property(tries = 500)
    void theSameValuesGiveTheSameFingerprintAndOthersAnother(
            @ForAll("values") List<Object> one, @ForAll("values") List<Object> other) {
        var fingerprint = Fingerprint.compile("{{v.0}}/{{v.1}} {{v.2}}", Vocabulary.open());

        assertThat(fingerprint.text(Map.of("v", one)).equals(fingerprint.text(Map.of("v", other))))
                .as("%s and %s", one, other)
                .isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<RandomExpression> expressions() {
        return Arbitraries.randomValue(random -> RandomExpression.truth(random, 4));
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings()
                .withChars("ab.01'\"()[]=!<>&|?:+-*/%~^$,;{}`\\#@ \n\t\u0000éß\uD83D\uDE00")
                .ofMaxLength(30);
    }

    @Provide
    Arbitrary<List<Object>> values() {
        var texts = Arbitraries.strings()
                .withChars("a/{}\\[]() ")
                .ofMinLength(1)
                .ofMaxLength(3)
                .map(Object.class::cast);
        var lists = texts.list().ofMaxSize(3).map(Object.class::cast);
        return Arbitraries.oneOf(texts, lists).list().ofSize(3);
    }

    private static void compileAny(String text) {
        try {
            var outcome = Condition.compile(text).test(FACTS);
            assertThat(outcome.failed()).isEqualTo(!outcome.reason().isEmpty());
        } catch (ConditionException e) {
            var lines = text.split("\n", -1);
            for (var fault : e.faults()) {
                assertThat(fault.line()).as(text).isBetween(1, lines.length);
                assertThat(fault.column())
                        .as(Arrays.toString(lines))
                        .isBetween(1, lines[fault.line() - 1].length() + 1);
            }
            assertThat(e).hasNoCause();
        }
    }
}
