package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdfTest {
    static List<String> canonical() {
        return List.of(
                "",
                "Plain words, nothing more.",
                "first\nsecond\n\nthird\n\n\nlast",
                "a  \nb",
                "\"quoted\" 'single' \\ back\\slash C:\\temp\\new",
                "{\"title\": \"not a field\", \"n\": null}",
                "<b>bold</b> & &amp; <script>alert(1)</script>",
                "before <!-- a remark --> after",
                "<!-- issuelink:lookalike-0001 --> <!-- issuelink-marker: abcdefgh -->",
                "${TOKEN} {{title}} %s %n {0}",
                "../../etc/passwd?x=1&y=2#z",
                "DROP TABLE orders; -- ' OR 1=1",
                "```sql\nSELECT '<!-- x -->' FROM t;\n```\n\n    indented",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "```\nnever closed",
                "text <!-- never closed",
                "# One\n\n## Two *em* **strong** ~~strike~~ `code`\n\n---\n\nEnd",
                "**a `b` c** and ***both*** and **a *b* c**",
                "- a\n- b\n  - c\n    1. d\n    2. e\n- f\n\n  more\n\n  ```java\n  x\n\n  y\n  ```",
                "3. a\n4. b",
                "- [ ] a\n- [x] b **c**\n  - [ ] d",
                "> quote\n>\n> more\n>\n> - a\n> - b",
                "> [!WARNING]\n> Take care\n>\n> - a",
                "See [the *page*](https://example.com/a_b?c=d \"Title\") and https://example.com/x. Or <b>.",
                "![alt](https://example.com/a.png) and ![](https://example.com/b.png)",
                "Hello @jane and #12 and snake_case and 2 * 3 and a < b",
                "\\*not em\\* and \\[x](/y)",
                "1\\. no list",
                "**Table:** `orders`\n**Schema:** `public`",
                "- a\n\n* b\n\n1. c\n\n1) d",
                "- # no heading here\n- > no quote\n- | a | b |\n  |---|---|\n  | 1 | 2 |",
                "> a\n>\n> > b",
                "| a | b |\n|---|---|\n| x\\|y `c\\|d` | **s**<br>t |\n|  | &lt; |",
                "- [ ] a\n- b",
                "-\n- x");
    }

    @ParameterizedTest
    @MethodSource("canonical")
    void comesBackAsItWas(String markdown) {
        var document = AdfWriter.write(markdown);
        assertThat(AdfReader.read(document)).as(document.toPrettyString()).isEqualTo(markdown);
        assertThat(AdfSchema.faults(document)).isEmpty();
        AdfSchema.assertHolds(document);
    }
}
