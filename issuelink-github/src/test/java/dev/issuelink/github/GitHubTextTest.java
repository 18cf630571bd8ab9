package dev.issuelink.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Marker;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;

class GitHubTextTest {
    private static final Marker MARKER = new Marker("abc-DEF_0123456789");
    private static final String LINE = "<!-- issuelink:abc-DEF_0123456789 -->";

    /** Pieces of Markdown and of our own marks, thrown together. */
    @Provide
    static Arbitrary<String> markdown() {
        var pieces = List.of(
                "@octocat",
                "@org/team",
                " @",
                "#12",
                "a#1",
                "GH-7",
                "gh-",
                "owner/repo#3",
                "`",
                "``",
                "```",
                "```sql\n",
                "~~~~\n",
                "\n",
                "\n\n",
                "\r\n",
                "> ",
                "- ",
                "    ",
                "<!--",
                "-->",
                "<!-- issuelink:closed -->",
                LINE,
                "<!-- issuelink:",
                "<pre>",
                "</pre>",
                "<details>",
                "[a](b#1)",
                "https://x.example/@a#1",
                "[^1]: ",
                "|",
                "\u200B\u2060",
                "\u200B",
                "@\u200B\u2060",
                "&#64;x",
                "&#35;1",
                "😀",
                "é",
                "word",
                " ",
                "\\",
                "<a b=\"@c\">");
        return Arbitraries.of(pieces).list().ofMaxSize(25).map(list -> String.join("", list));
    }

    @Provide
    static Arbitrary<String> longMarkdown() {
        return markdown()
                .filter(text -> !text.isEmpty())
                .flatMap(piece -> Arbitraries.integers()
                        .between(65_000, 140_000)
                        .map(length -> piece.repeat(length / piece.length() + 1)));
    }

    @Property(tries = 2000)
    void readingGivesTheTextBack(@ForAll @From("markdown") String text) {
        var read = GitHubText.read(GitHubText.body(text, Optional.of(MARKER)).text());
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.marker()).isEqualTo(MARKER);
    }

    @Property(tries = 500)
    void readingGivesAnyTextBack(@ForAll String text) {
        var formed = text.codePoints()
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        var read = GitHubText.read(GitHubText.body(formed, Optional.empty()).text());
        assertThat(read.text()).isEqualTo(formed);
        assertThat(read.marker()).isNull();
    }

    @Property(tries = 60)
    void whatIsTooLongIsCutWithinTheLimitAndKeepsItsMarker(@ForAll @From("longMarkdown") String text) {
        var written = GitHubText.body(text, Optional.of(MARKER));
        assertThat(written.text().length()).isLessThanOrEqualTo(GitHubText.LONGEST_BODY);
        assertThat(written.text()).endsWith("\n\n" + LINE);
        assertThat(GitHubText.read(written.text()).marker()).isEqualTo(MARKER);
        if (written.cut()) {
            assertThat(written.text()).contains(GitHubText.CUT_NOTE);
        }
    }

    @Property(tries = 60)
    void aCutNeverSplitsACharacter(@ForAll @From("longMarkdown") String text) {
        var written = GitHubText.body(text + "😀".repeat(40_000), Optional.of(MARKER));
        assertThat(written.cut()).isTrue();
        assertThat(written.text().codePoints()).noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
    }

    @Property(tries = 1000)
    void theMarkerIsNeverSwallowedByAnOpenFence(@ForAll @From("markdown") String text) {
        var document = Parser.builder()
                .build()
                .parse(GitHubText.body(text, Optional.of(MARKER)).text());
        var last = document.getLastChild();
        assertThat(last instanceof FencedCodeBlock fence && fence.getLiteral().contains(LINE))
                .isFalse();
    }

    @Property
    void titlesAreOneLineOfAtMost256CodePoints(@ForAll String title) {
        var written = GitHubText.title(title).text();
        assertThat(written.codePointCount(0, written.length())).isBetween(1, 256);
        assertThat(written).doesNotContain("\n", "\r").isNotBlank();
    }

    @Example
    void aCutInsideAFenceClosesIt() {
        var written = GitHubText.body("```sql\n" + "select 1;\n".repeat(10_000), Optional.of(MARKER))
                .text();
        assertThat(written).endsWith("\n```" + GitHubText.CUT_NOTE + "\n\n" + LINE);
        assertThat(written.length()).isGreaterThan(65_000);
    }

    @Example
    void peopleMayWriteBelowTheMarker() {
        var read = GitHubText.read("text\r\n\r\n" + LINE + "\r\n\r\nPS: more");
        assertThat(read.marker()).isEqualTo(MARKER);
        assertThat(read.text()).isEqualTo("text\r\n\r\nPS: more");
    }

    @Example
    void aMarkerWithinALineIsNone() {
        assertThat(GitHubText.read("see " + LINE).marker()).isNull();
        assertThat(GitHubText.read("<!-- issuelink:short -->").marker()).isNull();
    }

    @Example
    void whatLooksLikeOurMarkerInATextIsNotSentAsOne() {
        var read = GitHubText.read(
                GitHubText.body("quoted\n" + LINE + "\nend", Optional.empty()).text());
        assertThat(read.marker()).isNull();
        assertThat(read.text()).contains(LINE);
    }

    @Example
    void whatWeClosedIsTakenOutAgainAfterAPersonSavedItOnTheWeb() {
        var written = GitHubText.body("say\n~~~~\nopen", Optional.of(MARKER)).text();
        var read = GitHubText.read(written.replace("\n", "\r\n"));
        assertThat(read.text()).isEqualTo("say\r\n~~~~\r\nopen");
        assertThat(read.marker()).isEqualTo(MARKER);
    }

    @Example
    void everyKindOfLineEndIsTakenFromATitle() {
        assertThat(GitHubText.title("a\r\nb\u0085c\u2028d\u000Be").text()).isEqualTo("a b c d e");
    }
}
