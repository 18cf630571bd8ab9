package dev.issuelink.core.internal.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.issuelink.Verdict;
import dev.issuelink.config.ResolutionPolicy;
import dev.issuelink.core.internal.claim.Standing.State;
import dev.issuelink.core.internal.codec.ClaimContent;
import dev.issuelink.core.internal.codec.Tally;
import dev.issuelink.store.FingerprintClaim;
import dev.issuelink.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The two tables of the documentation, run line by line. */
class TriageTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "exactly-one.md");
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LAST = FIRST.plus(Duration.ofDays(1));
    private static final Instant ENDED = FIRST.plus(Duration.ofDays(2));
    private static final Duration WINDOW = Duration.ofDays(14);
    private static final String LAST_EVENT = "the last one";

    @TestFactory
    Stream<DynamicTest> anEventThatTellsOfAProblem() throws IOException {
        return table("| what is known | the event | verdict |")
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    var known = known(row.get(0));
                    var window = row.get(0).contains("never opened again") ? Duration.ZERO : WINDOW;
                    var digest = row.get(1).equals("the one that came last") ? LAST_EVENT : "another";
                    var ruling = Triage.problem(known, problemAt(row.get(1)), digest, window);
                    assertThat(ruling.verdict()).as(ruling.reason()).isEqualTo(Verdict.valueOf(row.get(2)));
                    assertThat(ruling.reason()).isNotBlank();
                }));
    }

    @TestFactory
    Stream<DynamicTest> anEventThatTellsOfTheEndOfAProblem() throws IOException {
        return table("| what is known | the event | the rule's")
                .map(row -> DynamicTest.dynamicTest(name(row), () -> {
                    var policy = ResolutionPolicy.valueOf(row.get(2).toUpperCase(Locale.ROOT));
                    var at = row.get(1).startsWith("older") ? LAST.minusSeconds(1) : LAST.plusSeconds(1);
                    var ruling = Triage.end(known(row.get(0)), at, policy, ENDED);
                    assertThat(ruling.verdict()).as(ruling.reason()).isEqualTo(Verdict.valueOf(row.get(3)));
                    assertThat(ruling.reason()).isNotBlank();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyStandingIsInTheTables() throws IOException {
        var states = Stream.concat(
                        table("| what is known | the event | verdict |"),
                        table("| what is known | the event | the rule's"))
                .flatMap(row -> known(row.get(0)).stream())
                .map(known -> known.standing().state())
                .toList();
        return Arrays.stream(State.values())
                .map(state -> DynamicTest.dynamicTest(
                        state.name(), () -> assertThat(states).contains(state)));
    }

    private static Stream<List<String>> table(String head) throws IOException {
        var lines = Files.readAllLines(DOCUMENT);
        var begin = lines.indexOf(
                lines.stream().filter(line -> line.startsWith(head)).findFirst().orElseThrow());
        return lines.subList(begin + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList());
    }

    private static String name(List<String> row) {
        return String.join(", ", row);
    }

    private static Instant problemAt(String event) {
        if (event.startsWith("older")) {
            return ENDED.minusSeconds(1);
        }
        if (event.startsWith("at the time")) {
            return ENDED;
        }
        return event.contains("after that time") ? ENDED.plus(WINDOW).plusSeconds(1) : ENDED.plusSeconds(1);
    }

    private static Optional<KnownProblem> known(String words) {
        if (words.equals("nothing")) {
            return Optional.empty();
        }
        var content = ClaimContent.first("Tracker", new Tally(2, FIRST, LAST, LAST_EVENT, 0, Optional.empty()));
        if (words.contains("three times within a day")) {
            for (var hours = 1; hours <= 3; hours++) {
                content = content.reopened(ENDED.minus(Duration.ofHours(hours)));
            }
        }
        var claim = FingerprintClaim.of("F", "Rule", "W", FIRST, "");
        var state = state(words);
        var isThere = state != State.OPENING && state != State.GIVEN_UP;
        var issue = isThere
                ? Optional.of(Samples.issueReference("1"))
                : Optional.<dev.issuelink.model.IssueReference>empty();
        return Optional.of(new KnownProblem(claim, content, new Standing(state, ENDED), issue));
    }

    private static State state(String words) {
        if (words.contains("about to be opened")) {
            return State.OPENING;
        }
        if (words.contains("given up")) {
            return State.GIVEN_UP;
        }
        if (words.contains("decided against")) {
            return State.DECLINED;
        }
        if (words.contains("deleted")) {
            return State.DELETED;
        }
        if (words.contains("closed")) {
            return State.CLOSED;
        }
        return State.OPEN;
    }
}
