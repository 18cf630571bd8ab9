package dev.issuelink.core.internal.template;

import static dev.issuelink.core.internal.template.Filled.J;
import static dev.issuelink.core.internal.template.Filled.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How values look in each place, for people. */
class TemplatePlacesTest {
    private static final Fragment.Code CODE = new Fragment.Code("SELECT 1\nFROM t", "sql");
    private static final Fragment.Prose PROSE = new MarkdownWriter()
            .paragraph("Words")
            .bullet("x")
            .code("y\n\nz", "")
            .prose();

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '\0',
            value = {
                "shop.public.order_items => shop.public.order_items",
                "_x_ => \\_x\\_",
                "C:\\tmp\\x => C:\\tmp\\x",
                "a < b <= c > d -> e => a < b <= c > d -> e",
                "List<String> => List&lt;String>",
                "R & D => R & D",
                "&lt; => &amp;lt;",
                "count(*) => count(\\*)",
                "array[0] => array\\[0\\]",
                "-5 => -5",
                "- 5 => \\- 5",
                "1.5 => 1.5",
                "1. x => 1\\. x",
                "2026-01-31T10:20:30Z => 2026-01-31T10:20:30Z",
                "100% => 100%",
                "it's \"so\" => it's \"so\"",
                "/var/log => \\/var/log",
                "5$ => 5\u2060\\$",
                "C# => C#",
                "PROJ-1 => PROJ-1",
                "Привет, 世界 🎉 => Привет, 世界 🎉"
            })
    void wordsStayReadable(String value, String shown) {
        assertThat(body("{{a}}", value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "@everyone => @*everyone",
                "a@b.example => a@*b.example",
                "see #12 => see #*12",
                "owner/repo#12 => owner/repo#*12",
                "GH-12 => GH-*12",
                "!12 &3 => !*12 &amp;*3",
                "~bug %1 => \\~*bug %*1",
                ":tada: 10:20:30 ::x:: => :*tada: 10:20:30 ::*x::",
                "https://x.example => https:*//x.example",
                "www.x.example => www*.x.example",
                "$x$ => *\\$x*\\$",
                "[x] [issue:1] => \\[*x\\] \\[*issue:1\\]"
            })
    void whatActsIsTakenItsEffectWithoutAChangeToTheEye(String value, String shown) {
        assertThat(body("{{a}}", value)).isEqualTo(shown.replace("*", J));
    }

    @Test
    void whatActsOnlyTogetherWithTheAuthorsTextIsTakenItsEffect() {
        assertThat(body("@{{a}} #{{b}} /{{a}}\n/{{a}}", Map.of("a", "x", "b", 1)))
                .isEqualTo("@*x #*1 /x\n/*x".replace("*", J));
        assertThat(body("{{a}}{{b}} {{b}}. x", Map.of("a", "@", "b", "1"))).isEqualTo("@" + J + "1 1. x");
        assertThat(body("{{a}}. x", 1)).isEqualTo("1\\. x");
    }

    @Test
    void codeAloneOnALineIsABlock() {
        assertThat(body("x\n{{a}}\ny", CODE)).isEqualTo("x\n\n```sql\nSELECT 1\nFROM t\n```\n\ny");
        assertThat(body("- x\n  {{a}}\n- y", CODE)).isEqualTo("- x\n\n  ```sql\n  SELECT 1\n  FROM t\n  ```\n\n- y");
        assertThat(body("> x\n> {{a}}", CODE)).isEqualTo("> x\n>\n> ```sql\n> SELECT 1\n> FROM t\n> ```");
    }

    @Test
    void codeWithinALineIsASpan() {
        assertThat(body("x {{a}} y", CODE)).isEqualTo("x `SELECT 1 FROM t` y");
        assertThat(body("- {{a}}", new Fragment.Code("`", ""))).isEqualTo("- `` ` ``");
        assertThat(body("| {{a}} |\n|---|", new Fragment.Code("a|b\\|c", "")))
                .isEqualTo("| `a\\|b\\" + J + "\\|c` |\n|---|");
    }

    @Test
    void aFenceIsLongerThanAllThatLooksLikeOne() {
        assertThat(body("{{a}}", new Fragment.Code("```", "x y"))).isEqualTo("~~~xy\n```\n~~~");
        assertThat(body("{{a}}", new Fragment.Code("~~~~\n```", ""))).isEqualTo("````\n~~~~\n```\n````");
        assertThat(body("```sql\n{{a}}\n```\nx", "````\ny")).isEqualTo("`````sql\n````\ny\n`````\nx");
    }

    @Test
    void withinTheAuthorsCodeValuesAreVerbatim() {
        assertThat(body("```{{b}}\nx {{a}} y\n```", Map.of("a", "*1*\n\t2", "b", "sql`\nx")))
                .isEqualTo("```sqlx\nx *1*\n\t2 y\n```");
        assertThat(body("- x\n  ```\n  {{a}}\n  ```", "1\n\n2")).isEqualTo("- x\n  ```\n  1\n\n  2\n  ```");
        assertThat(body("`{{a}} x`", "*`*")).isEqualTo("``*`* x``");
    }

    @Test
    void proseAloneOnALineIsItsBlocks() {
        assertThat(body("x\n{{a}}\ny", PROSE)).isEqualTo("x\n\nWords\n\n- x\n\n```\ny\n\nz\n```\n\ny");
        assertThat(body("> {{a}}", PROSE)).isEqualTo("> Words\n>\n> - x\n>\n> ```\n> y\n>\n> z\n> ```");
    }

    @Test
    void proseBehindALabelGoesOnBelow() {
        assertThat(body("**Label**: {{a}}\nx", PROSE)).isEqualTo("**Label**:\n\nWords\n\n- x\n\n```\ny\n\nz\n```\n\nx");
        assertThat(body("1. {{a}}\n2. x", PROSE))
                .isEqualTo("1. Words\n\n   - x\n\n   ```\n   y\n\n   z\n   ```\n\n2. x");
        assertThat(body("- x: {{a}}", PROSE)).isEqualTo("- x:\n\n  Words\n\n  - x\n\n  ```\n  y\n\n  z\n  ```");
    }

    @Test
    void proseWhereOnlyWordsMayStandIsWords() {
        assertThat(body("# {{a}}\n{{a}} x", PROSE)).isEqualTo("# Words x y z\nWords x y z x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "[x]({{a}}) => https://x.example/a?b=c#d => [x](https://x.example/a?b=c#d)",
                "[x]({{a}}) => https://x.example/a b(c) => [x](https://x.example/a%20b%28c%29)",
                "[x]({{a}}) => javascript:alert(1) => x",
                "[x]({{a}}) => //x.example => x",
                "[x]({{a}}) => https://u:p@x.example => x",
                "![x]({{a}}) => data:image/png,x => x",
                "[x](https://x.example/{{a}}) => a/b?c => [x](https://x.example/a%2Fb%3Fc)",
                "[x](https://x.example/{{a}}/y) => .. => [x](https://x.example/-/y)",
                "[x](https://{{a}}/y) => x.example:80 => [x](https://x.example:80/y)",
                "[x](https://{{a}}/y) => evil.example/ => [x](https://invalid/y)",
                "[x](https://x.example{{a}}) => .evil.example => [x](https://x.example)",
                "[x](https://x.example{{a}}) => /a/b => [x](https://x.example/a/b)",
                "[x](https://x.example \"{{a}}\") => \" y => [x](https://x.example \"&#34; y\")",
                "<{{a}}> => https://x.example/a b => <https://x.example/a%20b>",
                "https://x.example/{{a}}. => a_b* => https://x.example/a_b%2A."
            })
    void addressesTakeOnlyWhatBelongsIntoThem(String template, String value, String shown) {
        assertThat(body(template, value)).isEqualTo(shown);
    }

    @Test
    void htmlOfTheAuthorGetsItsOwnEscapes() {
        assertThat(body("<summary>{{a}}</summary>", "<b>*x*")).isEqualTo("<summary>&#60;b&#62;&#42;x&#42;</summary>");
        assertThat(body("<a href=\"{{a}}\">x</a>", "https://x.example/\""))
                .isEqualTo("<a href=\"https&#58;&#47;&#47;x.example&#47;&#37;22\">x</a>");
        assertThat(body("<a href=\"{{a}}\">x</a>", "javascript:x")).isEqualTo("<a href=\"javascript x\">x</a>");
        assertThat(body("<!-- {{a}} -->", "x --> y")).isEqualTo("<!-- x &#45;*&#45;*&#62; y -->".replace("*", J));
    }

    @Test
    void theAuthorsEmphasisHoldsAroundAllValues() {
        assertThat(body("**{{a}}**x", "(y)")).isEqualTo("**" + J + "(y)" + J + "**x");
        assertThat(body("**{{a}}** {{b}}", Map.of("b", "y"))).isEqualTo("**" + J + "** y");
    }

    @Test
    void aTitleIsPlainTextOfOneLine() {
        var facts = Map.of(
                "a",
                "*x*\n<y>\u202e\u0000 @z",
                "code",
                new Fragment.Code("SELECT\n  1", ""),
                "prose",
                PROSE,
                "n",
                12_345,
                "list",
                List.of("p", "q"));
        assertThat(Filled.title("  {{a}}\n{{code}}: {{n}} {{list}} {{prose}} ({{none}})  ", facts))
                .isEqualTo("*x* <y> @z SELECT 1: 12,345 p, q Words x y z");
    }

    @Test
    void aTitleIsClippedBetweenCharacters() {
        var title = Filled.title("{{a}}{{a}}", Map.of("a", "🎉".repeat(300)));
        assertThat(title).isEqualTo("🎉".repeat(199) + "…");
        assertThat(Filled.title("{{a}}", Map.of("a", "x".repeat(200)))).hasSize(200);
    }

    @Test
    void aTitleIsNeverBlank() {
        assertThat(Filled.title("{{a}} ({{b}})", Map.of())).isEqualTo("test");
        assertThat(Filled.title("\u202e", Map.of())).isEqualTo("test");
    }
}
