package dev.issuelink.core.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | ms | 0 ms",
                "0.4 | ms | 0.4 ms",
                "999 | ms | 999 ms",
                "1850 | ms | 1,850 ms (1 s)",
                "65250 | ms | 65,250 ms (1 min 5 s)",
                "1 | seconds | 1 second",
                "90 | seconds | 90 seconds (1 min 30 s)",
                "1 | minutes | 1 minute",
                "95 | minutes | 95 minutes (1 h 35 min)",
                "1 | bytes | 1 byte",
                "1023 | bytes | 1,023 bytes",
                "1536 | bytes | 1,536 bytes (1.5 KiB)",
                "5368709120 | bytes | 5,368,709,120 bytes (5.0 GiB)",
                "33.333 | % | 33.333 %",
                "1 | percentage points | 1 percentage point",
                "13.25 | percentage points | 13.25 percentage points",
                "1234567 | rows | 1,234,567",
                "-50 | % | -50 %",
                "1e30 | seconds | 1,000,000,000,000,000,000,000,000,000,000 seconds"
            })
    void numbersHaveThousandsAndUnits(double value, String unit, String text) {
        assertThat(Quantities.shown(value, unit)).isEqualTo(text);
    }

    @Test
    void numbersOfAllKindsAreShown() {
        assertThat(Quantities.number(12)).isEqualTo("12");
        assertThat(Quantities.number(Long.MIN_VALUE)).isEqualTo("-9,223,372,036,854,775,808");
        assertThat(Quantities.number(0.1f)).isEqualTo("0.1");
        assertThat(Quantities.number(new BigDecimal("1E-1000000000"))).isEqualTo("0");
        assertThat(Quantities.number(BigInteger.TEN)).isEqualTo("10");
        assertThat(Quantities.number(Double.NaN)).isEqualTo("NaN");
        assertThat(Quantities.number(1e15)).isEqualTo("1,000,000,000,000,000");
        assertThat(Quantities.shown(Double.NaN, "ms")).isEqualTo("NaN ms");
    }

    @Test
    void timesAreInUtcToTheSecondAndOtherTextsStay() {
        assertThat(Quantities.time("2026-03-01T12:30:45.678Z")).isEqualTo("2026-03-01 12:30:45 UTC");
        assertThat(Quantities.time("yesterday")).isEqualTo("yesterday");
    }
}
