package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WikiMarkupTest {
    @ParameterizedTest
    @MethodSource("dev.issuelink.jira.AdfTest#canonical")
    void comesBackAsItWas(String markdown) {
        var wiki = WikiMarkup.fromMarkdown(markdown);
        assertThat(WikiMarkup.toMarkdown(wiki)).as(wiki).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "# One→h1. One",
                "**a** *b* ~~c~~ `d`→*a* _b_ -c- {{d}}",
                "un**believ**able→un{*}believ{*}able",
                "[text](https://example.com)→[text|https://example.com]",
                "- a\\n  1. b→* a\\n*# b",
                "- [ ] a\\n- [x] b→* \\[ \\]\u200B\u2060 a\\n* (/) b",
                "| a |\\n|---|\\n| b |→||a||\\n|b|",
                "---→----",
                "> a→{quote}\\na\\n{quote}",
                "```sql\\nx\\n```→{code:sql}\\nx\\n{code}",
                "```\\nx\\n```→{noformat}\\nx\\n{noformat}",
                "```kotlin\\nx\\n```→{code:title=kotlin}\\nx\\n{code}"
            })
    void writesMarkup(String markdown, String wiki) {
        assertThat(WikiMarkup.fromMarkdown(markdown.replace("\\n", "\n"))).isEqualTo(wiki.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "Hello [~jane]→Hello @jane",
                "See [^log.txt] and !shot.png|thumbnail!→See (attachment: log.txt) and (attachment: shot.png)",
                "{color:red}red{color} text→red text",
                "bq. Said→> Said",
                "{html}<b>{html}→{html}<b>{html}",
                "{code}\\nnever closed→{code}\\nnever closed",
                "a {noformat}x{noformat} b→a\\n\\n```\\nx\\n```\\n\\nb",
                "{panel:title=Mine}\\nx\\n{panel}→> [!NOTE]\\n> **Mine**\\n>\\n> x",
                "- a\\n- b→- a\\n- b",
                "* a\\n*** b→- a\\n  - - b",
                "{quote}\\nnever closed→{quote}\\nnever closed",
                "a\\\\b→a\\nb",
                "[not a link]→[not a link]",
                "[https://example.com]→https://example.com",
                "a&nbsp;b&#33;→a\u00A0b!"
            })
    void readsWhatPeopleWrote(String wiki, String markdown) {
        assertThat(WikiMarkup.toMarkdown(wiki.replace("\\n", "\n"))).isEqualTo(markdown.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{html}<script>{html}",
                "{include:secret}",
                "{{mono}}",
                "[~admin]",
                "[~accountid:1]",
                "[click|https://example.com]",
                "[^file]",
                "!https://example.com/x.png!",
                "!x.png|thumbnail!",
                "\\{html}",
                "\\\\{html}",
                "\\[~admin]",
                "```\n{noformat}\n{html}\n```",
                "```sql\n{code}\n{html}\n```",
                "```{html}\nx\n```",
                "`}}{html}`",
                "[{html}](https://example.com/{html})",
                "[a](https://example.com \"{html}]\")",
                "| {html} |\n|---|\n| [~admin] |",
                "- {html}",
                "# {html}",
                "> {quote}{html}"
            })
    void nothingActsByAccident(String hostile) {
        var wiki = WikiMarkup.fromMarkdown(hostile).replaceAll("(?s)\\{(noformat|code)[^}]*}\n.*?\n\\{\\1}", "");
        assertThat(wiki).doesNotContainPattern("(?<!\\\\)\\{(?!\\{|quote}\n|\n)(html|include|code|noformat)");
        assertThat(wiki).doesNotContainPattern("(?<!\\\\)\\[[~^]");
        assertThat(wiki).doesNotContainPattern("(?<!\\\\)!\\S+!");
    }
}
