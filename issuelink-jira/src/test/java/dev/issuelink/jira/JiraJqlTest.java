package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("property")
class JiraJqlTest {
    private static final Instant NOW = Instant.parse("2026-03-29T01:30:30Z");

    /** Reads a quoted value as Jira does; whatever follows it has broken out. */
    private static String unquoted(String quoted) {
        assertThat(quoted).startsWith("\"");
        var text = new StringBuilder();
        for (var at = 1; at < quoted.length(); at++) {
            var c = quoted.charAt(at);
            if (c == '"') {
                assertThat(at).as("where the value ends").isEqualTo(quoted.length() - 1);
                return text.toString();
            }
            if (c == '\\') {
                c = quoted.charAt(++at);
                assertThat(c).isIn('"', '\\');
            }
            text.append(c);
        }
        throw new AssertionError("the value has no end");
    }

    @Property
    void noTextBreaksOutOfItsQuotes(@ForAll String text) {
        var plain = new StringBuilder();
        text.chars()
                .forEach(c ->
                        plain.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : (char) c));
        assertThat(unquoted(JiraJql.quote(text))).isEqualTo(plain.toString());
    }

    @Property
    void wordsHoldNothingThatTheLanguageOfTextKnows(@ForAll String text) {
        assertThat(JiraJql.words(text, 30))
                .doesNotContainPattern("[^\\p{L}\\p{M}\\p{N} ]")
                .doesNotContain("AND", "OR ");
    }

    @Property
    void aTimeIsNeverToldTooLate(@ForAll int seconds) {
        var time = NOW.minusSeconds(Math.abs(seconds % 10_000_000));
        var clause = JiraJql.ofProject("DB").since("updated", time, NOW).toString();
        var minutes = Long.parseLong(clause.replaceFirst(".*\"-(\\d+)m\"", "$1"));
        var told = NOW.minus(Duration.ofMinutes(minutes));
        assertThat(told).isBeforeOrEqualTo(time).isAfter(time.minusSeconds(121));
    }

    @Test
    void aKeyThatIsAReservedWordIsQuoted() {
        assertThat(JiraJql.ofProject("AND").is("labels", "a\"b\\c").toString())
                .isEqualTo("project = \"AND\" AND labels = \"a\\\"b\\\\c\"");
    }
}
