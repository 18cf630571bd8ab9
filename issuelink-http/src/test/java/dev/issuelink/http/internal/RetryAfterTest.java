package dev.issuelink.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Both forms, and neither. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void secondsCountFromTheAnswer(@ForAll @IntRange(min = 0, max = 999_999_999) int seconds) {
        assertThat(RetryAfter.read(" " + seconds, NOW)).contains(NOW.plusSeconds(seconds));
    }

    @Example
    void datesStandForThemselves() {
        assertThat(RetryAfter.read("Thu, 01 Jan 2026 00:01:00 GMT", NOW)).contains(NOW.plusSeconds(60));
        assertThat(RetryAfter.read("Thu, 1 Jan 2026 00:01:00 GMT", NOW)).contains(NOW.plusSeconds(60));
    }

    @Property
    void nothingMakesItThrow(@ForAll String value) {
        RetryAfter.read(value, NOW);
        assertThat(RetryAfter.read("x" + value, NOW)).isEmpty();
        assertThat(RetryAfter.read("-1", NOW)).isEmpty();
        assertThat(RetryAfter.read("99999999999999999999", NOW)).isEmpty();
    }
}
