package dev.issuelink.core.internal.compose;

import static org.assertj.core.api.Assertions.assertThat;

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
                "1850 | ms | 1850 ms (1 s)",
                "65250 | ms | 65,250 ms (1 min 5 s)",
                "1 | seconds | 1 second",
                "90 | seconds | 90 seconds (1 min 30 s)",
                "1 | minutes | 1 minute",
                "95 | minutes | 95 minutes (1 h 35 min)",
                "4600 | minutes | 4600 minutes (3 d 4 h)",
                "33.333 | % | 33.33%",
                "-50 | % | -50%",
                "13.25 | percentage points | 13.25 percentage points",
                "1234567 | rows | 1,234,567 rows",
                "1e21 | seconds | 1,000,000,000,000,000,000,000 seconds",
                "NaN | ms | NaN ms"
            })
    void numbersHaveUnitsAndLongOnesCommas(double value, String unit, String text) {
        assertThat(Quantities.shown(value, unit)).isEqualTo(text);
    }
}
