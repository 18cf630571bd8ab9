package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class WikiPropertiesTest {
    private static final Pattern CODE = Pattern.compile("(?s)\\{(noformat|code)(?::[^}\\n]*)?}\\n.*?\\n\\{\\1}");

    @Property(tries = 500)
    void canonicalTextComesBackByteForByte(@ForAll long seed) {
        var markdown = new RandomMarkdown(seed).document();
        assertThat(WikiMarkup.toMarkdown(WikiMarkup.fromMarkdown(markdown))).isEqualTo(markdown);
    }

    @Property(tries = 500)
    void nothingActsByAccident(@ForAll long seed) {
        var wiki = CODE.matcher(WikiMarkup.fromMarkdown(new RandomMarkdown(seed).mash(40)))
                .replaceAll("");
        assertThat(wiki)
                .doesNotContainPattern("(?<!\\\\)\\{(?:html|include|code|noformat)")
                .doesNotContainPattern("(?<!\\\\)\\[[~^]")
                .doesNotContainPattern("(?<!\\\\)!\\S+?(?<!\\\\)!");
    }

    @Property(tries = 500)
    void anythingCanBeRead(@ForAll long seed) {
        var markdown = WikiMarkup.toMarkdown(new RandomMarkdown(seed).mash(40));
        AdfSchema.assertHolds(AdfWriter.write(markdown));
    }
}
