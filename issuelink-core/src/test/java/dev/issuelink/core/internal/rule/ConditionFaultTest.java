package dev.issuelink.core.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.issuelink.event.EventType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "drift.severity = 'high'      | 16 | = is not allowed: a condition changes nothing; to compare, write ==",
                "a += 1                       | 3  | += is not allowed: a condition changes nothing",
                "a++ > 1                      | 2  | ++ is not allowed",
                "--a > 1                      | 1  | -- is not allowed",
                "a === 1                      | 3  | === is not allowed: write == instead",
                "a !== 1                      | 3  | !== is not allowed: write != instead",
                "a & b                        | 3  | & is not allowed: there is no counting with bits; write && for and",
                "a ^ b                        | 3  | ^ is not allowed",
                "~a == 1                      | 1  | ~ is not allowed",
                "a << 1 > 2                   | 3  | << is not allowed",
                "1..3 =~ a                    | 2  | .. is not allowed: there are no ranges",
                "a ; b                        | 3  | ; is not allowed: a condition is one expression",
                "{ a }                        | 1  | { is not allowed",
                "a =~ {1, 2}                  | 6  | { is not allowed",
                "#pragma x y                  | 1  | # is not allowed",
                "@lenient a                   | 1  | @ is not allowed",
                "#1 == 2                      | 1  | # is not allowed",
                "a == `x`                     | 6  | ` is not allowed: texts stand between ' or \"",
                "a == ${TOKEN}                | 6  | $ is not allowed: $ is allowed in =$ (ends with) only; secrets cannot be read",
                "a == 1 // why                | 8  | // is not allowed: comments are not allowed",
                "a == 1 /* why */             | 8  | /* is not allowed",
                "a -> a                       | 3  | -> is not allowed: a condition defines no functions",
                "(a) => a                     | 5  | => is not allowed",
                "a?.b == 1                    | 2  | ?. is not allowed: write ?? or empty()",
                "a?['b'] == 1                 | 2  | ?[ is not allowed",
                "a.b() == 1                   | 3  | methods cannot be called",
                "a.getClass() == 1            | 3  | methods cannot be called",
                "'x'.length() == 1            | 4  | a dot stands between names only",
                "a['b'](1)                    | 7  | nothing can be called",
                "(a)(1)                       | 4  | nothing can be called",
                "foo(1)                       | 1  | functions cannot be called; there are only empty() and size()",
                "str:length(a) > 1            | 4  | : was not expected here",
                "new('java.lang.String')      | 1  | new is not allowed: objects cannot be made",
                "a instanceof b               | 3  | instanceof is not allowed: kinds cannot be asked for",
                "a.class == 1                 | 3  | class is not allowed: it cannot be asked for",
                "if (a) b                     | 1  | if is not allowed: a condition is one expression",
                "for (x : a) b                | 1  | for is not allowed",
                "while (true) a               | 1  | while is not allowed",
                "var x                        | 1  | var is not allowed",
                "return a                     | 1  | return is not allowed",
                "function(x) x                | 1  | function is not allowed",
                "switch (a) b                 | 1  | switch is not allowed",
                "import java                  | 1  | import is not allowed",
                "throw a                      | 1  | throw is not allowed",
                "a == NaN                     | 6  | NaN is not allowed",
                "a == 010                     | 6  | numbers are written like 20, 0.5 or 1e6",
                "a == 0x1F                    | 6  | numbers are written like",
                "a == 1f                      | 6  | numbers are written like",
                "a == 12H                     | 6  | numbers are written like",
                "a == .5                      | 6  | a dot stands between names only; numbers are written like 0.5",
                "a == 5.                      | 7  | a dot stands between names only",
                "a.                           | 2  | a dot stands between names only",
                "a == 1e999                   | 6  | this number is beyond all limits",
                "a == 'high                   | 6  | the text that begins here does not end on its line; close it with '",
                "a == 'high\\'                | 6  | the text that begins here does not end",
                "a == b\\c                    | 7  | \\ is not allowed: a backslash is allowed within texts only",
                "größe > 1                    | 3  | this character has no meaning here",
                "a == 1 &&                    | 8  | something is missing after &&",
                "a == 1 and                   | 8  | something is missing after and",
                "a ==                         | 3  | something is missing after ==",
                "(a == 1                      | 1  | the ( that stands here is not closed",
                "(a == [1)                    | 9  | ) was not expected here; there is no open ( before it",
                "a == 1)                      | 7  | ) was not expected here",
                "a b                          | 3  | a name was not expected here; is a sign such as == or && missing before it?",
                "a 'b'                        | 3  | a text was not expected here; is a sign",
                "a 1                          | 3  | a number was not expected here; is a sign",
                "a not b                      | 3  | not was not expected here",
                "a == == b                    | 6  | == was not expected here",
                "a == 1 == true               | 8  | == was not expected here",
                "a in b                       | 3  | a name was not expected here",
                "()                           | 2  | ) was not expected here",
                "a ? b                        | 3  | ? needs a : and what holds otherwise behind it",
                "a : b                        | 3  | : was not expected here; there is no open ? before it",
                "(a ? b) : c                  | 7  | ) was not expected here; there is no open ( before it",
                "a < b < c                    | 7  | < was not expected here",
                "a, b                         | 2  | , was not expected here",
                "[a, ] =~ b                   | 5  | ] was not expected here",
                "a[]                          | 3  | ] was not expected here",
                "a[b] == 1                    | 3  | between [ and ] stands a name in quotes, or a place in a list from 0 on",
                "a[-1] == 1                   | 4  | between [ and ] stands",
                "a[1.5] == 1                  | 3  | between [ and ] stands",
                "(a).b == 1                   | 4  | a dot stands between names only",
                "[1, 2][0] == 1               | 2  | only names of attributes have parts",
                "'ab'[0] == 'a'               | 5  | only names have parts",
                "(a)[0] == 'a'                | 4  | only names have parts",
                "true.b                       | 5  | a dot stands between names only",
                "'high'                       | 1  | it gives a text, but must give true or false",
                "3 + 4                        | 1  | it gives a number, but must give true or false",
                "[1]                          | 1  | it gives a list, but must give true or false",
                "size(a)                      | 1  | it gives a number",
                "null                         | 1  | null can only stand beside == or !=",
                "null == null                 | 1  | null can only stand beside == or !=",
                "a ?? null                    | 6  | null can only stand beside == or !=",
                "a =~ [null]                  | 7  | null can only stand beside == or !=",
                "a > null                     | 5  | null can only stand beside == or !=",
                "1 == '1'                     | 6  | a number cannot be compared with a text",
                "size(a) > '3'                | 11 | a number cannot be compared with a text",
                "a + 1 == true                | 10 | a number cannot be compared with true or false",
                "a + 'x' == 1                 | 5  | this is a text, but a number is needed here",
                "a && 'x'                     | 6  | this is a text, but true or false is needed here",
                "!3                           | 2  | this is a number, but true or false is needed here",
                "a =^ 3                       | 6  | this is a number, but a text is needed here",
                "3 =~ 'x'                     | 1  | this is a number, but a text is needed here",
                "a =~ 3                       | 6  | this is a number, but a list is needed here",
                "a == [1]                     | 7  | lists and objects cannot be compared; =~ asks whether a list holds a value",
                "true > a                     | 1  | neither true nor false is more than the other",
                "a =~ '('                     | 6  | the pattern is no regular expression",
                "a =~ '[z-a]'                 | 6  | the pattern is no regular expression",
            })
    void saysWhatIsWrongAndWhere(String text, int column, String problem) {
        var fault = fault(text, Vocabulary.open());

        assertThat(fault.problem()).contains(problem);
        assertThat(fault.line()).isEqualTo(1);
        assertThat(fault.column()).isEqualTo(column);
    }

    @Test
    void oneStrokeIsNoOr() {
        assertThat(fault("a | b", Vocabulary.open()).problem()).contains("| is not allowed", "|| for or");
    }

    @Test
    void countsLines() {
        assertThat(fault("a == 1\n  && b = 2", Vocabulary.open()))
                .extracting(ConditionFault::line, ConditionFault::column)
                .containsExactly(2, 8);
        assertThat(fault("a == 1\r\n\t&& 'x'", Vocabulary.open()))
                .extracting(ConditionFault::line, ConditionFault::column)
                .containsExactly(2, 5);
    }

    @Test
    void anEmptyConditionIsNone() {
        for (var text : List.of("", " ", "\n\t")) {
            assertThat(fault(text, Vocabulary.open()).problem()).isEqualTo("it is empty; leave it out, or write true");
        }
    }

    @Test
    void noFaultRepeatsWhatMayBeASecretNorTheWordsOfTheParser() {
        var planted = "ghp_PlantedSecret0123456789";
        for (var text : List.of(
                planted + " = 1",
                "a == '" + planted,
                planted + " " + planted,
                planted + "(1)",
                "a." + planted + "()",
                "a ; " + planted,
                "a == 1" + planted,
                "'" + planted + "'",
                "a =~ '(" + planted + "'",
                planted + " &&",
                "a[" + planted + "]",
                "a + '" + planted + "' == 1",
                "=~ " + planted,
                "a == b) " + planted)) {
            var message =
                    new ConditionException(List.of(fault(text, Vocabulary.of(EventType.DRIFT_DETECTED)))).getMessage();

            assertThat(message)
                    .doesNotContain("Planted")
                    .doesNotContainIgnoringCase("jexl")
                    .doesNotContain("AST", "parsing");
        }
    }

    @Test
    void textsThatAreTooLongOrTooDeepAreRefusedAtOnce() {
        assertRefused("a".repeat(2001), "longer than the 2000 characters");
        assertRefused("(".repeat(33) + "a" + ")".repeat(33), "too deep");
        assertRefused("[".repeat(500), "too deep");
        assertRefused("!".repeat(1999) + "a", "too deep");
        assertRefused("not ".repeat(400) + "a", "too deep");
        assertRefused("-+".repeat(900) + "1 == a", "too deep");
        assertRefused("a ? b : ".repeat(200) + "c", "too deep");
        assertRefused("a ?? ".repeat(300) + "c", "too deep");
        assertRefused("a =~ '" + "x".repeat(201) + "'", "the pattern is longer than the 200 characters");
        assertRefused("a=".repeat(900) + "a", "= is not allowed");
    }

    @Test
    void whatIsJustShortEnoughIsCompiledInNoTime() {
        var texts = List.of(
                "(".repeat(32) + "a" + ")".repeat(32),
                "a =~ " + "[".repeat(1) + "1" + ",1".repeat(900) + "]",
                IntStream.range(0, 120)
                        .mapToObj(number -> "a.b" + number + " == 1")
                        .collect(Collectors.joining(" || ")),
                "a" + ".b".repeat(900) + " == 1",
                "a" + "[0]".repeat(600) + " == 1",
                "!".repeat(16) + "a",
                "a ?? ".repeat(32) + "b",
                "(a ?? ".repeat(32) + "b" + ")".repeat(32),
                "1" + " + 1".repeat(490) + " == a",
                "'" + "x".repeat(1900) + "' == a");

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> texts.forEach(Condition::compile));
    }

    @Test
    void aNameThatEventsOfAKnownTypeDoNotHaveIsAFaultWithTheOneThatWasMeant() {
        var faults = catchThrowableOfType(
                        ConditionException.class,
                        () -> Condition.compile(
                                "drift.sevrity == 'high' && environment.nme == 'x'",
                                Vocabulary.of(EventType.DRIFT_DETECTED)))
                .faults();

        assertThat(faults)
                .extracting(ConditionFault::toString)
                .containsExactly(
                        "has a fault at line 1, column 1: no attribute of drift.detected has this name."
                                + " Did you mean \"drift.severity\"?",
                        "has a fault at line 1, column 28: no attribute of drift.detected has this name."
                                + " Did you mean \"environment.name\"?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "drift.severity > 3                     | 18 | a text cannot be compared with a number",
                "drift.difference_count == '3'          | 27 | a number cannot be compared with a text",
                "drift.severity                         | 1  | it gives a text, but must give true or false",
                "drift == 'x'                           | 1  | lists and objects cannot be compared",
                "drift.differences == 'x'               | 1  | lists and objects cannot be compared",
                "'x' =~ drift.severity                  | 8  | this is a text, but a list is needed here",
                "drift.differences[0].tipe == 'x'       | 1  | no attribute of drift.detected has this name",
            })
    void whatAKnownTypeOfEventsHasIsHeldAgainstTheCondition(String text, int column, String problem) {
        var fault = fault(text, Vocabulary.of(EventType.DRIFT_DETECTED));

        assertThat(fault.problem()).contains(problem);
        assertThat(fault.column()).isEqualTo(column);
    }

    @Test
    void whatEveryEventHasIsKnownToo() {
        for (var text : List.of(
                "object.qualified_name =^ 'shop.' && object.type == 'TABLE'",
                "event.type == 'drift.detected' && timestamp > '2026-01-01'",
                "size(drift.differences) > 2 && !empty(expected)",
                "drift.differences[0] != null")) {
            assertThat(Condition.compile(text, Vocabulary.of(EventType.DRIFT_DETECTED)))
                    .isNotNull();
        }
    }

    @Test
    void nothingIsKnownOfTheHostsOwnEvents() {
        assertThat(Condition.compile("what.ever > 3", Vocabulary.of(new EventType("host.own"))))
                .isNotNull();
    }

    private static void assertRefused(String text, String problem) {
        assertThat(fault(text, Vocabulary.open()).problem()).contains(problem);
    }

    private static ConditionFault fault(String text, Vocabulary vocabulary) {
        return catchThrowableOfType(ConditionException.class, () -> Condition.compile(text, vocabulary))
                .faults()
                .get(0);
    }
}
