package dev.issuelink.jira;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AdfPropertiesTest {
    @Property(tries = 500)
    void canonicalTextComesBackByteForByte(@ForAll long seed) {
        var markdown = new RandomMarkdown(seed).document();
        var document = AdfWriter.write(markdown);
        AdfSchema.assertHolds(document);
        assertThat(AdfReader.read(document)).isEqualTo(markdown);
    }

    @Property(tries = 500)
    void anyTextGivesAValidDocument(@ForAll long seed) {
        var document = AdfWriter.write(new RandomMarkdown(seed).mash(40));
        AdfSchema.assertHolds(document);
        AdfReader.read(document);
    }

    @Property(tries = 500)
    void anyTextSettles(@ForAll long seed) {
        var settled = read(read(new RandomMarkdown(seed).mash(25)));
        assertThat(read(settled)).isEqualTo(settled);
    }

    private static String read(String markdown) {
        return AdfReader.read(AdfWriter.write(markdown));
    }
}
