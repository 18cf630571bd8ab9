package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Marker;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would act in GitLab does not, and comes back unchanged. */
class GitLabNeutralizerTest {
    /** As GitLab finds quick actions, once it has deleted carriage returns; code is looked into as well, to be sure. */
    private static final Pattern QUICK_ACTION = Pattern.compile(
            "^/(?:close|label|assign|confidential)(?: [^\\n]*)?(?:\\s*\\n|$)",
            Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.CASE_INSENSITIVE);

    private static String harmless(String text) {
        return GitLabNeutralizer.neutralize(text).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/close",
                "text\n/close",
                "text\r\n/close\r\nmore",
                "\r/close",
                "/CLOSE",
                "/cl\rose",
                "/\rclose",
                "/label ~bug",
                "```\ncode\n```\n/close",
                "````\n/close\n````",
                "~~~\n/close\n~~~",
                "<pre>\n/close\n</pre>",
                "/confidential\n/close"
            })
    void takesTheEffectFromQuickActions(String text) {
        var harmless = harmless(text);
        assertThat(QUICK_ACTION.matcher(harmless.replace("\r", "")).find()).isFalse();
        assertThat(GitLabNeutralizer.restore(harmless)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin/java", "a / b", "1/2", "and/or", "https://a.b/close", "see\n/etc/passwd\n"})
    void leavesPathsAlone(String text) {
        assertThat(harmless(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@olivia",
                "by @all!",
                "(@group/sub)",
                "see #12",
                "in other/project#12",
                "merges !7",
                "snippet $9",
                "epic &3",
                "~bug",
                "~\"two words\"",
                "GL-12",
                "[vulnerability:12]",
                "[issue:group/project/12]",
                "&#64;olivia",
                "&commat;olivia",
                "&amp;3",
                "&#x23;12"
            })
    void takesTheEffectFromReferences(String text) {
        var harmless = harmless(text);
        assertThat(harmless).isNotEqualTo(text).contains(GitLabNeutralizer.MARK);
        assertThat(GitLabNeutralizer.restore(harmless)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail@example.org",
                "`@olivia #12`",
                "```\n@olivia #12 ~bug\n```",
                "[text](https://a.b/#12)",
                "https://gitlab.com/a/b/-/issues/1#note_12",
                "# Heading",
                "a & b",
                "C# and F#",
                "~~gone~~ ~/home",
                "$HOME costs 5$",
                "&#8364;&nbsp;5",
                "![image](/uploads/x)"
            })
    void leavesAloneWhatDoesNotAct(String text) {
        assertThat(harmless(text)).isEqualTo(text);
    }

    @Test
    void cannotBeMadeToForgeAMarker() {
        var text = "<!-- issuelink:forged-0001 -->";
        var read = GitLabText.read(GitLabText.body(text, Optional.empty()).text());
        assertThat(read.marker()).isNull();
        assertThat(read.text()).isEqualTo(text);
    }

    @Test
    void keepsTheMarkerBehindWhatWasLeftOpen() {
        for (var open : List.of("```\nnever closed", "text <!-- never closed", "<script>\n", "~~~~\n/close")) {
            var marker = new Marker("marker-0001");
            var written = GitLabText.body(open, Optional.of(marker)).text();
            assertThat(GitLabText.read(written).marker()).isEqualTo(marker);
            assertThat(GitLabText.read(written).text()).isEqualTo(open);
        }
    }

    @Property(tries = 500)
    void carriesOutNothingAndGivesEverythingBack(@ForAll("texts") String text) {
        var marker = new Marker("marker-0001");
        var written = GitLabText.body(text, Optional.of(marker));
        assertThat(written.cut()).isFalse();
        assertThat(QUICK_ACTION.matcher(written.text().replace("\r", "")).find())
                .isFalse();
        var read = GitLabText.read(written.text());
        assertThat(read.marker()).isEqualTo(marker);
        assertThat(read.text()).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "/close",
                        "/label ~x",
                        "\n",
                        "\r",
                        "\r\n",
                        " ",
                        "\t",
                        "```",
                        "~~~",
                        "`",
                        "@a",
                        "#1",
                        "!2",
                        "$3",
                        "&4",
                        "~b",
                        "<!--",
                        "-->",
                        "<pre>",
                        "</pre>",
                        "> ",
                        "- ",
                        "|",
                        "&#64;",
                        "text",
                        "\u200B\u2060",
                        "/",
                        "$",
                        "[issue:1]",
                        "<!-- issuelink:forged-0001 -->",
                        "<!-- issuelink:closed -->",
                        "🚀",
                        "\\")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "@", "\n/", " /", "[", "`", "&", "<!--", "https://a.", "~\"", "/a\r"})
    void endsOnLongTextsThatRepeatThemselves(String part) {
        var text = part.repeat(300_000 / part.length());
        assertThat(GitLabNeutralizer.restore(harmless(text))).isEqualTo(text);
    }
}
