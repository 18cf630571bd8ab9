package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    @Test
    void takesFilesInBothForms() {
        var options = Options.parse("--issues", "a.json", "--objects=b.txt", "--verbose");
        assertThat(options.issues()).contains(Path.of("a.json"));
        assertThat(options.objects()).contains(Path.of("b.txt"));
        assertThat(options.verbose()).isTrue();
        assertThat(options.write()).isFalse();
    }

    @Test
    void takesTheNameOfATracker() {
        assertThat(Options.parse("--tracker", "jira").tracker()).contains(TrackerKind.JIRA);
        assertThat(Options.parse("--tracker=gitlab").tracker()).contains(TrackerKind.GITLAB);
    }

    @Test
    void needsNoOption() {
        assertThat(Options.parse())
                .isEqualTo(new Options(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--isues x | \"--isues\" is no option; --help lists them.",
                "x | \"x\" is no option; --help lists them.",
                "--help=yes | \"--help\" is no option; --help lists them.",
                "--issues | --issues needs a file.",
                "--issues= | --issues needs a file.",
                "--issues --objects x | --issues needs a file.",
                "--issues a --issues b | --issues is given twice.",
                "--write | --write needs --config; the demo's own tracker is always written to.",
                "--config a --issues b | --issues fills the demo's own tracker and cannot stand beside --config.",
                "--tracker | --tracker needs a name.",
                "--tracker gitea | --tracker: there is no tracker \"gitea\"; there are github, gitlab, jira.",
                "--tracker GitHub | --tracker: there is no tracker \"GitHub\"; there are github, gitlab, jira.",
                "--tracker jira --tracker jira | --tracker is given twice.",
                "--config a --tracker jira | --tracker chooses a tracker of the demo's own and cannot stand beside --config."
            })
    void saysWhatIsWrong(String line, String sentence) {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> Options.parse(line.split(" ")))
                .withMessage(sentence);
    }

    @Test
    void refusesANameThatNoFileHas() {
        assertThatExceptionOfType(DemoFailure.class)
                .isThrownBy(() -> Options.parse("--config", "a\0b"))
                .withMessageContaining("is no name of a file");
    }
}
