package dev.issuelink.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void tellsTheWholeStoryOfItsOwnArchive() {
        var call = DemoCall.with();
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=12 pulls_skipped=6 links=20");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains("read again: nothing new, 1 request")
                .contains("Linked issues of table orders (5)")
                .contains("opened   #19 ")
                .contains("told by  webhook issues.closed: #19 is now closed")
                .contains("Linked issues of table orders (6)")
                .containsPattern("the chain of all \\d+ entries is unbroken");
    }

    @Test
    void showsTheIssueOpenAndThenClosedInThePanel() {
        var lines = DemoCall.with().lines();
        var shown = lines.stream().filter(line -> line.contains("│ #19 ")).count();
        var statuses = java.util.stream.IntStream.range(0, lines.size())
                .filter(at -> lines.get(at).contains("│ #19 "))
                .mapToObj(at -> lines.get(at + 1).replaceAll("[│ ]+", " ").strip())
                .toList();
        assertThat(shown).isEqualTo(2);
        assertThat(statuses)
                .containsExactly("Status: open | Assignee: nobody", "Status: closed (completed) | Assignee: nobody");
    }

    @ParameterizedTest
    @EnumSource
    void readsTheRealData(TrackerKind kind) {
        var issues = SharedData.file("tls13-spec-issues.json.gz");
        var objects = SharedData.file("tls13-objects.txt");
        var begin = System.nanoTime();
        var call = DemoCall.with("--tracker=" + kind.word(), "--issues", issues.toString(), "--objects=" + objects);
        System.out.println("figure demo.real_data." + kind.word() + "_ms " + (System.nanoTime() - begin) / 1_000_000);
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=446 pulls_skipped=998 links=305");
        assertThat(call.exitCode()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadBehind(TrackerKind kind) {
        assertThat(DemoCall.with("--tracker", kind.word()).exitCode()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon() && thread.isAlive())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("qtp") || name.startsWith("HTTP-Dispatcher"));
    }

    @ParameterizedTest
    @EnumSource
    void survivesAHostileArchive(TrackerKind kind) throws IOException {
        var call = DemoCall.with(
                "--tracker", kind.word(),
                "--issues", HostileArchive.write(folder).toString(),
                "--objects", write("objects.txt", "table\tthe\ntable\torders\n").toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=8 pulls_skipped=1 links=4");
        assertThat(call.out())
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]")
                .doesNotContainPattern("[\\u0080-\\u009F\\u202E\\uFFFD]")
                .contains("entries of the archive have no number of their own");
    }

    @ParameterizedTest
    @EnumSource
    void worksWhereNothingIsMentioned(TrackerKind kind) throws IOException {
        var call = DemoCall.with(
                "--tracker", kind.word(),
                "--issues", write("issues.json", "{\"issues\": []}").toString());
        assertThat(call.err()).isEmpty();
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=0 pulls_skipped=0 links=0");
    }

    @Test
    void endsWithOneSentenceOnAFailure() throws IOException {
        var broken = write("broken.json", "{\"issues\": [{\"number\": 1,");
        var call = DemoCall.with("--issues", broken.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err().lines())
                .containsExactly("demo: " + broken + " is not valid JSON: see line 1, column 26.");
        assertThat(call.out()).doesNotContain("demo: ok");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GITHUB")
    void saysWhatBecomesOfPullRequestsWhereThereAreNone(TrackerKind kind) {
        var call = DemoCall.with("--tracker", kind.word());
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains("12 issues and 0 pull requests")
                .contains("6 pull requests of the archive are left behind: " + kind.title() + " has none")
                .contains("read again: nothing new, 1 request");
        assertThat(call.lastLine()).isEqualTo("demo: ok, issues=12 pulls_skipped=6 links=20");
    }

    @Test
    void namesTheTrackersThatItKnows() {
        var call = DemoCall.with("--tracker", "gitea");
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err().lines())
                .containsExactly("demo: --tracker: there is no tracker \"gitea\"; there are github, gitlab, jira.");
    }

    @Test
    void endsWithOneSentenceOnAnErrorOfTheProgram() {
        var err = new ByteArrayOutputStream();
        var broken = new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
                throw new AssertionError("broken");
            }
        };

        assertThat(Main.run(new String[] {"--help"}, broken, new PrintStream(err, true, StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("demo: failed unexpectedly");
    }

    @Test
    void showsDetailsOfAFailureWhenAsked() {
        var call = DemoCall.with("--verbose", "--issues", "missing.json");
        assertThat(call.err())
                .startsWith("demo: missing.json cannot be read: there is no such file.\n")
                .contains("\tat ");
    }

    @Test
    void reportsAllFaultsOfAConfigurationInOneLine() throws IOException {
        var config = write("config.json", "{\"trackers\": [{\"name\": \"A\", \"type\": \"gihub\"}], \"tracker\": []}");
        var call = DemoCall.with("--config", config.toString());
        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.err().lines()).hasSize(1);
        assertThat(call.err()).contains("/trackers/0/type").contains("/tracker:");
    }

    @Test
    void listsItsOptions() {
        var call = DemoCall.with("--help");
        assertThat(call.exitCode()).isZero();
        assertThat(call.out())
                .contains("--tracker NAME", "--issues FILE", "--objects FILE", "--config FILE", "--write");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
