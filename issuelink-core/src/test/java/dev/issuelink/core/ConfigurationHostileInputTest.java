package dev.issuelink.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.issuelink.core.internal.registry.SampleProvider;
import dev.issuelink.error.ConfigurationException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationHostileInputTest {
    private static final String PLANTED = "ghp_PlantedSecret0123456789";
    private static final List<String> JUNK = List.of(
            '"' + PLANTED + '"',
            "\"x " + PLANTED + " ${A}\"",
            "\"https://u:" + PLANTED + "@example.com\"",
            "[\"" + PLANTED + "\"]",
            "{\"token\": \"" + PLANTED + "\"}",
            "null",
            "true",
            "-0",
            "1e-2000000000",
            "12345678901234567890123",
            "[[[[[[]]]]]]",
            "{}",
            "[]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\u2003\"",
            "\"\\ud83d\"",
            "\"" + "x".repeat(3000) + "\"",
            "\"${A}\"");

    private final ConfigurationReader reader =
            ConfigurationReader.forProviders(List.of(SampleProvider.jira(), SampleProvider.github()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{'trackers': [}                    | line 1, column 15 | unexpected character",
                "{'trackers': [],}                  | line 1, column 17 | unexpected character",
                "{'trackers': []                    | line 1            | ends too early",
                "{'trackers': ghp_Planted}          | line 1, column 14 | neither true, false nor null",
                "{'trackers': NaN}                  | line 1, column 17 | neither true, false nor null",
                "{'trackers': -Infinity}            | line 1            | neither true, false nor null",
                "{'trackers': 01}                   | line 1            | a number that is written wrongly",
                "{'trackers': 0x10}                 | line 1            | unexpected character",
                "{'trackers': '\\x'}                | line 1            | wrong escape",
                "{'trackers': 'ghp_Planted}         | line 1            | ends too early",
                "// ghp_Planted                     | line 1            | comments are not allowed",
                "{} ghp_Planted                     | line 1, column 4  | neither true, false nor null",
                "{} {}                              | line 1, column 4  | goes on after its end",
                "{trackers: []}                     | line 1, column 2  | unexpected character",
            })
    void saysWhereTextIsNoJsonWithoutQuotingIt(String text, String position, String problem) {
        assertThatThrownBy(() -> reader.read(text.replace('\'', '"')))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageContaining(position)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("ghp_Planted");
    }

    @Test
    void namesTheLineAndThePlaceOfASyntaxError() {
        assertThatThrownBy(() -> reader.read("{\"trackers\": [\n  {\"name\": \"a\",\n   \"type\": oops}]}"))
                .hasMessageContaining("/trackers/0: This is not JSON")
                .hasMessageContaining("at line 3, column 12");
    }

    @Test
    void refusesWhatIsTooLargeTooDeepTooLongOrTooMuch() {
        assertRefused(" ".repeat((1 << 20) + 1), "larger than the 1 MiB");
        assertRefused("[".repeat(33) + "]".repeat(33), "nested deeper than 32 levels");
        assertRefused("{\"a\":".repeat(200_000), "nested deeper than 32 levels");
        assertRefused("[" + "9".repeat(101) + "]", "longer than a configuration needs");
        assertRefused("[" + "1,".repeat(100_001) + "1]", "more than 100000 values");
        assertRefused("", "empty");
        assertRefused(" \n", "empty");
    }

    @Test
    void refusesStreamsThatNeverEndOrAreNotUtf8() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThatThrownBy(() -> reader.read(endless)).hasMessageContaining("larger than the 1 MiB");
        var utf16 = new ByteArrayInputStream("{\"ü\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> reader.read(utf16)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void reportsEveryNameThatIsGivenTwice() {
        var fault = catchThrowableOfType(
                ConfigurationException.class,
                () -> reader.read("{\"templates\": [], \"templates\": 7, \"$schema\": \"a\", \"$schema\": \"b\"}"));

        assertThat(fault.faults()).extracting("pointer").containsExactly("/templates", "/$schema");
        assertThat(fault).hasMessageContaining("is given twice in the same object");
    }

    @Test
    void refusesHalfCharactersInTextsAndNames() {
        assertRefused("{\"$schema\": \"\\ud83d\"}", "/$schema: holds half of a character");
        assertRefused("{\"\\ud83d\": 1}", "half of a character");
    }

    @Test
    void noNameForgesALineOfALog() {
        assertThatThrownBy(() -> reader.read("{\"x\\n2026 ERROR\\u2028\\u202e\": 1}"))
                .hasMessageContaining("/x\\u000a2026 ERROR\\u2028\\u202e: is not known here");
        assertThatThrownBy(() -> reader.read("{\"" + "x".repeat(100_000) + "\": 1}"))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void aCredentialThatStandsWhereANameBelongsIsNotShown() {
        assertThatThrownBy(() -> reader.read("{\"auth\": {\"" + PLANTED + "\": 1}, \"" + PLANTED + "\": oops}"))
                .hasMessageNotContaining(PLANTED);
        assertThatThrownBy(() -> reader.read("{\"" + PLANTED + "\": 1}"))
                .hasMessageContaining("/(hidden): is not known here")
                .hasMessageNotContaining(PLANTED);
    }

    @Test
    void aFloodOfFaultsIsReportedInPart() {
        var fault = catchThrowableOfType(
                ConfigurationException.class,
                () -> reader.read("{\"trackers\": [" + "{\"nmae\":1},".repeat(30_000) + "{}]}"));

        assertThat(fault.faults()).hasSize(201);
        assertThat(fault).hasMessageContaining("further faults; mend these first.");
    }

    @Property(tries = 1500)
    void brokenValuesNeverThrowAnythingElseNorRepeatASecret(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int times) {
        var text = new DocumentMutations(random, JUNK).mutate(RequirementExample.merged(), times);

        // Names of trackers are the one thing that messages repeat, so a secret that became one is left out.
        readAny(text.replaceAll("(\"name\":\"[^\"]*)" + PLANTED, "$1x"));
    }

    @Property(tries = 1500)
    void brokenTextNeverThrowsAnythingElseNorRepeatsASecret(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 5) int times) {
        var text = new StringBuilder(RequirementExample.merged().replace("${GITHUB_TOKEN}", PLANTED));
        for (int count = 0; count < times; count++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]\",:\\x0\u0000\uD800".charAt(random.nextInt(12)));
                default -> text.setCharAt(at, "{}[]\",:\\x0\u0000\uD800".charAt(random.nextInt(12)));
            }
        }
        readAny(text.toString());
    }

    private void readAny(String text) {
        try {
            reader.read(text);
        } catch (ConfigurationException e) {
            assertThat(e).hasMessageNotContaining(PLANTED).hasNoCause();
        }
    }

    private void assertRefused(String text, String problem) {
        assertThatThrownBy(() -> reader.read(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(problem);
    }
}
