package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubNeutralizerTest {
    private static final String M = GitHubNeutralizer.MARK;

    private static String harmless(String text) {
        return GitHubNeutralizer.neutralize(text).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ask *@octocat",
                "cc *@org/team.",
                "(*@a)",
                "see *#12",
                "owner/repo*#12",
                "user*#12",
                "*&#64;octocat",
                "*&commat;octocat",
                "é*@octocat",
                "\\*@octocat",
                "- ```\n  x\n  ```\n*@octocat",
                "[^1]: *@octocat",
                "| `a | *@b` |",
                "<div>\n```\n*@octocat\n```\n</div>",
                "    *@indented",
                "`unclosed *@octocat",
                "http://*@octocat",
                "x <b>*@octocat</b>"
            })
    void whatActsIsTakenItsEffect(String text) {
        var expected = text.replaceFirst("\\*(@|#|&#64;|&commat;)", "$1" + M);
        var input = text.replaceFirst("\\*(@|#|&#64;|&commat;)", "$1");
        assertThat(harmless(input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`@Override`",
                "```\n@Override #12\n```",
                "~~~sql\nselect @x, #1\n~~~",
                "> ```\n> @x\n> ```",
                "mail me@example.com",
                "[docs](https://x.example/#12)",
                "https://x.example/@user#12",
                "<https://x.example/@user>",
                "![alt](a#1)",
                "<a href=\"#1\">x</a>",
                "&#123; and &#8203;",
                "# 1 heading",
                "C# and F#",
                "a @ b",
                "[a]: https://x.example/#1\n\n[a]"
            })
    void whatDoesNotActStaysAsItIs(String text) {
        assertThat(harmless(text)).isEqualTo(text);
    }

    @Test
    void referencesByGhAreTakenTheirEffect() {
        assertThat(harmless("GH-12 gh-3")).isEqualTo("GH-" + M + "12 gh-" + M + "3");
        assertThat(harmless("GH-actions")).isEqualTo("GH-" + M + "actions");
    }

    @Test
    void signsThatCarryOurMarkAlreadyGetAnotherSoThatReadingIsExact() {
        var text = "`@" + M + "x`";
        assertThat(harmless(text)).isEqualTo("`@" + M + M + "x`");
        assertThat(GitHubNeutralizer.restore(harmless(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"> ", "- ", "*", "[", "![", "**a ", "1. ", "`a ", "<!--", "<b>", "(@a "})
    void nestingWithoutEndIsHarmless(String piece) {
        var text = piece.repeat(60_000 / piece.length()) + "@octocat";
        assertThat(GitHubNeutralizer.restore(harmless(text))).isEqualTo(text);
        assertThat(harmless(text)).endsWith("@" + M + "octocat");
    }

    @Test
    void bracketsAroundBracketsAreHarmless() {
        var text =
                "**".repeat(12_000) + "@octocat" + "**".repeat(12_000) + "[".repeat(5_000) + "x" + "](y)".repeat(5_000);
        assertThat(GitHubNeutralizer.restore(harmless(text))).isEqualTo(text);
        assertThat(harmless(text)).contains("@" + M + "octocat");
    }

    @Test
    void anAddressWithoutEndIsHarmless() {
        assertThat(harmless("https://" + "a.".repeat(30_000) + "b/@x @octocat")).endsWith("/@x @" + M + "octocat");
    }
}
