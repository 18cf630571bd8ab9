package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Hostile texts end in time: sizes and depths that nobody writes. */
class JiraTextSizesTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "1. ",
                "[",
                "](",
                "*a ",
                "**a",
                "_",
                "`",
                "`a",
                "![",
                "<",
                "&",
                "&amp;",
                "\\",
                "{",
                "{code}",
                "{{",
                "{quote}",
                "!",
                "!a",
                "~~",
                "|",
                "||",
                "a|",
                "\n",
                "# ",
                "https://a",
                "\n- a",
                "\n> a",
                "\n* a\n*** b"
            })
    void signsAloneDoNotTakeForEver(String sign) {
        var text = sign.repeat(60_000 / sign.length());
        assertTimeoutPreemptively(LONG, () -> {
            var document = AdfWriter.write(text);
            AdfSchema.assertHolds(document);
            AdfReader.read(document);
            WikiMarkup.toMarkdown(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "1. ", "> - ", "- [ ] "})
    void depthIsBounded(String sign) {
        var text = sign.repeat(1_000) + "deep";
        var document = AdfWriter.write(text);
        AdfSchema.assertHolds(document);
        assertThat(Adf.textOf(document)).contains("deep");
        assertThat(AdfReader.read(document)).contains("deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"blockquote", "bulletList", "expand", "mystery"})
    void documentsOfAnyDepthCanBeRead(String type) {
        JsonNode node = Adf.node("paragraph", List.of(Adf.text("deep")));
        for (var i = 0; i < 1_000; i++) {
            node = Adf.node(type, List.of(node));
        }
        assertThat(AdfReader.read(Adf.doc(List.of(node)))).contains("deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Plain words of a text. ", "word *and* `code` ", "a line\n", "* a\n"})
    void aMillionCharactersAreRead(String part) {
        var text = part.repeat(1_000_000 / part.length());
        assertTimeoutPreemptively(LONG, () -> {
            assertThat(AdfReader.read(AdfWriter.write(text))).isNotEmpty();
            assertThat(WikiMarkup.fromMarkdown(text)).isNotEmpty();
        });
    }
}
