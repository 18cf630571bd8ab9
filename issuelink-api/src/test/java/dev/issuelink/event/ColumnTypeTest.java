package dev.issuelink.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTypeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int4 | INTEGER",
                "int(11) | integer",
                "varchar(20) | CHARACTER  VARYING ( 20 )",
                "numeric(10, 2) | DECIMAL(10,2)",
                "double | double precision",
                "timestamptz | timestamp with time zone"
            })
    void aTypeIsTheSameUnderAllItsNames(String one, String other) {
        assertThat(ColumnType.of(one)).isEqualTo(ColumnType.of(other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bigint | int",
                "int | smallint",
                "double precision | real",
                "varchar(20) | varchar(10)",
                "varchar(20) | char(20)",
                "varchar | varchar(10)",
                "text | varchar(4000)",
                "numeric(12,2) | numeric(10,2)",
                "numeric(12,4) | numeric(10,2)",
                "decimal(9) | numeric(5)"
            })
    void aWiderTypeHoldsAllValuesAndTheNarrowerOneDoesNot(String wide, String narrow) {
        assertThat(ColumnType.of(wide).holdsAllOf(ColumnType.of(narrow))).isTrue();
        assertThat(ColumnType.of(narrow).holdsAllOf(ColumnType.of(wide))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | int",
                "date | timestamp",
                "numeric(12,4) | numeric(12,2)",
                "numeric | numeric(10,2)",
                "char(5) | varchar(5)",
                "varchar(5) | varchar",
                "enum('a','b') | enum('a')",
                "my type | my type2",
                "int[] | int",
                "numeric(99999999999999999999) | numeric(5)"
            })
    void whatCannotBeToldCountsAsNarrower(String one, String other) {
        assertThat(ColumnType.of(one).holdsAllOf(ColumnType.of(other))).isFalse();
    }
}
