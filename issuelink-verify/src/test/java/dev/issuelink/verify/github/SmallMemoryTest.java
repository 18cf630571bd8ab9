package dev.issuelink.verify.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.testkit.github.FakeGitHub;
import dev.issuelink.testkit.github.FakeIssueData;
import dev.issuelink.verify.modulepath.Java;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 10,000 issues of 12 kB each, more than twice the memory of the process that reads them. */
class SmallMemoryTest {
    private static final int ISSUES = 10_000;
    private static final String BODY = "All work and no play makes Jack a dull boy. ".repeat(280);

    private static FakeGitHub github;

    @BeforeAll
    static void fill() {
        github = FakeGitHub.start();
        var start = Instant.parse("2020-01-01T00:00:00Z");
        github.addRepository("acme", "shop")
                .load(IntStream.rangeClosed(1, ISSUES)
                        .mapToObj(number -> FakeIssueData.issue(
                                        number, "Issue " + number, () -> BODY, "ann", start.plusSeconds(600L * number))
                                .labeled(List.of("bug")))
                        .toList());
    }

    @AfterAll
    static void close() {
        github.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed", "listing", "sync"})
    void aLargeRepositoryIsReadWithLittleMemory(String way) {
        var run = read(way);

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("read " + ISSUES);
        System.out.println("figure issues_read_48m " + ISSUES);
    }

    @Test
    void aReaderThatKeptThePagesWouldRunOutOfMemory() {
        var run = read("hoard");

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.output()).contains("OutOfMemoryError");
    }

    private static Java.Run read(String way) {
        return Java.run(
                "-Xmx48m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SmallReader.class.getName(),
                way,
                github.baseUrl(),
                github.token("acme"));
    }
}
