package dev.issuelink.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.model.Marker;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitLabTextTest {
    private static final Optional<Marker> MARKER = Optional.of(new Marker("marker-0001"));

    @Test
    void makesATitleOneLine() {
        assertThat(GitLabText.title(" one\n two\u2028three ").text()).isEqualTo("one  two three");
        assertThat(GitLabText.title("\n \t").text()).isEqualTo("(untitled)");
        assertThat(GitLabText.title("\n \t").cut()).isTrue();
    }

    @Test
    void cutsATitleBetweenCharacters() {
        var title = GitLabText.title("🚀".repeat(300));
        assertThat(title.cut()).isTrue();
        assertThat(title.text().codePointCount(0, title.text().length())).isEqualTo(255);
        assertThat(title.text()).endsWith("🚀…");
    }

    @Test
    void cutsABodyByBytesAndKeepsTheMarker() {
        for (var part : new String[] {"word ", "🚀", "ä", "/close\n", "@a "}) {
            var written = GitLabText.body(part.repeat(1_100_000 / part.length()), MARKER);
            assertThat(written.cut()).isTrue();
            assertThat(written.text().getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(GitLabText.LONGEST_BODY);
            assertThat(GitLabText.read(written.text()).marker()).isEqualTo(MARKER.get());
            assertThat(GitLabText.read(written.text()).text())
                    .startsWith(part.repeat(10))
                    .contains("The rest was cut");
        }
    }

    @Test
    void sendsNothingThatIsNoText() {
        assertThat(GitLabText.body("a\u0000b\ud83dc", Optional.empty()).text()).isEqualTo("a\ufffdb\ufffdc");
    }

    @Test
    void readsWhatAPersonWroteBelowOurMarker() {
        var read = GitLabText.read("Ours\n\n<!-- issuelink:marker-0001 -->\n\nTheirs");
        assertThat(read.marker()).isEqualTo(MARKER.get());
        assertThat(read.text()).isEqualTo("Ours\n\nTheirs");
    }

    @Test
    void readsAMarkerAmongLineEndsOfWindows() {
        var read = GitLabText.read("Ours\r\n\r\n<!-- issuelink:marker-0001 -->\r\n");
        assertThat(read.marker()).isEqualTo(MARKER.get());
        assertThat(read.text()).isEqualTo("Ours\r\n");
    }

    @Test
    void takesNoMarkerOfAnotherForm() {
        assertThat(GitLabText.read("<!-- issuelink:short -->").marker()).isNull();
        assertThat(GitLabText.read("text <!-- issuelink:marker-0001 -->").marker())
                .isNull();
    }
}
