package dev.issuelink.core.internal.guard.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text may be made to keep a search busy. However often a sign is looked at, it is not more often in a longer text. */
class HostileTextsTest {
    private static final int LENGTH = 12_000;
    private static final int MOST_LOOKS = 500;

    @Test
    void noFormatLooksAtASignAgainAndAgain() {
        var worst = 0L;
        var slow = new ArrayList<String>();
        for (var format : Formats.all()) {
            for (var text : hostile(format)) {
                var looks = looks(format, text) / LENGTH;
                worst = Math.max(worst, looks);
                if (looks > MOST_LOOKS) {
                    slow.add(format.name() + " looks " + looks + " times: " + text.substring(0, 80));
                }
            }
        }
        System.out.println("figure most_looks_at_a_sign " + worst);
        assertThat(slow).isEmpty();
    }

    @Test
    void looksAreCounted() {
        var slow = Format.place("slow", "(a|aa)+\\1b");
        assertThat(looks(slow, "a".repeat(25))).isGreaterThan(100_000);
    }

    private static long looks(Format format, String text) {
        var patient = new PatientText(text, Long.MAX_VALUE);
        var match = format.pattern().matcher(patient);
        while (match.find()) {
            // Only the search itself is measured.
            assertThat(match.end()).isGreaterThan(match.start());
        }
        return patient.looks();
    }

    private static List<String> hostile(Format format) {
        var random = new Random(7);
        var samples = Seeds.templates().get(format.name()).stream()
                .map(template -> Seed.of(format.name(), template, random).text());
        var pieces = samples.flatMap(HostileTextsTest::pieces).distinct();
        return pieces.map(piece -> piece.repeat(LENGTH / piece.length() + 1).substring(0, LENGTH))
                .toList();
    }

    // Beginnings of what it looks for, and the whole but for its end, again and again.
    private static Stream<String> pieces(String sample) {
        var length = sample.length();
        var beginnings = Stream.of(3, 8, length / 2, length - 1)
                .filter(end -> end > 0 && end <= length)
                .map(end -> sample.substring(0, end));
        return Stream.concat(
                beginnings.flatMap(piece -> Stream.of(piece, piece + " ", piece + "-")),
                Stream.of(sample.replaceAll("[A-Za-z0-9+/_-]{9,}", "aaaaaaaa"), sample.substring(length / 2)));
    }
}
